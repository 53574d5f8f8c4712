import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { policyIn } from '../../src/cli/bot/policy.js';
import { redact } from '../../src/diagnosis/redact/redact.js';
import { tempTree } from '../support/temp.js';
import { Flock } from './canary/canary.js';
import { clean, constantTexts, exercise, figures, judged, plotWith, previewsIn } from './canary/exercise.js';
import { hatch } from './canary/hatch.js';
import { leaksIn, valuesIn } from './canary/search.js';
import { encodings, shapes } from './canary/shapes.js';
import { filesIn, leftBehind, openEyes, recordedConsole, sink } from './canary/stock.js';
import { wordsFor } from './canary/words.js';
import { openCompany } from './company.js';
import { tokenOnPagePlot, tokenPlot } from './secret-plots.js';
import { minute } from './story.js';

test('T14 T15 T18 T19 nothing that is pasted is said, kept or logged, whatever secret it holds and however it comes in', {
  timeout: 8 * minute,
}, async () => {
  const folder = tempTree({});
  const said = recordedConsole();
  const eyes = await openEyes();
  const company = await openCompany(plotWith({ STORE: `sqlite:${folder}/bot.db`, ...eyes.env }));
  const done = await exercise(company);
  const page = await eyes.page();
  const live = filesIn(folder, 'in use');
  await company.stop();
  const closed = filesIn(folder, 'closed');
  const seen = [sink('metrics', page), { name: 'spans', bytes: Buffer.concat(eyes.collector.bodies) }];
  const sinks = [...done.answers, ...leftBehind(company), sink('console', said), ...seen, ...live, ...closed];
  vi.restoreAllMocks();

  expect(live.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['bot.db in use', 'bot.db-wal in use', 'bot.db-shm in use']),
  );
  // All of it was read, or there would be nothing to leak.
  for (const name of ['Slack', 'Teams', 'bot.db closed'])
    expect(sinks.find((it) => it.name === name)?.bytes.toString('latin1')).toContain('contoso.azurecr.io');
  expect(page).toMatch(/^redactions_total\{rule="acr-key"\} [1-9]\d*$/m);
  expect(new Set(eyes.collector.spans().map(({ name }) => name))).toEqual(
    new Set(['turn', 'check', 'azure', 'job']),
  );
  expect(judged(done, sinks, company)).toEqual(clean);
  expect(constantTexts()).toEqual(expect.arrayContaining([...previewsIn(company)]));
  console.info(figures(done, sinks, company));
});

test.each([
  ['a vault', tokenPlot],
  ['a page', tokenOnPagePlot],
])(
  'T15 T17 T18 values made by Azure, which go to %s, are nowhere else, nor is what was written about them',
  {
    timeout: 2 * minute,
  },
  async (_where, plot) => {
    const folder = tempTree({});
    const said = recordedConsole();
    const eyes = await openEyes();
    const company = await openCompany(
      plot(1, { env: { APPROVAL_CONTEXT: 'c1', STORE: `sqlite:${folder}/bot.db`, ...eyes.env } }),
    );
    const before = company.sandbox.secrets().length;
    const flock = new Flock();
    const [words] = wordsFor('reason of a request', flock);
    if (words === undefined) throw new Error('there is nothing to write');
    const [rosa, olga] = [company.onSlack('rosa'), company.onTeams('olga')];
    const { paste, answers } = company.sandbox.world();
    await rosa.diagnose(paste, answers, 'Ask for a new secret');
    await rosa.fill({ 'in-use': 'password2', valid: '30', reason: words.text });
    await olga.approve();
    await rosa.until(() => rosa.offers('It works everywhere'));
    const live = filesIn(folder, 'in use');
    const page = await eyes.page();
    await company.stop();
    const seen = [sink('metrics', page), { name: 'spans', bytes: Buffer.concat(eyes.collector.bodies) }];
    const kept = [...live, ...filesIn(folder, 'closed')];
    const sinks = [...leftBehind(company), sink('console', said), ...seen, ...kept];
    vi.restoreAllMocks();

    expect(company.sandbox.secrets().length).toBeGreaterThan(before);
    const done = { flock, words: [words] };
    expect(judged(done, sinks, company)).toEqual(clean);
    console.info(figures(done, sinks, company));
  },
);

describe('the search', () => {
  const flock = new Flock();
  const canaries = shapes.flatMap((shape) =>
    Object.keys(encodings).map((encoding) => hatch('search', shape, encoding, flock)),
  );
  const ways: Readonly<Record<string, (text: string) => Buffer>> = {
    'as it is': (text) => Buffer.from(text),
    'in JSON': (text) => Buffer.from(JSON.stringify({ text, more: JSON.stringify({ text }) })),
    'in a URL': (text) => Buffer.from(`/link?state=${encodeURIComponent(text)}`),
    'in HTML': (text) => Buffer.from(text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')),
    'in base64': (text) => Buffer.from(`x=${Buffer.from(text).toString('base64')}`),
    'in base64url, behind something': (text) =>
      Buffer.from(`xy.${Buffer.from(`ab${text}`).toString('base64url')}`),
    'in hexadecimal': (text) => Buffer.from(`\\x${Buffer.from(text).toString('hex')}`),
    'in UTF-16': (text) => Buffer.from(text, 'utf16le'),
    'between other bytes': (text) =>
      Buffer.concat([Buffer.alloc(999, 1), Buffer.from(text), Buffer.alloc(99)]),
  };

  test.each(Object.entries(ways))('sees every canary %s', (name, write) => {
    const missed = canaries.filter(
      (canary) => !leaksIn({ name, bytes: write(canary.line) }, flock).some((leak) => leak.canary === canary),
    );
    expect(missed.map(({ shape, encoding }) => `${shape}, ${encoding}`)).toEqual([]);
  });

  test.each(Object.entries(ways))('sees a value that Azure made %s', (name, write) => {
    const value = 'sandbox-contoso/admin+password=2';
    expect(valuesIn({ name, bytes: write(`the value is ${value} now`) }, [value, 'another'])).toEqual([
      value,
    ]);
  });

  test('sees one that is cut off, and one that nobody knows', () => {
    const bytes = Buffer.from(`${canaries[5]?.core.slice(0, -1)} FAKECANARYzzzzzz`);
    expect(leaksIn({ name: 'x', bytes }, flock)).toEqual([
      { sink: 'x', canary: expect.anything() },
      { sink: 'x', canary: null },
    ]);
  });

  test('finds nothing where nothing is', () => {
    const bytes = Buffer.from('FAKE CANARY, contoso.azurecr.io; nothing to see'.repeat(99));
    expect(leaksIn({ name: 'x', bytes }, flock)).toEqual([]);
  });
});

/** Words in fields are people's own: what is not known for a secret stays. How many shapes that are, and which. */
test('what redaction leaves in words is known', () => {
  const flock = new Flock();
  const left = Object.keys(encodings).map((encoding) => {
    const survives = shapes.filter((shape) => {
      const canary = hatch('field', shape, encoding, flock);
      return leaksIn({ name: 'field', bytes: Buffer.from(redact(canary.line).text) }, flock).length > 0;
    });
    return [`${encoding}: ${survives.length} of ${shapes.length}`, survives.map(({ name }) => name)];
  });
  expect(Object.fromEntries(left)).toMatchInlineSnapshot(`
    {
      "HTML: 3 of 49": [
        "ACR key, two lines",
        "old ACR password, alone",
        "prose, no word for it",
      ],
      "URL: 21 of 49": [
        "Service Bus",
        "docker login -p",
        "docker login --password, quoted",
        "echo into --password-stdin",
        "here-string",
        "--docker-password",
        "--src-creds",
        "curl -u",
        "URL userinfo",
        "SAS",
        "SQL connection string",
        "environment",
        "JSON key",
        "PEM",
        "IDENTITY_HEADER",
        "prose, English",
        "prose, German",
        "prose, Chinese",
        "prose, French",
        "prose, Japanese",
        "prose, no word for it",
      ],
      "base64: 1 of 49": [
        "environment",
      ],
      "plain: 2 of 49": [
        "ACR key, two lines",
        "prose, no word for it",
      ],
    }
  `);
});

test('a policy that is refused says where it is wrong, and nothing of what stands there', async () => {
  const flock = new Flock();
  const lines = shapes.map((shape) => hatch('policy', shape, 'plain', flock).line);
  const values = lines.map((line, i) => `  g${i}: ${JSON.stringify(line)}`).join('\n');
  const comments = lines.map((line) => `# ${JSON.stringify(line)}`).join('\n');
  for (const text of [
    `version: 1\ntenants: [${JSON.stringify(lines[0])}]\n${comments}\ngroups:\n${values}\nregistries: {}\nrequests: {}\n`,
    `version: ${JSON.stringify(lines.join('\n'))}\n`,
    `version: 1\n${lines.join('\n')}\n`,
  ]) {
    const file = join(tempTree({ 'policy.yaml': text }), 'policy.yaml');
    const refused = await policyIn(file).catch((error: unknown) => String(error));
    expect(refused).toContain('has mistakes');
    expect(leaksIn({ name: 'error', bytes: Buffer.from(String(refused)) }, flock)).toEqual([]);
  }
});
