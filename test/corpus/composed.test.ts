import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import { composedFloors, ratio } from './floors.js';

/**
 * Pastes composed by people who had not seen the rules, from how programs print their errors. They have been read
 * since, so that this guards against regressions; it measures nothing on unseen texts.
 */
interface Paste {
  readonly id: string;
  readonly text: string;
  readonly causes: readonly string[];
}

const folder = new URL('../fixtures/pastes/', import.meta.url);
const files = readdirSync(folder);

function read(file: string): readonly Paste[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').trim().split('\n');
  // The files are part of the repository and have this shape.
  return lines.map((line) => JSON.parse(line) as Paste);
}

describe('composed pastes', () => {
  test.each(files)('%s: first cause', (file) => {
    const pastes = read(file);
    const missed = pastes
      .map(({ id, text, causes }) => ({ id, causes, first: diagnose(text).reading.causes[0]?.cause ?? '' }))
      .filter(({ causes, first }) => !causes.includes(first));
    const share = { of: pastes.length, hit: pastes.length - missed.length };
    const list = missed.map(({ id, causes, first }) => `${id}: ${causes.join('|')}, got ${first}`).join('\n');
    expect(ratio(share), list).toBeGreaterThanOrEqual(composedFloors.firstCause);
  });

  test('what is about the registry is not refused', () => {
    const own = files.flatMap(read).filter(({ causes }) => !causes.includes('not-acr'));
    const refused = own.filter(({ text }) => !diagnose(text).reading.aboutAcr).map(({ id }) => id);
    const share = { of: own.length, hit: own.length - refused.length };
    expect(ratio(share), refused.join(' ')).toBeGreaterThanOrEqual(composedFloors.accepted);
  });
});
