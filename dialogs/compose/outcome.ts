import type { Block } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import type { SignatureId } from '../../src/diagnosis/recognise/signatures.js';
import { fixes } from '../../src/knowledge/fixes/index.js';
import type { Language } from '../../src/knowledge/language.js';
import { linkServes, linkUrl } from '../../src/knowledge/links.js';
import { passages } from '../../src/knowledge/passages.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { Case } from '../case.js';
import { answersFromFindings } from '../live/evidence.js';
import type { Conclusion } from '../outcome.js';
import { refutedBy } from '../refuted.js';
import { tree } from '../tree/tree.js';
import type { Answers, Step } from '../walk.js';
import { answerItems, checkItems } from './answers.js';
import { type Draft, draft } from './draft.js';
import { sentenceOf } from './found.js';
import { placeholderBlocks } from './placeholders.js';
import { questionLabel } from './question.js';
import { factItems } from './reading.js';
import { fillCase, fixSteps } from './step.js';

/** More evidence than this convinces nobody further. */
const LABELS_SHOWN = 4;

/** What an outcome is made of. */
export interface OutcomeParts {
  readonly texts: Texts;
  readonly language: Language;
  readonly reading: Reading | null;
  readonly situation: Case;
  readonly conclusion: Conclusion;
  readonly path: readonly Step[];
  /** What live checks found, on the way and beside it. */
  readonly observed: readonly Finding[];
  /** Answers to checks for which there is only the person's word. */
  readonly said: Answers;
  /** Sentences that set what the bot saw beside what the person did. */
  readonly compared: readonly string[];
  /** The words that offer a look from where it fails. */
  readonly offered: readonly Block[];
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
    ...assurance(parts),
    { type: 'text', text: fillCase(why, situation) },
  ];
  const facts = reading === null ? [] : factItems(texts, reading.facts);
  if (facts.length > 0) blocks.push({ type: 'facts', items: facts });
  blocks.push(...grounds(parts));
  const steps = fixSteps(texts, fix.steps, situation, language);
  if (steps.length > 0) {
    blocks.push({ type: 'heading', text: ui.headings.fix }, { type: 'steps', items: steps });
    blocks.push(
      ...placeholderBlocks(
        texts,
        steps.flatMap(({ code = [] }) => code),
      ),
    );
  }
  blocks.push(
    { type: 'heading', text: ui.headings.helper },
    { type: 'text', text: texts.helpers[fix.helper] },
  );
  // The first page is the one that the fix follows; it stays whatever the method.
  const pages = fix.links
    .filter((id, index) => index === 0 || linkServes(id, situation.method))
    .map((id) => ({ title: texts.links[id], url: linkUrl(id, language) }));
  blocks.push(
    { type: 'heading', text: ui.headings.links, about: 'links' },
    { type: 'links', items: pages },
    { type: 'source', text: sourceOf(parts) },
  );
  return draft({
    blocks,
    verbs: ['check-again', 'next-cause', 'correct', 'back', 'handover', 'restart', 'finish'],
    outcome: { cause: conclusion.cause, confidence: round(conclusion.confidence), resolved: false },
  });
}

/** How sure the bot is, in words; the documentation says nothing about what is not its subject. */
function assurance({ texts, conclusion }: OutcomeParts): readonly Block[] {
  if (conclusion.cause === 'not-acr' || conclusion.cause === 'unknown') return [];
  return [{ type: 'text', text: texts.ui.assurance[conclusion.certainty] }];
}

/** Evidence of the text, answers and checks that led here. */
function grounds(parts: OutcomeParts): readonly Block[] {
  const { texts, reading, conclusion, path, observed, said } = parts;
  const { headings } = texts.ui;
  const ranked = reading?.causes.find(({ cause }) => cause === conclusion.cause);
  const blocks: Block[] = [];
  const section = (heading: string, items: readonly string[]): void => {
    if (items.length > 0)
      blocks.push({ type: 'heading', text: heading, about: 'evidence' }, { type: 'list', items });
  };
  section(headings.evidence, labels(reading, ranked?.evidence));
  section(headings.against, labels(reading, ranked?.against));
  const { read, told } = answerItems(texts, path, reading, said);
  section(headings.read, read);
  section(headings.answers, told);
  const checks = checkItems(texts, path, observed, said);
  if (checks.length > 0) {
    blocks.push(
      { type: 'heading', text: headings.checks, about: 'evidence' },
      { type: 'progress', items: checks },
    );
  }
  blocks.push(...parts.compared.map((text): Block => ({ type: 'text', text })));
  section(headings.ruledOut, ruledOutItems(parts));
  blocks.push(...parts.offered);
  return blocks;
}

/** Causes that the text made likely and that an answer or check excludes, each with what excludes it. */
function ruledOutItems({ texts, reading, conclusion, path, observed }: OutcomeParts): readonly string[] {
  const refuted = refutedBy(path, answersFromFindings(observed));
  const suspects = (reading?.causes ?? []).map(({ cause }) => cause);
  return suspects.flatMap((cause) => {
    const by = refuted.find((it) => it.cause === cause);
    if (by === undefined || cause === conclusion.cause) return [];
    const label = questionLabel(texts, by.question);
    return [
      `${texts.causes[cause].title} – ${label}: ${sentenceOf(texts, by.question, by.answer, observed)}`,
    ];
  });
}

/** What of the signatures stands in the text: the telling ones, none that another already says. */
function labels(reading: Reading | null, ids: readonly SignatureId[] = []): readonly string[] {
  const quoted = ids.flatMap((id) => reading?.quoted[id] ?? []);
  const all = [...new Map(quoted.map((words) => [words.toLowerCase(), words])).values()];
  const said = (label: string): boolean =>
    all.some((other) => other !== label && other.toLowerCase().includes(label.toLowerCase()));
  return all
    .filter((label) => !said(label))
    .slice(0, LABELS_SHOWN)
    .map((label) => `\`${label}\``);
}

/** Sections of the two documents that the leaf carries out, else the page that the fix follows. */
function sourceOf({ texts, conclusion }: OutcomeParts): string {
  const cited = tree[conclusion.node].passages ?? [];
  const sections = [...new Set(cited.map((id) => texts.sections[passages[id]]))];
  const page = texts.links[fixes[conclusion.cause].links[0]];
  return `${texts.ui.headings.source}${texts.ui.colon}${sections.length > 0 ? sections.join(texts.ui.foundFacts.further) : page}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
