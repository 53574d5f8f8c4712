import { describe, expect, onTestFinished, test } from 'vitest';
import { inspectTeams, teamsHosts } from '../../../adapters/teams/inspect.js';
import { judgeTeams } from '../../../src/doctor/teams.js';
import { APP_ID, TENANT } from '../../fakes/teams/people.js';
import { FakeTeams } from '../../fakes/teams/teams.js';

const SECRET = 'fake-secret-of-the-teams-app';

/** Entra in place of the real one: takes the credential, refuses it as MSAL tells of it, or does not answer. */
function entra(answer: 'taken' | { readonly errorCode: string; readonly message: string }) {
  return {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      signRequest: async <T>(request: T) => request,
      getToken: async () => {
        if (answer === 'taken') return 'a token';
        throw Object.assign(new Error(answer.message), { errorCode: answer.errorCode });
      },
    }),
  };
}

async function fake(): Promise<FakeTeams> {
  const teams = await FakeTeams.start();
  onTestFinished(() => teams.close());
  return teams;
}

async function found(teams: FakeTeams, answer: Parameters<typeof entra>[0], some: object = {}) {
  const config = {
    ...{ appId: APP_ID, tenant: TENANT, listenHost: '127.0.0.1' },
    credential: { kind: 'secret' as const, value: SECRET },
    ...teams.options.config,
    ...some,
  };
  const look = await inspectTeams(config, Date.now, entra(answer));
  expect(JSON.stringify(look)).not.toContain(SECRET);
  return judgeTeams(look).map(({ id, facts }) => ({ id, ...facts }));
}

describe('what Entra and the channel say about a configuration', () => {
  test('all in order', async () => {
    expect(await found(await fake(), 'taken')).toEqual([{ id: 'teams.sign-in' }, { id: 'teams.keys' }]);
  });

  test('a secret that has expired: the number of Entra, and nothing else of what it says', async () => {
    const message = `invalid_client: AADSTS7000222: The provided client secret keys for app are expired. ${SECRET}`;
    const [signIn] = await found(await fake(), { errorCode: 'invalid_client', message });
    expect(signIn).toEqual({ id: 'teams.sign-in-refused', code: 'AADSTS7000222' });
  });

  test('Entra that cannot be asked', async () => {
    const [signIn] = await found(await fake(), { errorCode: 'network_error', message: 'ENOTFOUND' });
    expect(signIn).toEqual({ id: 'teams.sign-in-unknown' });
  });

  test('keys that cannot be fetched now, that are of somebody else, and nobody at their address', async () => {
    const teams = await fake();
    teams.connector.keysLeft = 0;
    expect((await found(teams, 'taken'))[1]).toEqual({ id: 'teams.keys-unknown' });
    const elsewhere = { openIdMetadata: `${teams.connector.url}/v3/somebody-else` };
    expect((await found(teams, 'taken', elsewhere))[1]).toEqual({ id: 'teams.keys-unusable' });
    const nobody = { openIdMetadata: 'http://127.0.0.1:1/.well-known/openidconfiguration' };
    expect((await found(teams, 'taken', nobody))[1]).toEqual({ id: 'teams.keys-unknown' });
  });

  test('a test client without an app id, and a configuration with which the adapter would not start', async () => {
    const teams = await fake();
    const [signIn] = await found(teams, 'taken', { appId: '', credential: undefined });
    expect(signIn).toEqual({ id: 'teams.no-authentication' });
    const open = await found(teams, 'taken', { listenHost: '0.0.0.0' });
    expect(open).toEqual([{ id: 'teams.misconfigured', detail: expect.stringContaining('127.0.0.1') }]);
  });
});

test('hosts that the adapter sends to', () => {
  const config = {
    appId: APP_ID,
    tenant: TENANT,
    listenHost: '127.0.0.1',
    serviceHosts: ['smba.example.us'],
  };
  expect(teamsHosts({ ...config, credential: { kind: 'managed-identity' } })).toEqual([
    'login.microsoftonline.com',
    'login.botframework.com',
    'smba.trafficmanager.net',
    'smba.example.us',
  ]);
});
