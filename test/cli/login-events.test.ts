import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { mergePatch } from '../../sandbox/world/merge-patch.js';
import type { Block, Message } from '../../src/chat/message.js';
import { repository, tempTree } from '../support/temp.js';
import { run } from './world.js';

/** A conversation about a world in which the registry logs who signs in, as a program holds it. */

const file = join(repository, 'sandbox', 'worlds', 'role-missing.yaml');
const world: { readonly paste: string } = parse(readFileSync(file, 'utf8'));
const client = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';
const secret = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl';

const loginEvents = [
  { logged: '-20m', identity: client, ip: '20.50.1.9', userAgent: `docker/26.1.4 ${secret}` },
  { logged: '-25m', identity: client, ip: '20.50.1.9', userAgent: 'docker/26.1.4 go/go1.21.11' },
  {
    logged: '-30m',
    identity: 'kim@contoso.onmicrosoft.com',
    ip: '203.0.113.40',
    userAgent: 'AzureCLI/2.61.0',
  },
  {
    logged: '-40m',
    identity: '',
    ip: '198.51.100.77',
    userAgent: '[open](https://evil.example)',
    result: '403',
  },
  { logged: '-50m', identity: '<!channel> *now*', ip: '198.51.100.78', userAgent: 'constructor/1' },
  { logged: '-55m', identity: 'hunter2hunter2hunter2hunter2hunt', ip: '198.51.100.79', userAgent: secret },
];
const logged = {
  users: { kim: { tenant: 'contoso' }, noa: { tenant: 'contoso', linked: false } },
  workspaces: { central: { subscription: 'platform' } },
  registries: { contosobuilds: { diagnostics: { logs: { workspace: 'central' } }, loginEvents } },
};

/** What is told after a look at the log, as text, and the whole of the last message. */
async function look(patch: object, as = 'dana', lang = 'en') {
  const worldFile = join(
    tempTree({ 'world.yaml': stringify(mergePatch(mergePatch(world, logged), patch)) }),
    'world.yaml',
  );
  const lines = [
    { as, say: world.paste },
    { as, say: 'registry log' },
  ];
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { out, err } = await run(['chat', '--world', worldFile, '--json', '--lang', lang], { input });
  expect(err).toBe('');
  const messages: Message[] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => line.blocks !== undefined);
  const last = messages.at(-1);
  if (last === undefined) throw new Error('nothing was said');
  const outcome = messages.findLast((it) => it.outcome !== null);
  return { last, outcome, text: last.blocks.map(textOf).join('\n'), out };
}

function textOf(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'text':
    case 'source':
    case 'code':
      return block.text;
    case 'list':
      return block.items.join('\n');
    case 'steps':
      return block.items
        .map(({ text, code = [] }) => [text, ...code.map((it) => it.text)].join('\n'))
        .join('\n');
    case 'links':
      return block.items.map(({ url }) => url).join('\n');
    case 'facts':
    case 'progress':
      return '';
  }
}

test('who may read the log sees who was refused and from where, what belongs to the case first', async () => {
  const { last, outcome, text } = await look({});
  expect(outcome?.outcome?.cause).toBe('role-missing');
  expect(outcome?.buttons.map(({ verb }) => verb)).toContain('login-events');
  expect(text).toMatch(
    new RegExp(
      `Of this case.*\\n2026-03-02 08:40:00 · \`401\` · \`${client}\` · \`20.50.1.9\` · docker 26.1.4 · 2×\\nOthers`,
    ),
  );
  expect(text).toContain('08:30:00 · `401` · `kim@contoso.onmicrosoft.com` · `203.0.113.40` · az 2.61.0');
  expect(text).toContain('08:20:00 · `403` · no identity · `198.51.100.77`\n');
  expect(text).toContain('an identity that I do not show');
  expect(text).toContain('the firewall, or public access that is off');
  expect(text).toContain('it decides nothing');
  expect(last).toMatchObject({ outcome: null, ask: null });
  expect(last.buttons.map(({ verb }) => verb)).toEqual([
    'back',
    'login-events',
    'check-again',
    'handover',
    'restart',
  ]);
});

test('nothing that a client or a person wrote into the log comes out as it stands', async () => {
  const { out } = await look({});
  for (const raw of [secret, 'evil.example', '[open]', '<!channel>', 'hunter2', 'constructor', 'go1.21']) {
    expect(out).not.toContain(raw);
  }
});

describe('who may not read the log', () => {
  test('sees what was logged about their own identity, and nothing of anybody else', async () => {
    const { text, out } = await look({}, 'kim');
    expect(text).toContain('08:30:00 · `401` · `kim@contoso.onmicrosoft.com` · `203.0.113.40` · az 2.61.0');
    expect(text).toContain('about your own identity');
    for (const foreign of ['20.50.1.9', '198.51.100', 'Others']) expect(out).not.toContain(foreign);
  });

  test.each([
    ['with a log without them', {}],
    ['with no setting at all', { registries: { contosobuilds: { diagnostics: { logs: null } } } }],
  ])('learns the same %s', async (_, patch) => {
    const { text } = await look({ users: { kim: null, lou: { tenant: 'contoso' } }, ...patch }, 'lou');
    expect(text).toMatch(/^The log shows me nothing about your own identity\. That does not show/);
    expect(text).toContain('az monitor log-analytics query --workspace <workspace>');
    expect(text).not.toContain('diagnostic-settings');
  });

  test('and is not even linked is asked to link their account', async () => {
    expect((await look({}, 'noa')).text).toBe(
      'The log is shown only to people whom Azure knows. Link your account first, then look again.',
    );
  });
});

describe('no log', () => {
  test('without a setting: how to switch it on, with what is known filled in', async () => {
    const { text } = await look({ registries: { contosobuilds: { diagnostics: { logs: null } } } });
    expect(text).toMatch(/^This registry does not collect its login events/);
    expect(text).toMatch(
      /az monitor diagnostic-settings create --name login-events --resource "\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/rg-registry\/providers\/Microsoft\.ContainerRegistry\/registries\/contosobuilds" --workspace "<workspaceResource>" --logs '\[\{"category":"ContainerRegistryLoginEvents","enabled":true\}\]'/,
    );
    expect(text).toContain('**Monitoring > Diagnostic settings > Add diagnostic setting**');
    expect(text).toMatch(/some minutes later.*charges/);
    expect(text).not.toMatch(/no failed|No failed/);
  });

  test('nothing has arrived yet: not "no failures" either', async () => {
    const { text } = await look({ registries: { contosobuilds: { loginEvents: [] } } });
    expect(text).toMatch(/^No workspace that I may read has login events of this registry\./);
    expect(text).toContain('That does not show that no sign-in failed.');
  });

  test('the bot may not: role and command', async () => {
    const denied = ['Microsoft.Insights/logs/*', 'Microsoft.OperationalInsights/*'];
    const { text } = await look({ bot: { denied } });
    expect(text).toMatch(/^I may not read the log of this registry\. The role `Log Analytics Reader`/);
    expect(text).toMatch(
      /az role assignment create --role "Log Analytics Reader" --assignee [0-9a-f-]{36} --scope "\/subscriptions\/.*\/workspaces\/central"/,
    );
  });

  test.each([
    [
      'throttled',
      { status: 429, retryAfter: 30 },
      /^Log Analytics takes no more queries.*\nTry again in 30 seconds\.$/,
    ],
    ['an outage', { status: 503 }, /^Log Analytics gave no answer that I can use\.$/],
  ])('%s', async (_, http, expected) => {
    const { text, outcome } = await look({ faults: { busy: { host: 'api.loganalytics.io', http } } });
    expect(text).toMatch(expected);
    expect(outcome?.outcome?.cause).toBe('role-missing');
  });
});

test('a part of the result is told as such', async () => {
  const http = { status: 200, code: 'PartialError' };
  const { text } = await look({ faults: { partly: { host: 'api.loganalytics.io', http } } });
  expect(text).toContain('Azure gave only a part of the result');
  expect(text).toContain(client);
});

test.each([
  ['de', 'Was die Registrierung protokolliert hat', 'keine Identität'],
  ['zh-Hans', '注册表的记录', '无标识'],
])('in %s', async (lang, title, nobody) => {
  const { text } = await look({}, 'dana', lang);
  expect(text).toContain(title);
  expect(text).toContain(nobody);
});
