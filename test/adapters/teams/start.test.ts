import { expect, test } from 'vitest';
import { createTeamsAdapter, type TeamsOptions } from '../../../adapters/teams/adapter.js';
import type { ChatAdapter } from '../../../src/chat/adapter.js';
import { APP_ID, TENANT } from '../../fakes/teams/people.js';

/** Credentials whose sign-in comes to this. */
function adapterWith(getToken: () => Promise<string>, lines: string[] = []): ChatAdapter {
  const write = (event: string): void => {
    lines.push(event);
  };
  const credentials: TeamsOptions['credentials'] = {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () =>
      Object.assign({ signRequest: async <T>(request: T) => request }, { getToken }),
  };
  return createTeamsAdapter({
    config: {
      appId: APP_ID,
      tenant: TENANT,
      credential: { kind: 'secret', value: 'fake' },
      listenHost: '0.0.0.0',
    },
    host: {
      arrive: async () => {},
      drop: async () => {},
      take: async () => {},
      languageOf: async () => 'en',
    },
    references: { reference: async () => null, saveReference: async () => {} },
    log: { info: write, warn: write, error: write },
    now: () => 0,
    credentials,
  });
}

test('it starts once Entra takes the credential', async () => {
  const lines: string[] = [];
  const adapter = adapterWith(async () => 'fake', lines);
  expect(adapter.ready()).toBe(false);
  await adapter.start();
  expect(adapter.ready()).toBe(true);
  expect(lines).toEqual([]);
});

test('it does not start where Entra refuses it, and does not say what it was', async () => {
  const refused = Object.assign(new Error('AADSTS7000215 canary'), { errorCode: 'invalid_client' });
  const adapter = adapterWith(async () => {
    throw refused;
  });
  await expect(adapter.start()).rejects.toMatchObject({ name: 'AdapterError', code: 'refused' });
  await expect(adapter.start()).rejects.not.toThrow('canary');
  expect(adapter.ready()).toBe(false);
});

test('it starts where Entra cannot be asked, and says so', async () => {
  const lines: string[] = [];
  const adapter = adapterWith(async () => {
    throw Object.assign(new Error('no route'), { code: 'ENOTFOUND' });
  }, lines);
  await adapter.start();
  expect(adapter.ready()).toBe(true);
  expect(lines).toEqual(['teams.sign-in-untried']);
});
