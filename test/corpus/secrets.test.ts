import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { tell } from '../support/figures.js';
import { repository } from '../support/temp.js';
import { jsonLines } from './corpus.js';
import { ratio, secretFloors } from './floors.js';
import { wanted } from './report.js';
import type { Share } from './score.js';

/** Shapes of secrets, and of what looks like one, written by somebody who has not seen the rules. */
const folder = join(repository, 'test', 'fixtures', 'secrets');

interface Text {
  readonly id: string;
  readonly text: string;
}

function measure<T extends Text>(file: string, passes: (line: T, redacted: string) => boolean): Share {
  const lines = jsonLines<T>(join(folder, file));
  const failed = lines.filter((line) => !passes(line, diagnose(line.text).redactedText)).map(({ id }) => id);
  const share = { hit: lines.length - failed.length, of: lines.length };
  // Ids only: whoever writes rules shall not read the samples.
  if (wanted)
    console.log(
      `${file}: ${(ratio(share) * 100).toFixed(1)} % of ${lines.length}; failed: ${failed.join(' ') || 'none'}`,
    );
  return share;
}

test('no secret survives', ({ task }) => {
  const caught = measure<Text & { readonly secret: readonly string[] }>(
    'secrets.jsonl',
    ({ secret }, redacted) => secret.every((part) => !redacted.includes(part)),
  );
  tell(task, { ...caught });
  expect(ratio(caught)).toBeGreaterThanOrEqual(secretFloors.caught);
});

test('what is needed for the diagnosis is kept', ({ task }) => {
  const kept = measure<Text & { readonly keep: readonly string[] }>('must-keep.jsonl', ({ keep }, redacted) =>
    keep.every((part) => redacted.includes(part)),
  );
  tell(task, { ...kept });
  expect(ratio(kept)).toBeGreaterThanOrEqual(secretFloors.kept);
});
