import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../adapters/terminal/words.js';
import { refusals } from '../../src/access/policy/decision.js';
import { approvalRefusals } from '../../src/access/policy/may-approve.js';
import { problemCodes } from '../../src/access/policy/problem.js';
import { cliTexts } from '../../src/cli/texts/index.js';
import { languages } from '../../src/knowledge/language.js';
import { repository, tempTree } from '../support/temp.js';
import { run } from './world.js';

const example = join(repository, 'docs', 'examples', 'policy.yaml');
const dana = 'cccccccc-0000-4000-8000-000000000001';
const env = { POLICY: example };
const writer = 'Container Registry Repository Writer';

/** `policy test`, about the example. */
function ask(...argv: readonly string[]) {
  return run(['policy', 'test', '--as', dana, ...argv], { env });
}
const push = ['--role', writer, '--repository', 'payments/app', '--for', '8h'];
const developer = ['--groups', 'payments-developers', '--registry', 'contosopay'];

describe('policy test', () => {
  test('says who may, who approves, and why', async () => {
    const { code, out, err } = await ask(...developer, ...push);
    expect([code, err]).toEqual([0, '']);
    expect(out.replace(/\s+/g, ' ')).toContain(
      `Allowed: ${dana} may ask for "${writer}" on contosopay.azurecr.io, for 8 hours at most.`,
    );
    expect(out).toMatch(/^Rule: +requests\.push-payments$/m);
    expect(out).toMatch(/^Approval: .*fresh sign-in in the browser \(tier 2\)$/m);
    expect(out).toMatch(/^Approvers: +group platform$/m);
    expect(out).toMatch(RegExp(`^Never approve: +${dana}$`, 'm'));
    expect(out).toMatch(/^Policy \(SHA-256\):\n {2}[0-9a-f]{64}$/m);
    expect(out.replace(/\s+/g, ' ')).toContain('in the subscription 22222222-2222-4222-8222-222222222222');
  });

  test.each([
    [
      'no group',
      ['--registry', 'contosopay', ...push],
      'does not name the one who asks',
      'requests.push-payments',
    ],
    ['a guest', [...developer, ...push, '--guest'], 'Guests never ask', null],
    [
      'contractors',
      [...developer, ...push, '--groups', 'contractors,payments-developers'],
      'The policy denies it',
      'deny.contractors-never-push',
    ],
    [
      'a week',
      [...developer, ...push, '--for', '7'],
      'That is too long: 8 hours at most',
      'requests.push-payments',
    ],
    ['no reason', [...developer, ...push, '--no-reason'], 'A reason must be given', 'requests.push-payments'],
    ['Owner', ['--registry', 'contosodev1', '--role', 'Owner'], 'Only a human gives the role "Owner"', null],
    ['another mode', [...developer, ...push, '--mode', 'legacy'], 'in the mode legacy does not honor', null],
    ['another registry', ['--registry', 'fabrikam', ...push], 'no entry for this registry', null],
    [
      'another tenant',
      [...developer, ...push, '--tenant', dana],
      'a tenant that the policy does not name',
      null,
    ],
    [
      'the neighbours',
      [...developer, ...push, '--repository', 'payments', '--below'],
      'The policy denies it',
      'deny.signing-keys',
    ],
    [
      "somebody else's principal",
      [
        ...developer,
        ...push,
        '--identity',
        'service-principal:cccccccc-0000-4000-8000-000000000002',
        '--owners',
        'ari',
      ],
      'does not allow to ask for this identity',
      'requests.push-payments',
    ],
    [
      'another subscription',
      [
        ...developer,
        ...push,
        '--registry',
        `/subscriptions/${dana}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contosopay`,
      ],
      'no entry for this registry',
      null,
    ],
  ])('refuses: %s', async (_what, argv, why, rule) => {
    const { code, out } = await ask(...argv);
    expect(code).toBe(1);
    expect(out).toMatch(/^Refused: /);
    expect(out.replace(/\s+/g, ' ')).toContain(why);
    if (rule !== null) expect(out).toMatch(RegExp(`^Rule: +${rule}$`, 'm'));
  });

  test('an approver is judged, too', async () => {
    const approver = (...argv: readonly string[]) => ask(...developer, ...push, '--approver', ...argv);
    expect(await approver('ari', '--approver-groups', 'platform')).toMatchObject({
      code: 0,
      out: expect.stringContaining('ari may approve it.'),
    });
    expect(await approver('ari')).toMatchObject({
      code: 1,
      out: expect.stringContaining('not among the approvers'),
    });
    expect(await approver(dana, '--approver-groups', 'platform')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/nobody\s+approves\s+their\s+own\s+request/),
    });
  });

  test('secrets', async () => {
    const own = ['--rotate', 'client-secret:cccccccc-0000-4000-8000-000000000002', '--owners', `${dana},bo`];
    const { code, out } = await ask(...developer, ...own);
    expect(code).toBe(0);
    expect(out).toMatch(/^New secret: +https:\/\/contoso-payments\.vault\.azure\.net$/m);
    expect((await ask(...developer, '--rotate', 'repository-token-password:payments-ci')).code).toBe(0);
    expect((await ask(...developer, '--rotate', 'repository-token-password:other-ci')).code).toBe(1);
    expect((await ask(...developer, '--rotate', 'admin-password')).code).toBe(1);
  });

  test.each(languages)('answers in %s', async (language) => {
    const { policy } = cliTexts(language);
    const allowed = await ask(...developer, ...push, '--lang', language);
    expect(allowed.out).toContain(policy.labels.approvers);
    expect(allowed.out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    expect(allowed.out).not.toMatch(/\{\w+\}/);
    const refused = await ask(
      '--registry',
      'contosodev1',
      '--role',
      'AcrPull',
      '--for',
      '30',
      '--lang',
      language,
    );
    const days = { en: '14 days', de: '14 Tage', 'zh-Hans': '14天' };
    expect(refused.out).toContain(policy.refusals['too-long'].replace('{time}', days[language]));
  });

  test.each([
    [['--role', 'AcrPull', '--as', 'nobody'], '"nobody" is neither an object id nor a name'],
    [['--role', 'AcrPuller'], 'There is no built-in role "AcrPuller"'],
    [['--role', 'AcrPull', '--for', '2w'], '"2w" is not a duration'],
    [['--role', 'AcrPull', '--identity', 'robot:x'], '"robot:x" is not an identity'],
    [['--role', 'AcrPull', '--mode', 'rbac'], 'There is no mode "rbac"'],
    [['--role', 'AcrPull', '--tenant', 'contoso'], '"contoso" is not the id of a tenant'],
    [['--role', 'AcrPull', '--registry', 'evil.com'], '"evil.com" is not a registry'],
    [['--role', 'AcrPull', '--registry', '/subscriptions/x'], '"/subscriptions/x" is not a registry'],
    [['--rotate', 'password'], '"password" is not a secret'],
    [['--rotate', 'admin-password', '--role', 'AcrPull'], 'either --role or --rotate'],
    [[], 'either --role or --rotate'],
  ])('a wrong command line gets 64: %j', async (argv, sentence) => {
    const { code, out, err } = await ask('--registry', 'contosopay', ...argv);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain(sentence);
  });

  test('without a policy nothing can be asked for', async () => {
    const argv = ['policy', 'test', '--as', dana, '--registry', 'contosopay', '--role', 'AcrPull'];
    const { code, out } = await run(argv);
    expect(code).toBe(1);
    expect(out).toMatch(/^Refused: There is no policy file/);
    expect((await run(['policy', 'test', '--role', 'AcrPull', '--registry', 'x'])).code).toBe(64);
  });
});

describe('policy check', () => {
  test.each(languages)('prints hash and summary in %s', async (language) => {
    const { code, out, err } = await run(['policy', '--lang', language, 'check', example], { columns: 100 });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}[0-9a-f]{64}$/m);
    for (const rule of [
      'registries.payments',
      'requests.push-payments',
      'rotations.admin-password',
      'deny.signing-keys',
    ])
      expect(out).toMatch(RegExp(`^${rule} `, 'm'));
    expect(out).toContain(cliTexts(language).policy.tiers[3].slice(0, 4));
    expect(out).not.toMatch(/\{\w+\}/);
  });

  test('the file may come from standard input or POLICY', async () => {
    const input = readFileSync(example);
    const hash = (out: string) => /[0-9a-f]{64}/.exec(out)?.[0];
    const read = await run(['policy', 'check', '-'], { input });
    expect(read.code).toBe(0);
    expect(hash((await run(['policy', 'check'], { env })).out)).toBe(hash(read.out));
    expect((await run(['policy', 'check'])).code).toBe(64);
    expect((await run(['policy', 'check', 'nothing.yaml'])).code).toBe(66);
  });

  const wrong = 'version: 1\ntenants: [x]\nrequests:\n  a: { registries: [dev], by: [members], tier: 9 }\n';

  test.each([
    ['en', 'line 2, tenants.0: This is not a GUID'],
    ['de', 'Zeile 2, tenants.0: Das ist keine GUID'],
    ['zh-Hans', '第 2 行, tenants.0: 这不是'],
  ])('names every mistake at once in %s, and so does every other command', async (language, sentence) => {
    const file = join(tempTree({ 'policy.yaml': wrong }), 'policy.yaml');
    const checked = await run(['policy', 'check', file, '--lang', language]);
    expect([checked.code, checked.out]).toEqual([67, '']);
    expect(checked.err).toContain(sentence);
    expect(checked.err).toContain('requests.a.tier: ');
    const argv = [
      'policy',
      'test',
      '--policy',
      file,
      '--as',
      dana,
      '--registry',
      'contoso',
      '--role',
      'AcrPull',
    ];
    expect(await run([...argv, '--lang', language])).toEqual(checked);
  });
});

test.each(languages)('every reason and every mistake has a sentence of its own in %s', (language) => {
  const { policy } = cliTexts(language);
  const all = [
    ...refusals.map((it) => policy.refusals[it]),
    ...approvalRefusals.map((it) => policy.approvalRefusals[it]),
  ];
  expect(all.filter((it, i) => it === '' || all.indexOf(it) !== i)).toEqual([]);
  expect(problemCodes.filter((it) => policy.problems[it] === '')).toEqual([]);
});

test.each(languages)('help in %s names both commands and fits the screen', async (language) => {
  const { commands } = cliTexts(language).policy;
  const { code, out } = await run(['policy', '--help', '--lang', language]);
  expect(code).toBe(0);
  expect(out).toMatch(/^ {2}test {2}/m);
  expect(out).toMatch(/^ {2}check {2}/m);
  expect(out.replace(/\s+/g, '')).toContain(commands.check.replace(/\s+/g, ''));
  const own = await run(['policy', 'test', '--help', '--lang', language]);
  expect(own.out).toContain('acr-help policy test ');
  expect(own.out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
});
