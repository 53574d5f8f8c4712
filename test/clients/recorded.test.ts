import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { repository } from '../support/temp.js';
import { expectations } from './expectations.js';
import { type ClientRecord, recordSchema } from './record.js';

/**
 * Texts that programs printed which nobody here wrote, in a world whose cause is known. They were recorded by
 * `npm run test:clients -- --write`; here the diagnosis alone is judged.
 */

const folder = join(repository, 'test/clients/recorded');
const records: readonly ClientRecord[] = readdirSync(folder).flatMap((file) =>
  z.array(recordSchema).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
);
const named = (it: ClientRecord) => `${it.world}: ${it.command}, ${it.printedBy}`;

test('there are texts of every kind of client', () => {
  expect(new Set(records.map(({ command }) => command.split(' ')[0]))).toEqual(
    new Set(['az', 'docker', 'skopeo', 'podman', 'containerd', '@azure/container-registry']),
  );
});

test.each(records.map((it) => [named(it), it] as const))('%s', (_, record) => {
  const expected = expectations[record.world]?.[record.command];
  expect(record.text).toMatch(expected?.prints ?? /^$/);
  expect(record.exit === 0 ? 'ok' : 'fails').toBe(expected?.exit);

  const { secrets, causes } = diagnose(record.text).reading;
  expect(secrets).toEqual([]);
  expect(record.text).not.toMatch(/fake-|sandbox-\w+-(?:\w+-)*password|eyJ|\/work\//);

  expect(expected?.reads).toContain(causes[0]?.cause);
});
