import { expect, test } from 'vitest';
import { readSettings } from '../../src/config/settings.js';
import { type VariableName, variables } from '../../src/config/variables.js';
import { readTokenAddress } from '../../src/store/postgres-address.js';
import { bicepFiles, blockOf } from './bicep-file.js';

/** What the app of Container Apps is started with, against what the bot reads. */

const text = (path: string) => bicepFiles().find((it) => it.path === path)?.text ?? '';
const app = text('modules/app.bicep');
const given = [...app.matchAll(/\{ name: '([A-Z_]+)', (value|secretRef): (.+) \}$/gm)].map(
  ([, name = '', how = '', what = '']) => ({ name, how, what }),
);

function isVariable(name: string): name is VariableName {
  return name in variables;
}

test('each setting is one that the bot reads; secrets, and only these, come from the vault', () => {
  expect(given.length).toBeGreaterThan(15);
  for (const { name, how } of given) {
    expect([name, isVariable(name)]).toEqual([name, true]);
    const secret = isVariable(name) && 'secret' in variables[name] && name !== 'STORE';
    expect([name, how]).toEqual([name, secret ? 'secretRef' : 'value']);
  }
});

test('with these settings nothing is off', () => {
  const id = '11111111-1111-4111-8111-111111111111';
  const samples: Readonly<Record<string, string>> = {
    PUBLIC_URL: 'https://acrhelp.contoso.example',
    STORE: 'postgres://acrhelp-store@db.contoso.example/acr_help?sslmode=verify-full',
    SLACK_WORKSPACES: 'T0EXAMPLE',
    SLACK_BOT_TOKEN: ['xoxb', 'sample-sample'].join('-'),
    SLACK_SIGNING_SECRET: 'sample-sample-sample',
    DELIVERY_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const values = given.map(({ name, what }) => {
    const literal = /^'([^'$]+)'$/.exec(what)?.[1];
    return [name, samples[name] ?? (what.startsWith("'") && literal ? literal : id)] as const;
  });
  const secrets = given.filter(({ how }) => how === 'secretRef').map(({ name }) => name);
  const settings = readSettings({
    ...Object.fromEntries(values),
    LINK_CLIENT_SECRET: secrets.includes('LINK_CLIENT_SECRET') ? 'sample' : '',
  });
  if (!('server' in settings)) throw new Error(`wrong: ${settings.join(', ')}`);
  expect(settings.gaps).toEqual([]);
  const { azure, access, rotation, teams } = settings;
  expect([azure?.identity.kind, access?.grantor.kind, rotation?.rotator.kind]).toEqual(
    Array(3).fill('managed-identity'),
  );
  expect(teams?.password).toBeNull();
});

test('each secret that a setting refers to is fetched, and named where people are told to put it', () => {
  const names = /var secretNames = concat\(([\s\S]*?)\n\)/.exec(app)?.[1] ?? '';
  const fetched = [...names.matchAll(/'([a-z-]+)'/g)].map(([, name]) => name);
  const used = given.flatMap(({ how, what }) => (how === 'secretRef' ? [what.replaceAll("'", '')] : []));
  expect([...used].sort()).toEqual([...fetched].sort());
  for (const name of fetched) expect(text('modules/key-vault.bicep').split('\nparam')[0]).toContain(name);
});

test('the store has no password: Entra signs the bot in', () => {
  const [store, client] = given.filter(({ name }) => name.startsWith('STORE'));
  const url = store?.what.replaceAll("'", '').replaceAll(/\$\{[^}]+\}/g, 'sample') ?? '';
  expect(readTokenAddress(url)).toMatchObject({ user: 'sample', database: 'acr_help', ssl: {} });
  expect(client?.what).toBe('identities.store.clientId');
  expect(text('modules/postgres.bicep')).toContain("passwordAuth: 'Disabled'");
  expect(text('modules/postgres.bicep')).toContain("name: 'acr_help'");
});

test('the identity of each errand is its own', () => {
  const whose = given.filter(({ name }) => name.endsWith('_CLIENT_ID') && !name.startsWith('LINK'));
  expect(whose.map(({ what }) => what)).toEqual([
    'identities.store.clientId',
    'identities.reader.clientId',
    'identities.grantor.clientId',
    'identities.rotator.clientId',
  ]);
});

test('probes ask what the bot answers, and two replicas serve', () => {
  const probes = [...app.matchAll(/type: '(\w+)', httpGet: \{ path: '([^']+)', port: (\d+) \}/g)];
  expect(probes.map(([, type, path, port]) => [type, path, port])).toEqual([
    ['Startup', '/livez', '3978'],
    ['Liveness', '/livez', '3978'],
    ['Readiness', '/readyz', '3978'],
  ]);
  const { minReplicas, maxReplicas } =
    /minReplicas: (?<minReplicas>\d+), maxReplicas: (?<maxReplicas>\d+)/.exec(app)?.groups ?? {};
  expect(Number(minReplicas)).toBeGreaterThanOrEqual(2);
  expect(Number(maxReplicas)).toBeGreaterThanOrEqual(Number(minReplicas));
  expect(blockOf(app, 'ingress')).toContain('allowInsecure: false');
});
