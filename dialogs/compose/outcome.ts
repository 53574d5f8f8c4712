import type { Block } from '../../src/chat/message.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import { signature } from '../../src/diagnosis/recognise/signatures.js';
import { fixes } from '../../src/knowledge/fixes/index.js';
import type { Language } from '../../src/knowledge/language.js';
import { linkServes, linkUrl } from '../../src/knowledge/links.js';
import { passages } from '../../src/knowledge/passages.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { Case } from '../case.js';
import type { Conclusion } from '../outcome.js';
import { tree } from '../tree/tree.js';
import type { Step } from '../walk.js';
import { answerItems, checkItems } from './answers.js';
import { type Draft, draft } from './draft.js';
import { factItems } from './reading.js';
import { fillCase, fixSteps } from './step.js';

/** What an outcome is made of. */
export interface OutcomeParts {
  readonly texts: Texts;
  readonly language: Language;
  readonly reading: Reading | null;
  readonly situation: Case;
  readonly conclusion: Conclusion;
  readonly path: readonly Step[];
}

/**
 * The answer: cause, how sure, evidence for and against, the fix for this case, whom to ask, what to read, and
 * where it comes from.
 */
export function outcomeDraft(parts: OutcomeParts): Draft {
  const { texts, language, situation, conclusion, reading } = parts;
  const { ui } = texts;
  const { title, why } = texts.causes[conclusion.cause];
  const fix = fixes[conclusion.cause];
  const blocks: Block[] = [
    { type: 'heading', text: title },
    { type: 'text', text: ui.assurance[conclusion.certainty] },
    { type: 'text', text: fillCase(why, situation) },
    ...grounds(parts),
  ];
  const facts = reading === null ? [] : factItems(texts, reading.facts);
  if (facts.length > 0) blocks.push({ type: 'facts', items: facts });
  const steps = fixSteps(texts, fix.steps, situation, language);
  if (steps.length > 0)
    blocks.push({ type: 'heading', text: ui.headings.fix }, { type: 'steps', items: steps });
  blocks.push(
    { type: 'heading', text: ui.headings.helper },
    { type: 'text', text: texts.helpers[fix.helper] },
  );
  // The first page is the one that the fix follows; it stays whatever the method.
  const pages = fix.links
    .filter((id, index) => index === 0 || linkServes(id, situation.method))
    .map((id) => ({ title: texts.links[id], url: linkUrl(id, language) }));
  blocks.push(
    { type: 'heading', text: ui.headings.links },
    { type: 'links', items: pages },
    { type: 'source', text: sourceOf(parts) },
  );
  return draft({
    blocks,
    verbs: ['check-again', 'next-cause', 'correct', 'back', 'handover', 'restart', 'finish'],
    outcome: { cause: conclusion.cause, confidence: round(conclusion.confidence), resolved: false },
  });
}

/** Evidence of the text, answers and checks that led here. */
function grounds({ texts, reading, conclusion, path }: OutcomeParts): readonly Block[] {
  const { headings } = texts.ui;
  const ranked = reading?.causes.find(({ cause }) => cause === conclusion.cause);
  const blocks: Block[] = [];
  const section = (heading: string, items: readonly string[]): void => {
    if (items.length > 0) blocks.push({ type: 'heading', text: heading }, { type: 'list', items });
  };
  section(
    headings.evidence,
    (ranked?.evidence ?? []).map((id) => `\`${signature(id).label}\``),
  );
  section(
    headings.against,
    (ranked?.against ?? []).map((id) => `\`${signature(id).label}\``),
  );
  section(headings.answers, answerItems(texts, path, reading));
  const checks = checkItems(texts, path);
  if (checks.length > 0) {
    blocks.push({ type: 'heading', text: headings.checks }, { type: 'progress', items: checks });
  }
  return blocks;
}

/** Sections of the two documents that the leaf carries out, else the page that the fix follows. */
function sourceOf({ texts, conclusion }: OutcomeParts): string {
  const cited = tree[conclusion.node].passages ?? [];
  const sections = [...new Set(cited.map((id) => texts.sections[passages[id]]))];
  const page = texts.links[fixes[conclusion.cause].links[0]];
  return `${texts.ui.headings.source}: ${sections.length > 0 ? sections.join('; ') : page}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
