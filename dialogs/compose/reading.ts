import type { Block } from '../../src/chat/message.js';
import type { Facts, Reading } from '../../src/diagnosis/reading.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { type FactName, factNames } from '../../src/knowledge/vocabulary.js';
import { fill } from './fill.js';
import { listOf } from './list.js';

/** Facts of a paste as label and value; the registry is left out where the login server says it. */
export function factItems(texts: Texts, facts: Facts): readonly { label: string; value: string }[] {
  return factNames.flatMap((name) => {
    if (name === 'registry' && facts.loginServer !== undefined) return [];
    const value = factValue(facts, name);
    return value === undefined ? [] : [{ label: texts.ui.facts[name], value }];
  });
}

/** What must be said about the paste itself before anything else: secrets in it, something left out. */
export function notices(texts: Texts, reading: Reading, language: Language): readonly Block[] {
  const blocks: Block[] = [];
  if (reading.secrets.length > 0) {
    const kinds = [...new Set(reading.secrets.map(({ kind }) => texts.ui.secretKinds[kind]))];
    blocks.push({ type: 'text', text: fill(texts.ui.secretsFound, { kinds: listOf(kinds, language) }) });
  }
  if (reading.truncated) blocks.push({ type: 'text', text: texts.ui.truncated });
  return blocks;
}

function factValue(facts: Facts, name: FactName): string | undefined {
  if (name === 'httpStatus') return facts.httpStatus === undefined ? undefined : `${facts.httpStatus.code}`;
  return facts[name];
}
