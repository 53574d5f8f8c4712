import { describe, expect, it } from 'vitest';
import { askOptions } from '../../src/knowledge/asks.js';
import { causeIds } from '../../src/knowledge/causes.js';
import { checkVerdicts } from '../../src/knowledge/checks.js';
import { placeholderPattern, placeholders } from '../../src/knowledge/fixes/placeholders.js';
import { stepIds } from '../../src/knowledge/fixes/steps.js';
import { languages } from '../../src/knowledge/language.js';
import { linkIds } from '../../src/knowledge/links.js';
import { passages } from '../../src/knowledge/passages.js';
import { textsFor } from '../../src/knowledge/texts/index.js';

const known = new Set<string>(placeholders);

/** All strings of a tree of texts, with their paths. */
function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => flatten(value, `${path}.${key}`));
}

describe.each(languages)('texts in %s', (language) => {
  const { ui, ...texts } = textsFor(language);
  const all = flatten(texts, language);

  it('has the keys of the tables, and no others', () => {
    const sorted = (keys: readonly string[]): string[] => [...keys].sort();
    expect(sorted(Object.keys(texts.causes))).toEqual(sorted(causeIds));
    expect(sorted(Object.keys(texts.steps))).toEqual(sorted(stepIds));
    expect(sorted(Object.keys(texts.links))).toEqual(sorted(linkIds));
    expect(sorted(Object.keys(texts.sections))).toEqual(sorted([...new Set(Object.values(passages))]));
    for (const [id, { options }] of Object.entries(texts.asks)) {
      expect(sorted(Object.keys(options)), id).toEqual(sorted(askOptions[id as keyof typeof askOptions]));
    }
    for (const [id, { verdicts }] of Object.entries(texts.checks)) {
      expect(sorted(Object.keys(verdicts)), id).toEqual(
        sorted(checkVerdicts[id as keyof typeof checkVerdicts]),
      );
    }
    for (const [id, sentences] of Object.entries(texts.found)) {
      expect(sorted(Object.keys(sentences)), id).toEqual(
        sorted(checkVerdicts[id as keyof typeof checkVerdicts]),
      );
    }
  });

  it('has no empty text and no stray blanks', () => {
    for (const [path, text] of all) {
      expect(text.trim(), path).toBe(text);
      expect(text, path).not.toBe('');
      expect(text, path).not.toMatch(/ {2}|\n/);
    }
  });

  it('names declared placeholders only', () => {
    // Those of chat platforms have places of their own, as the conversation's have.
    const {
      chat: _chat,
      requests: _requests,
      rotations: _rotations,
      vantage: _vantage,
      loginEvents: _log,
      ...ofCases
    } = texts;
    for (const [path, text] of flatten(ofCases, language)) {
      for (const [, name] of text.matchAll(placeholderPattern)) {
        expect(known.has(name ?? ''), `${path}: {${name}}`).toBe(true);
      }
    }
  });

  it('marks up with code and portal paths only', () => {
    for (const [path, text] of all) {
      expect((text.match(/`/g) ?? []).length % 2, path).toBe(0);
      const plain = text.replaceAll(/`[^`]*`/g, '');
      expect(plain.match(/\*\*/g)?.length ?? 0, path).toSatisfy((count: number) => count % 2 === 0);
      expect(plain.replaceAll(/\*\*[^*]+\*\*/g, ''), path).not.toMatch(/[*[\]<>]|(?<!\w)_|_(?!\w)/);
    }
  });

  it('keeps titles and answers short', () => {
    for (const [id, { title }] of Object.entries(texts.causes)) {
      expect([...title].length, id).toBeLessThanOrEqual(70);
    }
    // Slack refuses options of more than 75 characters.
    const options = [
      ...Object.values(texts.asks).flatMap((ask): string[] => Object.values(ask.options)),
      ...Object.values(texts.checks).flatMap((check): string[] => Object.values(check.verdicts)),
    ];
    for (const option of options) expect([...option].length, option).toBeLessThanOrEqual(75);
    for (const [path, sentence] of flatten(texts.found, 'found')) {
      expect([...sentence].length, path).toBeLessThanOrEqual(60);
    }
  });

  it('tells what was seen as no answer to a question, and goes on behind it', () => {
    for (const [path, sentence] of flatten(texts.found, 'found')) {
      expect(sentence, path).not.toMatch(/^(?:Yes|No|Ja|Nein|是|否|有|没有)(?:[,:，：]|$)/);
      expect(sentence, path).not.toMatch(/[.。;；]/);
    }
  });

  it('gives every answer of a question its own words', () => {
    for (const item of [...Object.values(texts.asks), ...Object.values(texts.checks)]) {
      const labels: string[] = Object.values('options' in item ? item.options : item.verdicts);
      expect(new Set(labels).size, labels.join(' | ')).toBe(labels.length);
    }
    for (const sentences of Object.values(texts.found)) {
      const told: string[] = Object.values(sentences);
      expect(new Set(told).size, told.join(' | ')).toBe(told.length);
    }
  });
});
