import { failed, ok } from '../../src/azure/answer.js';
import type { Resolution } from '../../src/config/references.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { judgeAzure } from '../../src/doctor/azure/judge.js';
import type { IdentityLook } from '../../src/doctor/azure/look.js';
import type { FindingId } from '../../src/doctor/catalogue.js';
import { judgeClock } from '../../src/doctor/clock.js';
import { configurationIn, judgeConfiguration } from '../../src/doctor/configuration.js';
import { type HostWay, judgeHost } from '../../src/doctor/egress.js';
import { type Finding, finding } from '../../src/doctor/finding.js';
import { judgeLink } from '../../src/doctor/link.js';
import { judgeEntries, judgePolicy, type PolicyLook } from '../../src/doctor/policy.js';
import { judgeReferences } from '../../src/doctor/references.js';
import { runChecks } from '../../src/doctor/run.js';
import { judgeSlack, type SlackLook } from '../../src/doctor/slack.js';
import { judgeStore } from '../../src/doctor/store.js';
import { judgeTeams, type TeamsLook } from '../../src/doctor/teams.js';
import type { StoreErrorCode } from '../../src/store/store-error.js';
import { policyWith } from '../access/deploy/policies.js';
import { azureLook, ground, holding, readerLook, refused, spot, timeout } from './azure-looks.js';

type Made = readonly Finding[] | Promise<readonly Finding[]>;
type Env = Readonly<Record<string, string>>;

const guid = '11111111-0000-4000-8000-000000000001';
const now = Date.parse('2026-03-01T00:00:00Z');

const configured = (env: Env) => judgeConfiguration(env, configurationIn(env), false);
const stood = { name: 'SLACK_BOT_TOKEN', place: '/run/secrets/slack' } as const;
const referred = (resolved: Resolution['resolved'], unresolved: Resolution['unresolved']) =>
  judgeReferences({ env: {}, resolved, unresolved });
const store = (code: StoreErrorCode) => judgeStore({ kind: 'failed', code });
const stored = {
  kind: 'looked',
  engine: 'sqlite',
  lasting: true,
  empty: false,
  pending: [],
  unencrypted: false,
} as const;

type Teams = Extract<TeamsLook, { kind: 'looked' }>;
const teams = (some: Partial<Teams>) =>
  judgeTeams({ kind: 'looked', signIn: { kind: 'taken' }, keys: 'published', clock: null, ...some });

type Slack = Extract<SlackLook, { kind: 'looked' }>;
const slack = (some: Partial<Slack>) =>
  judgeSlack({
    ...{ kind: 'looked', bot: { kind: 'taken' }, served: true, clock: null },
    ...{ scopes: { missing: [], beyond: [] }, events: { mode: 'http', usualForm: true } },
    ...some,
  });
const socket = (token: Slack['bot']) => slack({ events: { mode: 'socket', token } });

const azure = (some: Partial<IdentityLook>, enabled = ground.enabled) =>
  judgeAzure(azureLook([readerLook(some)]), { ...ground, enabled }, now);
const listing = (registries: Parameters<typeof azureLook>[1]) =>
  judgeAzure(azureLook([], registries), ground, now);
const rights = (...actions: readonly string[]) => ({
  registries: [{ spot, roles: ok([holding(...actions)]) }],
});

const found = { kind: 'found', addresses: ['203.0.113.9'], aliases: [] } as const;
const host = (way: HostWay) => [
  judgeHost({ host: 'slack.com', for: ['slack'], kind: 'looked', way, clock: null }),
];
const clock = (...ahead: readonly number[]) =>
  judgeClock(ahead.map((it) => ({ host: 'slack.com', ahead: it })));

const off = { access: null, rotation: null, link: null, deliveryKey: null, policy: 'policy.yaml' };
const rotation = {
  registries: ['contoso'],
  secrets: ['admin-password'],
  by: ['group:owners'],
  approvers: ['group:owners'],
};
const ruled = (some: object): PolicyLook => ({ kind: 'policy', policy: policyWith({ ...some }) });
const asking = { requests: { all: { registries: ['contoso'], by: ['members'], for: ['self'] } } };
const policy = (look: PolicyLook) => judgePolicy(look, off, { vaultSuffix: '.vault.azure.net' });

/** One way to each finding: the compiler names those that lack one. */
export const ways: Readonly<Record<FindingId, () => Made>> = {
  'config.wrong-form': () => configured({ PORT: 'x' }),
  'config.quoted': () => configured({ SLACK_BOT_TOKEN: '"xoxb-fake-fake-fake"' }),
  'config.secret-id': () => configured({ LINK_CLIENT_SECRET: guid }),
  'config.reference': () => referred([{ ...stood, openToAll: false }], []),
  'config.reference-open': () => referred([{ ...stood, openToAll: true }], []),
  'config.reference-unresolved': () => referred([], [{ ...stood, why: 'file-missing' }]),
  'config.reference-unknown': () => referred([], [{ ...stood, why: 'vault-unknown' }]),
  'config.unknown-variable': () => configured({ SLACK_BOT_TOKE: 'x' }),
  'config.part-on': () => configured({ TEAMS_APP_ID: guid, TEAMS_TENANT_ID: guid }),
  'config.part-off': () => configured({}),
  'config.part-incomplete': () => configured({ TEAMS_APP_ID: guid }),
  'config.no-platform': () => configured({}),
  'config.proxy-unused': () => configured({ HTTPS_PROXY: 'http://user:fake@proxy:8080' }),
  // Of the two the command itself tells; test/cli/doctor shows it.
  'config.extra-ca': () => [finding('config.extra-ca', 'ACR_HELP_EXTRA_CA', { count: 1 })],
  'config.extra-ca-unreadable': () => [
    finding('config.extra-ca-unreadable', 'ACR_HELP_EXTRA_CA', { file: 'x' }),
  ],
  'check.late': () => runChecks([{ name: 'x', run: () => new Promise(() => {}) }], 5),
  'check.broken': () => runChecks([{ name: 'x', run: () => Promise.reject(new Error('defect')) }]),

  'policy.none': () => policy({ kind: 'none' }),
  'policy.unreadable': () => policy({ kind: 'unreadable', cause: null }),
  'policy.mistake': () =>
    policy({ kind: 'mistakes', problems: [{ line: 3, path: 'a', code: 'missing', value: 'fake' }] }),
  'policy.read': () => policy(ruled({})),
  'policy.vault-elsewhere': () =>
    judgePolicy(
      ruled({ rotations: { r: { ...rotation, delivery: 'https://delivery.vault.azure.net' } } }),
      off,
      {
        vaultSuffix: '.vault.azure.cn',
      },
    ),
  'policy.no-grantor': () => policy(ruled(asking)),
  'policy.no-rotator': () => policy(ruled({ rotations: { r: { ...rotation, delivery: 'one-time-page' } } })),
  'policy.needs-pages': () => policy(ruled({ rotations: { r: { ...rotation, delivery: 'one-time-page' } } })),
  'policy.needs-delivery-key': () =>
    policy(ruled({ rotations: { r: { ...rotation, delivery: 'one-time-page' } } })),
  'policy.unseen-registry': () => judgeEntries(policyWith({}), []),

  'store.ready': () => judgeStore(stored),
  'store.new': () => judgeStore({ ...stored, empty: true }),
  'store.pending': () => judgeStore({ ...stored, pending: ['0002-access'] }),
  'store.in-memory': () => judgeStore({ ...stored, lasting: false }),
  'store.unencrypted': () => judgeStore({ ...stored, engine: 'postgres', unencrypted: true }),
  'store.bad-address': () => store('unsupported-url'),
  'store.newer-schema': () => store('newer-schema'),
  'store.not-found': () => store('not-found'),
  'store.denied': () => store('denied'),
  'store.read-only': () => store('read-only'),
  'store.not-a-database': () => store('not-a-database'),
  'store.damaged': () => store('damaged'),
  'store.full': () => store('full'),
  'store.unreachable': () => store('unreachable'),
  'store.locked': () => store('locked'),
  'store.timeout': () => store('timeout'),
  'store.unknown': () => store('failed'),

  'teams.misconfigured': () => judgeTeams({ kind: 'misconfigured', detail: 'appId' }),
  'teams.no-authentication': () => teams({ signIn: null }),
  'teams.sign-in': () => teams({}),
  'teams.sign-in-refused': () => teams({ signIn: { kind: 'refused', code: 'AADSTS7000222' } }),
  'teams.sign-in-unknown': () => teams({ signIn: { kind: 'unknown' } }),
  'teams.keys': () => teams({}),
  'teams.keys-unusable': () => teams({ keys: 'unusable' }),
  'teams.keys-unknown': () => teams({ keys: 'unknown' }),

  'slack.misconfigured': () => judgeSlack({ kind: 'misconfigured', detail: 'botToken' }),
  'slack.token': () => slack({}),
  'slack.token-refused': () => slack({ bot: { kind: 'refused', code: 'token_revoked' } }),
  'slack.token-unknown': () => slack({ bot: { kind: 'unknown', reason: 'no-answer' } }),
  'slack.other-workspace': () => slack({ served: false }),
  'slack.scopes': () => slack({}),
  'slack.scopes-missing': () => slack({ scopes: { missing: ['commands'], beyond: [] } }),
  'slack.scopes-beyond': () => slack({ scopes: { missing: [], beyond: ['admin'] } }),
  'slack.scopes-unknown': () => slack({ scopes: null }),
  'slack.socket': () => socket({ kind: 'taken' }),
  'slack.socket-refused': () => socket({ kind: 'refused', code: 'invalid_auth' }),
  'slack.socket-unknown': () => socket({ kind: 'unknown', reason: 'throttled' }),
  'slack.signing-secret-form': () => slack({ events: { mode: 'http', usualForm: false } }),
  'slack.signing-secret-untried': () => slack({}),

  'identity.signed-in': () => azure({}),
  'identity.refused': () => azure({ me: refused }),
  'identity.sign-in-unknown': () => azure({ me: failed(timeout) }),
  'identity.for-developers': () => azure({ spec: { kind: 'azure-cli', tenant: null } }),
  'identity.token-file': () => azure({ unreadableTokenFile: '/var/run/token' }),
  'identity.shared': () =>
    judgeAzure(azureLook([readerLook(), readerLook({ identity: 'grantor' })]), ground, now),
  'identity.secret-ends': () => azure({ lastSecretEnds: '2026-03-11T00:00:00Z' }),
  'registries.seen': () => listing({ looked: 1, registries: ok([{ ...recordOf('contoso') }]) }),
  'registries.none': () => listing({}),
  'registries.denied': () =>
    listing({
      registries: failed({ kind: 'denied', action: 'Microsoft.ContainerRegistry/registries/read' }),
    }),
  'registries.unknown': () => listing({ registries: failed(timeout) }),

  'identity.fit': () => azure({}),
  'identity.unfit': () => azure(rights('*')),
  'identity.flaw': () =>
    azure({
      identity: 'grantor',
      graph: ok([]),
      registries: [
        {
          spot: { ...spot, needed: ['grantor'], offer: { User: ['AcrPull'], ServicePrincipal: [] } },
          roles: ok([]),
        },
      ],
    }),
  'identity.rights-unknown': () => azure({ graph: failed(timeout) }),
  'permission.held': () => azure({}),
  'permission.missing': () => azure(rights('Microsoft.ContainerRegistry/registries/read')),
  'permission.lacking': () => azure(rights('Microsoft.Authorization/*/read')),
  'permission.unknown': () => azure({ registries: [{ spot, roles: failed(timeout) }] }),
  'permission.untried': () =>
    azure({ identity: 'rotator', vaults: [{ url: 'https://delivery.vault.azure.net', metadata: ok([]) }] }, [
      'vault-delivery',
    ]),

  'link.sign-in': () => [judgeLink(ok('a token'))],
  'link.refused': () => [judgeLink(refused)],
  'link.sign-in-unknown': () => [judgeLink(failed(timeout))],

  'clock.right': () => clock(0, 1, -400),
  'clock.off': () => clock(0, 61, 70),
  'clock.wrong': () => clock(-300),
  'clock.unknown': () => clock(),

  'egress.open': () => host({ kind: 'open', dns: found, issuer: 'DigiCert' }),
  'egress.no-such-name': () => host({ kind: 'dns', dns: { kind: 'not-found', aliases: [] } }),
  'egress.no-address': () => host({ kind: 'dns', dns: { ...found, addresses: [] } }),
  'egress.name-unknown': () => host({ kind: 'dns', dns: { kind: 'failed', reason: 'timeout' } }),
  'egress.private-address': () => host({ kind: 'guard', dns: { ...found, addresses: ['10.0.0.4'] } }),
  'egress.blocked': () => host({ kind: 'tcp', dns: found, failure: 'refused' }),
  'egress.tls': () => host({ kind: 'tls', dns: found, failure: 'untrusted', issuer: 'Inspection' }),
  'egress.this-machine': () => [judgeHost({ host: 'localhost', for: ['slack'], kind: 'this-machine' })],
};

function recordOf(name: string) {
  return {
    ...{
      id: spot.id,
      name,
      loginServer: parsed(`${name}.azurecr.io`),
      subscription: guid,
      resourceGroup: 'rg',
    },
    ...{ location: 'westeurope', sku: 'Premium', provisioningState: 'Succeeded', mode: 'legacy' as const },
    ...{ adminUserEnabled: false, anonymousPullEnabled: false, publicNetworkAccess: 'enabled' as const },
    ...{
      defaultAction: 'allow' as const,
      ipRules: [],
      trustedServicesAllowed: true,
      armAudience: 'enabled' as const,
    },
    ...{ quarantine: false, dataEndpoints: [], privateEndpoints: [] },
  };
}

function parsed(host: string) {
  const server = parseLoginServer(host);
  if (server === null) throw new Error(host);
  return server;
}
