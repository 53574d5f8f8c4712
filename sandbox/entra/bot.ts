/**
 * The credentials of the bot in every world. Obviously no secrets: nothing but this sandbox accepts them, and the
 * sandbox listens on loopback only.
 */
export const botSecret = 'sandbox-only-secret-of-the-bot';

/** What the bot's federated credential compares, for a sign-in as workload identity. */
export const botFederation = {
  issuer: 'https://oidc.sandbox.invalid/',
  subject: 'system:serviceaccount:acr-help:acr-help',
  audiences: ['api://AzureADTokenExchange'],
} as const;
