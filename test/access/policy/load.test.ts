import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../../src/access/policy/load.js';
import { type ProblemCode, problemCodes } from '../../../src/access/policy/problem.js';
import { ari, developers, platform, tenant } from './people.js';
import { entry, problemsOf, rotation, rule, text } from './text.js';

type Case = readonly [code: ProblemCode, line: number | null, path: string, parts: Record<string, string>];

const cases: readonly Case[] = [
  ['yaml', 1, '', { version: 'a: b' }],
  ['yaml', 2, '', { version: '1\nversion: 1' }],
  ['yaml', 1, '', { version: '!secret 1' }],
  ['missing', 6, 'requests.pull.by', { requests: '{ pull: { registries: [dev] } }' }],
  ['unknown-key', 6, 'requests.pull.approver', { requests: rule('approver: x') }],
  ['unknown-key', 7, 'rules', { rules: '{}' }],
  ['wrong-type', 5, 'registries.dev.match', { registries: '{ dev: { match: contosodev } }' }],
  ['not-one-of', 1, 'version', { version: '2' }],
  ['not-one-of', 6, 'requests.pull.tier', { requests: rule('tier: 4') }],
  ['not-one-of', 6, 'requests.pull.for.0', { requests: rule('for: [everybody]') }],
  ['empty', 6, 'requests.pull.roles', { requests: rule('roles: []') }],
  ['empty', 2, 'tenants', { tenants: '[]' }],
  ['long', 7, 'deny.x.why', { deny: `{ x: { by: [members], why: ${'a'.repeat(301)} } }` }],
  ['guid', 2, 'tenants.0', { tenants: '[contoso.com]' }],
  ['guid', 2, 'tenants.0', { tenants: '[00000000-0000-0000-0000-000000000000]' }],
  ['guid', 3, 'people.ari', { people: '{ ari: aaaaaaaa-0000-4000-8000-00000000000g }' }],
  ['name', 4, 'groups.A team', { groups: `{ A team: ${developers}, developers: ${platform} }` }],
  ['principal', 5, 'registries.dev.owners.0', { registries: entry('owners: [ari@contoso.com]') }],
  ['requester', 6, 'requests.pull.by.0', { requests: '{ pull: { registries: [dev], by: [everybody] } }' }],
  ['registry-pattern', 5, 'registries.dev.match.0', { registries: "{ dev: { match: ['*dev'] } }" }],
  ['registry-pattern', 5, 'registries.dev.match.0', { registries: '{ dev: { match: [evil.com] } }' }],
  [
    'registry-selector',
    6,
    'requests.pull.registries.0',
    { requests: "{ pull: { registries: ['dev*'], by: [members] } }" },
  ],
  ['repository-pattern', 6, 'requests.pull.repositories.0', { requests: rule(`repositories: ["team'app"]`) }],
  ['repository-pattern', 6, 'requests.pull.repositories.0', { requests: rule("repositories: ['team*']") }],
  [
    'token-pattern',
    7,
    'rotations.renew.tokens.0',
    { rotations: rotation('secrets: [repository-token-password], tokens: [a b]') },
  ],
  ['duration', 3, 'maxDuration', { tenants: `[${tenant}]\nmaxDuration: 2w` }],
  [
    'delivery',
    7,
    'rotations.renew.delivery',
    { rotations: '{ renew: { registries: [dev], by: [members], secrets: [client-secret], delivery: x } }' },
  ],
  [
    'teams-channel',
    5,
    'registries.dev.channels.teams',
    { registries: entry('channels: { teams: general }') },
  ],
  [
    'slack-channel',
    5,
    'registries.dev.channels.slack',
    { registries: entry("channels: { slack: '#general' }") },
  ],
  ['unknown-role', 6, 'requests.pull.roles.0', { requests: rule('roles: [AcrPuller]') }],
  [
    'unknown-principal',
    6,
    'requests.pull.by.0',
    { requests: '{ pull: { registries: [dev], by: [group:devs] } }' },
  ],
  ['unknown-principal', 5, 'registries.dev.owners.0', { registries: entry('owners: [person:platform]') }],
  [
    'unknown-registry',
    6,
    'requests.pull.registries.0',
    { requests: '{ pull: { registries: [prod], by: [members] } }' },
  ],
  ['unknown-tag', 7, 'deny.x.registries.0', { deny: '{ x: { registries: [tag:production] } }' }],
  ['duplicate', 3, 'people.bo', { people: `{ ari: ${ari}, bo: ${ari} }` }],
  ['duplicate', 4, 'groups.developers', { groups: `{ developers: ${ari}, platform: ${platform} }` }],
  [
    'duplicate',
    6,
    'requests.pull.by.1',
    { requests: `{ pull: { registries: [dev], by: [group:developers, 'group:${developers}'] } }` },
  ],
  [
    'duplicate',
    6,
    'requests.pull.by.1',
    { requests: '{ pull: { registries: [dev], by: [members, group:developers] } }' },
  ],
  ['duplicate', 6, 'requests.pull.roles.1', { requests: rule('roles: [AcrPull, AcrPull]') }],
  [
    'duplicate',
    5,
    'registries.too.match.0',
    {
      registries: '{ dev: { match: [contosodev], owners: [group:platform] }, too: { match: [ContosoDev] } }',
    },
  ],
  ['too-long', 3, 'maxDuration', { tenants: `[${tenant}]\nmaxDuration: 181d` }],
  ['too-long', 6, 'requests.pull.maxDuration', { requests: rule('maxDuration: 15d') }],
  [
    'production-open',
    6,
    'requests.pull.tier',
    { requests: rule('tier: 0'), registries: entry('tags: [production]') },
  ],
  ['admin-open', 7, 'rotations.renew.tier', { rotations: rotation('secrets: [admin-password], tier: 0') }],
  ['no-approver', 6, 'requests.pull', { registries: '{ dev: { match: [contosodev] } }' }],
  [
    'no-approver',
    7,
    'rotations.renew',
    {
      requests: '{}',
      registries: '{ dev: { match: [contosodev] } }',
      rotations: rotation('secrets: [client-secret]'),
    },
  ],
  ['too-few-approvers', 6, 'requests.pull', { requests: rule('tier: 3, approvers: [person:ari]') }],
  [
    'own-approver',
    6,
    'requests.pull.by',
    { requests: '{ pull: { registries: [dev], by: [person:ari], approvers: [person:ari] } }' },
  ],
  [
    'own-approver',
    6,
    'requests.pull.by',
    {
      requests:
        '{ pull: { registries: [dev], by: [person:ari], tier: 3, approvers: [person:ari, person:bo] } }',
    },
  ],
  [
    'no-condition',
    6,
    'requests.pull.repositories',
    { requests: rule('roles: [AcrPull], repositories: [team/*]') },
  ],
  [
    'no-tokens',
    7,
    'rotations.renew.tokens',
    { rotations: rotation("secrets: [client-secret], tokens: ['x*']") },
  ],
  ['empty-deny', 7, 'deny.x', { requests: '{}', deny: '{ x: {} }' }],
  ['denied-rule', 6, 'requests.pull', { deny: '{ x: { by: [members], match: [contoso*] } }' }],
  ['denied-rule', 6, 'requests.pull', { deny: '{ x: { roles: [AcrPull] } }' }],
  [
    'denied-rule',
    7,
    'rotations.renew',
    { rotations: rotation('secrets: [client-secret]'), deny: '{ x: { secrets: [client-secret] } }' },
  ],
  [
    'denied-role',
    6,
    'requests.pull.roles',
    { requests: rule('roles: [AcrPull, AcrPush]'), deny: '{ x: { roles: [AcrPush] } }' },
  ],
  [
    'covered-rule',
    6,
    'requests.pull',
    {
      requests:
        '{ pull: { registries: [dev], roles: [AcrPull], by: [group:developers], tier: 2 }, all: { registries: [dev], by: [members], tier: 1 } }',
    },
  ],
];

describe('a mistake is told with its line, path and kind', () => {
  test.each(cases)('%s, line %s, %s', (code, line, path, parts) => {
    const found = problemsOf(text(parts));
    expect(found.map((it) => [it.code, it.line, it.path])).toContainEqual([code, line, path]);
    // One mistake is told once, and as no other one.
    expect([...new Set(found.map((it) => it.code))]).toEqual([code]);
  });

  test('every kind of mistake is in the table', () => {
    const here = new Set<ProblemCode>([...cases.map(([code]) => code), 'human-role']);
    expect(problemCodes.filter((code) => !here.has(code))).toEqual([]);
  });
});

test.each([
  'AcrDelete',
  'Container Registry Repository Contributor',
  'Container Registry Contributor and Data Access Configuration Administrator',
  'Contributor',
  'Owner',
  'User Access Administrator',
  'Role Based Access Control Administrator',
  'Reader',
])('%s can never be made requestable', (role) => {
  expect(problemsOf(text({ requests: rule(`roles: [AcrPush, ${role}]`) }))).toMatchObject([
    { code: 'human-role', value: role, path: 'requests.pull.roles.1' },
  ]);
});

test('a file without a mistake is a policy; roles are by default all that can be asked for', () => {
  const loaded = loadPolicy(text({ requests: rule('tier: 1') }));
  expect(loaded).toMatchObject({
    kind: 'policy',
    policy: {
      requests: [
        {
          roles: [
            'AcrPull',
            'AcrPush',
            'Container Registry Repository Reader',
            'Container Registry Repository Writer',
            'Container Registry Repository Catalog Lister',
          ],
          maxDurationMs: 14 * 86_400_000,
        },
      ],
    },
  });
});

test('what reaches every repository is denied where one is', () => {
  const deny = "{ x: { repositories: ['secret/*'] } }";
  const roles = 'roles: [AcrPull, Container Registry Repository Reader]';
  expect(problemsOf(text({ requests: rule(roles), deny }))).toMatchObject([
    { code: 'denied-role', value: 'deny.x (AcrPull)' },
  ]);
});

test.each([
  ['needs more approval', 'by: [members], tier: 3'],
  ['is shorter', 'by: [members], tier: 1, maxDuration: 8h'],
  ['is for others', 'by: [group:platform], tier: 1'],
  ['names fewer approvers', 'by: [members], tier: 1, approvers: [person:ari]'],
  ['gives less', 'by: [members], tier: 1, roles: [AcrPush]'],
])('a wide rule does not cover a narrow one if it %s', (_what, wide) => {
  const narrow = 'pull: { registries: [dev], roles: [AcrPull], by: [group:developers], tier: 2 }';
  expect(problemsOf(text({ requests: `{ ${narrow}, all: { registries: [dev], ${wide} } }` }))).toEqual([]);
});

test('all mistakes are told at once, by line', () => {
  const found = problemsOf(`version: 1
tenants: [${tenant}]
registries:
  dev: { match: [contosodev] }
  prod: { match: [contosodev], owners: [group:nobody] }
requests:
  a: { registries: [dev], roles: [Owner], by: [members] }
  b: { registries: [test], roles: [AcrPull], by: [members] }
  c: { registries: [dev], roles: [AcrPull], by: [members] }
`);
  expect(found.map(({ line, path, code }) => `${line} ${path} ${code}`)).toEqual([
    '5 registries.prod.owners.0 unknown-principal',
    '5 registries.prod.match.0 duplicate',
    '7 requests.a.roles.0 human-role',
    '8 requests.b.registries.0 unknown-registry',
    '9 requests.c no-approver',
  ]);
});

test.each(['', '# nothing', '[]', 'x', '42', '&a [*a, *b]', `a: &a [x]\nb: [${'*a,'.repeat(200)}]`])(
  'what is no policy is refused: %j',
  (file) => {
    expect(problemsOf(file)).not.toEqual([]);
  },
);
