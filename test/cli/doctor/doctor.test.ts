import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { botScopes } from '../../../adapters/slack/manifest.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { findingIds, sections, states } from '../../../src/doctor/catalogue.js';
import { languages } from '../../../src/knowledge/language.js';
import { tempTree } from '../../support/temp.js';
import { run } from '../world.js';
import { doctor, goodSlack, slackEnv, slackThatSays, world } from './ground.js';

const scopes = { 'x-oauth-scopes': botScopes.join(',') };

const lines = z.array(z.string());
/** What docs/doctor.md promises. */
const shape = z.strictObject({
  version: z.literal(1),
  ok: z.boolean(),
  counts: z.strictObject({
    ...{ failed: z.number(), unknown: z.number(), warning: z.number() },
    ...{ ok: z.number(), skipped: z.number() },
  }),
  findings: z.array(
    z.strictObject({
      id: z.enum(findingIds),
      section: z.enum(sections),
      state: z.enum(states),
      about: z.string().nullable(),
      what: z.string().min(1),
      todo: z.string().min(1).nullable(),
      command: z.strictObject({ bash: lines, powershell: lines }).nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number(), lines])),
    }),
  ),
  hosts: z.array(z.strictObject({ host: z.string(), port: z.literal(443), for: lines })),
});
const ids = (out: string) => shape.parse(JSON.parse(out)).findings.map(({ id }) => id);

describe('doctor', { timeout: 60_000 }, () => {
  test('a world and a Slack in order: 0, as a page and as JSON', async () => {
    const env = slackEnv(await slackThatSays(goodSlack, scopes));
    const page = await doctor(env, { world });
    expect(page.code).toBe(0);
    expect(page.out).not.toMatch(/✗|\? {1,2}unknown/);
    expect(page.out).toContain('✓ ok       Slack takes the bot token.');
    expect(page.out).toMatch(/management\.azure\.com +Azure\n/);
    const json = await doctor(env, { world, json: true });
    const report = shape.parse(JSON.parse(json.out));
    expect(json.code).toBe(0);
    expect(report).toMatchObject({ ok: true, counts: { failed: 0, unknown: 0 } });
    expect(json.out.trimEnd()).not.toContain('\n');
    expect(report.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'store.new',
        'slack.scopes',
        'identity.fit',
        'permission.held',
        'clock.right',
        'egress.open',
      ]),
    );
  });

  test.each(languages)('fits the page in %s; only commands, hosts and ids are wider', async (lang) => {
    const env = { SLACK_BOT_TOKEN: 'xoxp-fake-fake-fake', HTTPS_PROXY: 'http://proxy', TEAMS_APP_ID: 'x' };
    for (const columns of [40, 80]) {
      const { code, out } = await doctor({ ...env, STORE: 'sqlite::memory:' }, { world, lang }, { columns });
      expect(code).toBe(1);
      const wide = out.split('\n').filter((line) => widthOf(line) > columns);
      expect(wide.filter((line) => !/^ +az |^ {2}[a-z.-]+ {2}/.test(line))).toEqual([]);
      expect(out).not.toMatch(/[{}]/);
    }
  });

  test('what is wrong in one part does not hide the others', async () => {
    const file = join(tempTree({}), 'policy.yaml');
    writeFileSync(file, 'version: 1\nregistries: [');
    const env = {
      ...slackEnv(await slackThatSays('{"ok":false,"error":"token_revoked"}')),
      ...{
        PORT: 'x',
        POLICY: file,
        STORE: 'postgres://acr:fake@127.0.0.1:1/acr',
        TEAMS_APP_ID: 'not-a-guid',
      },
      ...{ ACR_HELP_EXTRA_CA: '/does/not/exist.pem', GRANTOR_IDENTITY: 'client-secret' },
    };
    const { code, out } = await doctor(env, { world, json: true });
    expect(code).toBe(1);
    expect(ids(out)).toEqual(
      expect.arrayContaining([
        ...['config.wrong-form', 'config.part-incomplete', 'config.extra-ca-unreadable', 'policy.mistake'],
        ...[
          'store.unreachable',
          'slack.token-refused',
          'identity.signed-in',
          'permission.held',
          'egress.open',
        ],
      ]),
    );
    const policy = shape.parse(JSON.parse(out)).findings.find(({ id }) => id === 'policy.mistake');
    expect(policy?.command?.bash).toEqual([`npm run -s acr-help -- policy check ${file}`]);
  });

  test('a clock that is off', async () => {
    const env = slackEnv(await slackThatSays(goodSlack, scopes));
    const ahead = await doctor(env, { world, json: true }, { now: () => Date.now() + 120_000 });
    expect([ahead.code, ids(ahead.out).includes('clock.off')]).toEqual([0, true]);
    const behind = await doctor(env, { world, json: true }, { now: () => Date.now() - 400_000 });
    expect([behind.code, ids(behind.out).includes('clock.wrong')]).toEqual([1, true]);
  });

  test('nothing is set: it says so, and asks nobody', async () => {
    const { code, out } = await doctor({ STORE: 'sqlite::memory:' }, { json: true });
    expect(code).toBe(1);
    expect(ids(out)).toEqual(expect.arrayContaining(['config.no-platform', 'clock.unknown']));
    expect(shape.parse(JSON.parse(out)).hosts).toEqual([]);
  });

  test('a wrong command line is 64, a world that is not there 66', async () => {
    expect((await run(['doctor', '--foo'])).code).toBe(64);
    expect((await run(['doctor', 'x'])).code).toBe(64);
    expect((await run(['doctor', '--world', 'x.yaml'])).code).toBe(66);
  });
});
