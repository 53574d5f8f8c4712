import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { variables } from '../../src/config/variables.js';

const guid = '11111111-2222-4333-8444-555555555555';
const other = '99999999-2222-4333-8444-555555555555';
const teams = { TEAMS_APP_ID: guid, TEAMS_TENANT_ID: other, TEAMS_APP_PASSWORD: 'fake' };
const slack = {
  SLACK_BOT_TOKEN: 'xoxb-fake-fake',
  SLACK_WORKSPACES: 'T01, T02',
  SLACK_SIGNING_SECRET: 'fake-fake-fake-fake',
};

function settings(env: Record<string, string>): Settings {
  const read = readSettings(env);
  if (!('server' in read)) throw new Error(`wrong: ${read.join()}`);
  return read;
}
const missing = (env: Record<string, string>, part: string) =>
  settings(env).gaps.find((gap) => gap.part === part)?.missing ?? null;

describe('settings', () => {
  test('nothing is set: everything is off, and each part says what it needs', () => {
    const { teams: t, slack: s, azure, link, server, gaps } = settings({});
    expect([t, s, azure, link]).toEqual([null, null, null, null]);
    expect(server).toEqual({
      host: '127.0.0.1',
      port: 3978,
      publicUrl: null,
      probeImage: null,
      store: 'sqlite:acr-help.db',
      storeClientId: null,
      retentionDays: 30,
    });
    expect(gaps).toEqual([
      { part: 'teams', missing: ['TEAMS_APP_ID', 'TEAMS_TENANT_ID'] },
      { part: 'slack', missing: ['SLACK_BOT_TOKEN', 'SLACK_WORKSPACES', 'SLACK_SIGNING_SECRET'] },
      { part: 'azure', missing: ['AZURE_IDENTITY'] },
      { part: 'link', missing: ['PUBLIC_URL', 'LINK_TENANT_ID', 'LINK_CLIENT_ID', 'LINK_CLIENT_SECRET'] },
      { part: 'access', missing: ['POLICY', 'GRANTOR_IDENTITY'] },
      { part: 'rotation', missing: ['POLICY', 'ROTATOR_IDENTITY'] },
    ]);
  });

  test('either platform alone, and both', () => {
    expect(settings(teams).teams).toMatchObject({ appId: guid, allowedTenants: [other], local: false });
    expect(settings(teams).slack).toBeNull();
    expect(settings(slack).slack).toMatchObject({
      workspaces: ['T01', 'T02'],
      events: { mode: 'http', secret: 'fake-fake-fake-fake' },
    });
    expect(settings({ ...teams, ...slack }).gaps.map(({ part }) => part)).toEqual([
      'azure',
      'link',
      'access',
      'rotation',
    ]);
  });

  test('half of a part is not the part', () => {
    expect(missing({ SLACK_BOT_TOKEN: 'xoxb-fake-fake' }, 'slack')).toEqual([
      'SLACK_WORKSPACES',
      'SLACK_SIGNING_SECRET',
    ]);
    expect(missing({ ...slack, SLACK_SIGNING_SECRET: ' ' }, 'slack')).toEqual(['SLACK_SIGNING_SECRET']);
    expect(missing({ AZURE_IDENTITY: 'client-secret', AZURE_TENANT_ID: guid }, 'azure')).toEqual([
      'AZURE_CLIENT_ID',
      'AZURE_CLIENT_SECRET',
    ]);
  });

  test('an app-level token is for Socket Mode', () => {
    const { SLACK_SIGNING_SECRET: _, ...rest } = slack;
    expect(settings({ ...rest, SLACK_APP_TOKEN: 'xapp-fake-fake' }).slack?.events).toEqual({
      mode: 'socket',
      secret: 'xapp-fake-fake',
    });
  });

  test('an empty app id needs the flag for this machine', () => {
    expect(settings({ TEAMS_TENANT_ID: other }).teams).toBeNull();
    expect(settings({ TEAMS_TENANT_ID: other, TEAMS_LOCAL: '1' }).teams).toMatchObject({
      appId: '',
      local: true,
    });
  });

  test('secrets are made new by an identity of their own, whether or not roles are given', () => {
    const env = { POLICY: 'policy.yaml', ROTATOR_IDENTITY: 'workload-identity', ROTATOR_TENANT_ID: guid };
    expect(missing(env, 'rotation')).toEqual(['ROTATOR_CLIENT_ID', 'ROTATOR_FEDERATED_TOKEN_FILE']);
    const whole = { ...env, ROTATOR_CLIENT_ID: other, ROTATOR_FEDERATED_TOKEN_FILE: '/run/fake' };
    const { access, rotation } = settings(whole);
    expect(access).toBeNull();
    expect(rotation).toEqual({
      rotator: { kind: 'workload-identity', tenant: guid, clientId: other, tokenFile: '/run/fake' },
    });
    expect(missing({ ...whole, POLICY: '' }, 'rotation')).toEqual(['POLICY']);
    expect(readSettings({ ROTATOR_IDENTITY: 'azure-cli' })).toEqual(['ROTATOR_IDENTITY']);
  });

  test('roles are given by an identity of their own', () => {
    const env = { POLICY: 'policy.yaml', GRANTOR_IDENTITY: 'client-secret', GRANTOR_TENANT_ID: guid };
    expect(missing(env, 'access')).toEqual(['GRANTOR_CLIENT_ID', 'GRANTOR_CLIENT_SECRET']);
    const whole = settings({ ...env, GRANTOR_CLIENT_ID: other, GRANTOR_CLIENT_SECRET: 'fake' });
    expect(whole.policy).toBe('policy.yaml');
    expect(whole.access).toEqual({
      grantor: { kind: 'client-secret', tenant: guid, clientId: other, secret: 'fake' },
    });
  });

  test.each([
    ['managed-identity', {}, { kind: 'managed-identity', clientId: null }],
    ['managed-identity', { AZURE_CLIENT_ID: guid }, { kind: 'managed-identity', clientId: guid }],
    ['azure-cli', {}, { kind: 'azure-cli', tenant: null }],
    [
      'workload-identity',
      { AZURE_TENANT_ID: guid, AZURE_CLIENT_ID: other, AZURE_FEDERATED_TOKEN_FILE: '/token' },
      { kind: 'workload-identity', tenant: guid, clientId: other, tokenFile: '/token' },
    ],
    [
      'client-secret',
      { AZURE_TENANT_ID: guid, AZURE_CLIENT_ID: other, AZURE_CLIENT_SECRET: 'fake' },
      { kind: 'client-secret', tenant: guid, clientId: other, secret: 'fake' },
    ],
  ])('how the bot signs in: %s', (kind, more, identity) => {
    expect(settings({ AZURE_IDENTITY: kind, ...more }).azure).toEqual({
      cloud: 'public',
      identity,
      subscriptions: null,
      readsData: false,
    });
  });

  test('the key of the one-time page has 32 bytes, and shows them to nobody', () => {
    const bytes = Buffer.alloc(32, 5).toString('base64');
    const { deliveryKey, approvalContext } = settings({ DELIVERY_KEY: bytes, APPROVAL_CONTEXT: 'c99' });
    expect(deliveryKey?.export().toString('base64')).toBe(bytes);
    expect(`${JSON.stringify(deliveryKey)}${inspect(deliveryKey)}`).not.toContain(bytes);
    expect(approvalContext).toBe('c99');
    expect(settings({})).toMatchObject({ deliveryKey: null, approvalContext: null });
  });

  test.each([
    ['DELIVERY_KEY', Buffer.alloc(31).toString('base64')],
    ['DELIVERY_KEY', Buffer.alloc(33).toString('base64')],
    ['DELIVERY_KEY', 'fake-key'],
    ['DELIVERY_KEY', 'ab'.repeat(32)],
    ['APPROVAL_CONTEXT', 'c0'],
    ['APPROVAL_CONTEXT', 'c100'],
    ['APPROVAL_CONTEXT', 'mfa'],
  ])('%s cannot be %s', (name, value) => {
    expect(readSettings({ [name]: value })).toEqual([name]);
  });

  test('every wrong value is named at once, and none is printed', () => {
    const wrong = readSettings({
      TEAMS_APP_ID: 'not-a-guid',
      SLACK_WORKSPACES: 'T01,oops!',
      PORT: '99999',
      HOST: 'not a host',
      STORE: 'mysql://db',
      SLACK_BOT_TOKEN: 'foo',
      SLACK_API_URL: 'ftp://slack',
      PUBLIC_URL: 'http://bot.example',
      RETENTION_DAYS: '0',
      TEAMS_LOCAL: 'yes',
    });
    expect(wrong).toEqual([
      'HOST',
      'PORT',
      'PUBLIC_URL',
      'STORE',
      'RETENTION_DAYS',
      'TEAMS_APP_ID',
      'TEAMS_LOCAL',
      'SLACK_BOT_TOKEN',
      'SLACK_WORKSPACES',
      'SLACK_API_URL',
    ]);
  });

  test('blanks around a value are no part of it', () => {
    expect(settings({ ...teams, TEAMS_APP_ID: ` ${guid} ` }).teams?.appId).toBe(guid);
  });

  test('every variable is described, in a sentence', () => {
    for (const [name, { what }] of Object.entries(variables))
      expect(what, name).toMatch(/^[\dA-Z].*\.$|…\.$/);
  });
});
