import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/knowledge/language.js';
import type { PassageId } from '../../src/knowledge/passages.js';
import { passageCases } from './passages/index.js';
import type { Case } from './passages/passage.js';
import { cited, missing, missingPages, play, textOf } from './play.js';

// Object.keys widens to string; the keys of a Record<PassageId, …> are exactly PassageId.
const ids = Object.keys(passageCases) as PassageId[];

/** Holds the conversation of a case and finds the instruction in what the bot shows. */
function find(id: PassageId, wanted: Case, language: Language): ReturnType<typeof play> {
  const talk = play(wanted, language);
  if (wanted.asks !== undefined) expect(talk.asked, `${id}: question that waits`).toBe(wanted.asks);
  if (wanted.cause !== undefined) expect(talk.cause, `${id}: cause of the outcome`).toBe(wanted.cause);
  const text = textOf(wanted, talk);
  const phrases = wanted[language];
  if (phrases !== undefined)
    expect(missing(phrases, text), `${id} (${language}) not said in:\n${text}`).toEqual([]);
  expect(missingPages(wanted.pages ?? [], talk, language), `${id} (${language}): pages not linked`).toEqual(
    [],
  );
  return talk;
}

describe.each(languages)('seeds in %s', (language) => {
  test.each(ids)('%s is said', (id) => {
    for (const wanted of passageCases[id]) find(id, wanted, language);
  });
});

test.each(ids)('%s is cited where it is carried out', (id) => {
  const passages = passageCases[id].map((wanted) => cited(play(wanted, 'en')));
  expect(
    passages.some((all) => all.has(id)),
    `${id}: no node on the way cites it`,
  ).toBe(true);
});

test.each(ids)('%s: every conversation is held to something, in every language', (id) => {
  for (const wanted of passageCases[id]) {
    expect(wanted.pages?.length ?? languages.filter((language) => wanted[language]).length).toBeGreaterThan(
      0,
    );
    const said = languages.filter((language) => wanted[language] !== undefined);
    expect([0, languages.length], `${id}: phrases in ${said.join(', ')} only`).toContain(said.length);
  }
});
