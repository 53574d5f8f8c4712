import type { Output } from '../../src/diagnosis/outputs/output.js';
import type { Heard, Reading } from '../../src/diagnosis/reading.js';
import { isSignatureId } from '../../src/diagnosis/recognise/signatures.js';
import { isCauseId } from '../../src/knowledge/causes.js';
import { snippetsOnly } from '../../src/probe/means.js';
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
    outputs: reviveOutputs(stored.outputs),
    ruledOut: stored.ruledOut.filter(isCauseId),
    // An earlier release offered no look from where it fails.
    means: stored.means ?? snippetsOnly,
    shell: stored.shell ?? null,
    offered: stored.offered ?? null,
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
  return {
    ...reading,
    causes,
    printed: reviveHeard(reading, reading.printed),
    stated: reviveHeard(reading, reading.stated),
    quoted: reading.quoted ?? {},
    shell: reading.shell ?? null,
    clientIp: reading.clientIp ?? reading.facts.ip ?? null,
    signatures: reading.signatures.filter(isSignatureId),
    outputs: reviveOutputs(reading.outputs),
  };
}

/** An earlier release read no outputs; of those that are there, what answers a check that no longer exists is dropped. */
function reviveOutputs(outputs: readonly Output[] | undefined): readonly Output[] {
  return (outputs ?? []).map((output) => ({
    ...output,
    seen: output.seen.filter(
      ({ check, verdict }) => questionOf(check) !== null && accept(check, verdict) !== null,
    ),
  }));
}

/** An earlier release did not tell voices apart: what it read goes on as it was taken then. */
function reviveHeard({ causes, symptom }: Reading, heard: Heard | null | undefined): Heard | null {
  const kept = heard === undefined ? causes[0] : heard;
  return kept == null || !isCauseId(kept.cause)
    ? null
    : { symptom, cause: kept.cause, confidence: kept.confidence, ...(heard ?? {}) };
}

function reviveRound(round: Round): Round {
  if (round.by === 'bot') {
    return { ...round, findings: round.findings.filter(({ check }) => questionOf(check) !== null) };
  }
  const kept = Object.entries(round.answers).filter(([question]) => questionOf(question) !== null);
  return { ...round, answers: Object.fromEntries(kept) };
}
