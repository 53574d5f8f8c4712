import type { Reading } from '../../src/diagnosis/reading.js';
import { isSignatureId } from '../../src/diagnosis/recognise/signatures.js';
import { isCauseId } from '../../src/knowledge/causes.js';
import { accept, questionOf } from '../questions.js';
import type { Conversation, Given, Round } from './state.js';

/**
 * Brings a stored conversation of an earlier release up to date: questions, options, causes and signatures that no
 * longer exist are dropped, the rest stays, and the walk asks what is new. Pure.
 */
export function revive(stored: Conversation): Conversation {
  return {
    ...stored,
    given: stored.given.filter(stillAsked),
    reopened: stored.reopened !== null && questionOf(stored.reopened) !== null ? stored.reopened : null,
    before: stored.before === null ? null : reviveRound(stored.before),
    observed: stored.observed.filter(({ check }) => questionOf(check) !== null),
    ruledOut: stored.ruledOut.filter(isCauseId),
    reading: stored.reading === null ? null : reviveReading(stored.reading),
  };
}

function stillAsked({ question, option }: Given): boolean {
  return questionOf(question) !== null && accept(question, option) !== null;
}

function reviveReading(reading: Reading): Reading {
  const causes = reading.causes
    .filter(({ cause }) => isCauseId(cause))
    .map((ranked) => ({
      ...ranked,
      evidence: ranked.evidence.filter(isSignatureId),
      against: ranked.against.filter(isSignatureId),
    }));
  return { ...reading, causes, signatures: reading.signatures.filter(isSignatureId) };
}

function reviveRound(round: Round): Round {
  if (round.by === 'bot') {
    return { ...round, findings: round.findings.filter(({ check }) => questionOf(check) !== null) };
  }
  const kept = Object.entries(round.answers).filter(([question]) => questionOf(question) !== null);
  return { ...round, answers: Object.fromEntries(kept) };
}
