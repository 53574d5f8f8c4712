import { expect, test } from 'vitest';
import { jsonLog } from '../../src/observe/json-log.js';
import type { Log } from '../../src/observe/log.js';
import { scrubbed } from '../../src/observe/scrub.js';
import { Flock } from '../e2e/canary/canary.js';
import { hatch } from '../e2e/canary/hatch.js';
import { leaksIn } from '../e2e/canary/search.js';
import { shapes } from '../e2e/canary/shapes.js';

function lines(write: (log: Log) => void): readonly string[] {
  const written: string[] = [];
  write(jsonLog({ write: (line: string) => void written.push(line) }));
  return written;
}

test('a line without a secret is as it was', () => {
  const [line = ''] = lines((log) => log.info('executor.granted', { request: 'a'.repeat(32), owned: true }));
  expect(scrubbed(line)).toBe(line);
  expect(JSON.parse(line)).toMatchObject({ event: 'executor.granted', request: 'a'.repeat(32), owned: true });
});

/** By mistake: the types say that there is no field for a text. */
test('T15 T16 what is not known for a word of ours never gets out, in whatever field it is logged', () => {
  const flock = new Flock();
  const survived = shapes.flatMap((shape) => {
    const canary = hatch('log', shape, 'plain', flock);
    const written = lines((log) => {
      log.error('desk.failed', { reason: canary.line });
      log.error('desk.failed', { reason: `Error: request to https://x failed: ${canary.line}`, code: 'E_X' });
    });
    for (const line of written) expect(typeof JSON.parse(line)).toBe('object');
    return leaksIn({ name: 'log', bytes: Buffer.from(written.join('')) }, flock).length > 0
      ? [shape.name]
      : [];
  });
  // Without a word for it, and cut in two, a secret looks like what it is not: only types keep these out.
  expect(survived).toMatchInlineSnapshot(`
    [
      "ACR key, two lines",
      "prose, French",
      "prose, no word for it",
    ]
  `);
});

test('fields that are not listed are not written, and it shows that there were some', () => {
  const more: object = { password: 'CANARY', headers: { authorization: 'CANARY' } };
  const [line = ''] = lines((log) => log.info('desk.late', { platform: 'slack', ...more }));
  expect(JSON.parse(line)).toEqual({
    level: 'info',
    time: expect.any(String),
    event: 'desk.late',
    platform: 'slack',
    dropped: 2,
  });
});

test('where a secret reaches over the end of a field, only that there was one is left', () => {
  const line = `{"level":"info","time":"t","event":"x.y","reason":"-----BEGIN RSA PRIVATE KEY-----MIIE","code":"Zm9v-----END RSA PRIVATE KEY-----"}\n`;
  const left = scrubbed(line);
  expect(left).not.toContain('MIIE');
  expect(left.endsWith('\n')).toBe(true);
  expect(typeof JSON.parse(left)).toBe('object');
});
