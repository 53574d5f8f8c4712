import type { Block } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { isGood } from '../compose/answers.js';
import { type Draft, draft } from '../compose/draft.js';
import { comparedSentences } from '../compose/vantage.js';
import { conclusionOf } from '../conversation/conclusion.js';
import { comparison, present } from '../conversation/present.js';
import { type Reply, reply } from '../conversation/reply.js';
import { askPerson } from '../conversation/retry.js';
import { answersOf, type Conversation, evidenceOf, positionOf } from '../conversation/state.js';
import { checksAgainst } from './against.js';
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
  return mended(next) ?? reply(next, withComparison(next, visible, present(next)));
}

/** A look that differs from what the person had pasted is told at once; an outcome has it among its evidence. */
function withComparison(conversation: Conversation, made: readonly Finding[], now: Draft): Draft {
  if (now.outcome !== null) return now;
  const sentences = comparedSentences(textsFor(conversation.language), made, evidenceOf(conversation));
  return { ...now, blocks: [...sentences.map((text): Block => ({ type: 'text', text })), ...now.blocks] };
}

/** The end of a round of "check again" in which what decided before has changed for the good; else null. */
function mended(conversation: Conversation): Reply | null {
  const { before, language } = conversation;
  if (before?.by !== 'bot') return null;
  const earlier: Conversation = { ...conversation, observed: before.findings };
  const position = positionOf(earlier);
  const conclusion = conclusionOf(earlier);
  const last = checksAgainst(earlier).at(-1);
  if (conclusion === null || last === undefined) return null;
  const verdict = answersOf(conversation)[last];
  // What spoke against it is gone, and nothing can be seen in its place: the person tells.
  if (verdict === undefined) return askPerson(conversation);
  if (!isGood(last, verdict)) return null;
  const { ui } = textsFor(language);
  const { cause, confidence } = conclusion;
  const step = { node: position.node, question: last, answer: verdict };
  return reply(
    { ...conversation, phase: 'closed' },
    draft({
      blocks: [
        { type: 'text', text: ui.resolvedSeen },
        ...comparison(textsFor(language), before, [step], conversation.observed),
      ],
      verbs: ['check-again', 'restart', 'handover'],
      outcome: { cause, confidence: Math.round(confidence * 100) / 100, resolved: true },
    }),
  );
}
