import { describe, expect, test } from 'vitest';
import { settingsOf, type TeamsConfig } from '../../../adapters/teams/config.js';
import { isTrustedService } from '../../../adapters/teams/service-url.js';
import { APP_ID, OTHER_TENANT, TENANT } from '../../fakes/teams/people.js';

const good: TeamsConfig = {
  appId: APP_ID,
  tenant: TENANT,
  credential: { kind: 'secret', value: 'not-a-real-secret' },
  listenHost: '0.0.0.0',
};

test('a whole configuration is taken, the tenant of the bot being the one that is allowed', () => {
  expect(settingsOf(good)).toMatchObject({
    allowedTenants: [TENANT],
    issuer: 'https://api.botframework.com',
    serviceUrl: 'https://smba.trafficmanager.net/teams/',
    local: false,
  });
  expect(settingsOf({ ...good, allowedTenants: [OTHER_TENANT] }).allowedTenants).toEqual([OTHER_TENANT]);
});

describe('it does not start with (security T42)', () => {
  test.each<[string, object]>([
    ['an empty app id', { appId: '' }],
    ['a blank app id', { appId: ' ' }],
    ['no app id', { appId: undefined }],
    ['an app id that is none', { appId: 'my-bot' }],
    ['no tenant', { tenant: '' }],
    ['no credential', { credential: undefined }],
    ['an empty secret', { credential: { kind: 'secret', value: '' } }],
    ['an empty list of tenants', { allowedTenants: [] }],
    ['an empty app id and the flag, on all addresses', { appId: '', local: true }],
    ['the flag on another address', { local: true, listenHost: '10.0.0.4' }],
    ['a host with a path', { serviceHosts: ['evil.example/x'] }],
  ])('%s', (_, more) => {
    // Wrong on purpose.
    const config = { ...good, ...more } as TeamsConfig;
    expect(() => settingsOf(config)).toThrow(
      expect.objectContaining({ name: 'AdapterError', code: 'misconfigured' }),
    );
    expect(() => settingsOf(config)).not.toThrow('not-a-real-secret');
  });
});

test.each(['127.0.0.1', '::1'])('an empty app id is for tests on %s', (listenHost) => {
  expect(settingsOf({ ...good, appId: '', local: true, listenHost }).appId).toBe('');
});

test.each<[string, boolean]>([
  ['https://smba.trafficmanager.net/emea/', true],
  ['https://SMBA.trafficmanager.net/emea/', true],
  ['https://smba.infra.gcc.teams.microsoft.com/gcc/', true],
  ['https://smba.infra.gcc.teams.microsoft.com.evil.example/', false],
  ['https://trafficmanager.net/', false],
  ['https://evil.trafficmanager.net/', false],
  ['https://smba.trafficmanager.net:444/', false],
  ['https://smba。trafficmanager.net/', false],
  ['https://smba.trafficmanager.net\n.evil.example/', false],
  [' https://smba.trafficmanager.net/', false],
  ['//smba.trafficmanager.net/', false],
  ['http://127.0.0.1:3978/', false],
])('%j is trusted: %s', (address, trusted) => {
  const hosts = { serviceHosts: ['smba.infra.gcc.teams.microsoft.com'], local: false };
  expect(isTrustedService(address, hosts)).toBe(trusted);
});

test('this machine is trusted only with the flag for tests', () => {
  const address = 'http://127.0.0.1:3978/';
  expect(isTrustedService(address, { serviceHosts: [], local: true })).toBe(true);
  expect(isTrustedService('http://127.0.0.2/', { serviceHosts: [], local: true })).toBe(false);
  expect(isTrustedService('http://localhost.evil.example/', { serviceHosts: [], local: true })).toBe(false);
});
