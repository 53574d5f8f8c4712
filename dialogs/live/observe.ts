import type { Finding } from '../../src/checks/check.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { isGood } from '../compose/answers.js';
import { draft } from '../compose/draft.js';
import { comparison, present } from '../conversation/present.js';
import { type Reply, reply } from '../conversation/reply.js';
import { askPerson } from '../conversation/retry.js';
import { answersOf, type Conversation, positionOf } from '../conversation/state.js';
import { conclude } from '../outcome.js';
import { isCheck } from '../questions.js';
import type { Answers } from '../walk.js';
import { answersFromFindings } from './evidence.js';
import { visibleTo } from './visible.js';

/**
 * Takes in what live checks found and goes on from there: the next question, or an outcome. In a round of "check
 * again", a check that spoke against the person and now does not ends in "resolved". Pure.
 */
export function observe(conversation: Conversation, findings: readonly Finding[]): Reply {
  const made = new Set(findings.map(({ check }) => check));
  const kept = conversation.observed.filter(({ check }) => !made.has(check));
  const visible = findings.map((finding) => visibleTo(conversation.live, finding));
  const next: Conversation = { ...conversation, observed: [...kept, ...visible] };
  return mended(next) ?? reply(next, present(next));
}

/** The end of a round of "check again" in which what decided before has changed for the good; else null. */
function mended(conversation: Conversation): Reply | null {
  const { before, reading, language } = conversation;
  if (before?.by !== 'bot') return null;
  const earlier = positionOf({ ...conversation, observed: before.findings });
  if (earlier.kind !== 'outcome') return null;
  const found = answersFromFindings(before.findings);
  const now: Answers = answersOf(conversation);
  const decisive = earlier.path
    .map(({ question }) => question)
    .filter(isCheck)
    .filter((check) => {
      const verdict = found[check];
      return verdict !== undefined && !isGood(check, verdict);
    });
  const last = decisive.at(-1);
  const verdict = last === undefined ? undefined : now[last];
  if (last === undefined) return null;
  // What spoke against it is gone, and nothing can be seen in its place: the person tells.
  if (verdict === undefined) return askPerson(conversation);
  if (!isGood(last, verdict)) return null;
  const { ui } = textsFor(language);
  const { cause, confidence } = conclude(earlier, reading, conversation.ruledOut, found);
  return reply(
    { ...conversation, phase: 'closed' },
    draft({
      blocks: [
        { type: 'text', text: ui.resolvedSeen },
        ...comparison(textsFor(language), found, [{ node: earlier.node, question: last, answer: verdict }]),
      ],
      verbs: ['check-again', 'restart', 'handover'],
      outcome: { cause, confidence: Math.round(confidence * 100) / 100, resolved: true },
    }),
  );
}
