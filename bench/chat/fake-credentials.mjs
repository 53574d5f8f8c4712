/**
 * In place of Entra: calls to the fake connector carry a token that is plainly fake.
 *
 * @param {string} ours app id of the bot
 * @returns {NonNullable<import('../../adapters/teams/adapter.ts').TeamsOptions['credentials']>}
 */
export function fakeCredentials(ours) {
  return {
    isValidAppId: async (appId) => appId === ours,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async (request) => {
        request.headers.set('authorization', 'Bearer fake-connector-token');
        return request;
      },
    }),
  };
}
