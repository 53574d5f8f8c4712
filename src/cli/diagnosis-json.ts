import { answersFromReading } from '../../dialogs/known.js';
import { conclude } from '../../dialogs/outcome.js';
import { walk } from '../../dialogs/walk.js';
import type { AsWritten, Diagnosis, Facts, Reading } from '../diagnosis/reading.js';

/** A diagnosis on the wire (DESIGN §3). Programs depend on every name in it. */
export interface DiagnosisJson {
  readonly aboutAcr: boolean;
  readonly causes: readonly {
    readonly id: string;
    readonly family: string;
    readonly confidence: number;
    readonly evidence: readonly string[];
  }[];
  readonly entities: Readonly<Record<string, string>>;
  readonly authMethod: string | null;
  readonly operation: string | null;
  readonly environment: string | null;
  readonly client: string | null;
  readonly secrets: readonly { readonly kind: string; readonly count: number }[];
  /** Outputs of programs that were run to look, as the person's vantage. */
  readonly outputs: readonly {
    readonly program: string;
    readonly registry: string | null;
    readonly environment: string | null;
    readonly seen: readonly {
      readonly check: string;
      readonly verdict: string;
      readonly facts: Readonly<Record<string, string>>;
    }[];
    readonly notes: readonly string[];
    readonly subscription: string | null;
    readonly tenant: string | null;
    readonly roles: readonly string[];
  }[];
  readonly redactedText: string;
  readonly truncated: boolean;
  readonly next: { readonly kind: 'ask' | 'check' | 'outcome'; readonly node: string };
}

/** Pure. @param cut the text was cut before it was read */
export function diagnosisJson({ reading, redactedText, asWritten }: Diagnosis, cut: boolean): DiagnosisJson {
  const { aboutAcr, causes, facts, authMethod, operation, environment, client, secrets, truncated } = reading;
  return {
    aboutAcr,
    causes: causes.map(({ cause, family, confidence, evidence }) => ({
      id: cause,
      family,
      confidence: Math.round(confidence * 100) / 100,
      evidence: [...new Set(evidence.flatMap((id) => reading.quoted[id] ?? []))],
    })),
    entities: entitiesOf(facts, asWritten),
    authMethod,
    operation,
    environment,
    client,
    secrets: secrets.map(({ kind, count }) => ({ kind, count })),
    outputs: reading.outputs.map(({ program, about, environment: where, seen, notes, ...more }) => ({
      program,
      registry: about,
      environment: where,
      seen: seen.map(({ check, verdict, facts: told }) => ({ check, verdict, facts: { ...told } })),
      notes,
      subscription: more.subscription,
      tenant: more.tenant,
      roles: more.roles,
    })),
    redactedText,
    truncated: truncated || cut,
    next: nextOf(reading),
  };
}

/** Names appear in the letters of the text, also where they break their grammar: they may be what is wrong. */
function entitiesOf(facts: Facts, asWritten: AsWritten): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string | undefined>> = {
    registry: facts.registry ?? asWritten.registry ?? undefined,
    login_server: asWritten.loginServer ?? facts.loginServer,
    repository: facts.repository ?? asWritten.repository ?? undefined,
    tag: facts.tag,
    digest: facts.digest,
    ip: facts.ip,
    http_status: facts.httpStatus === undefined ? undefined : String(facts.httpStatus.code),
    error_code: facts.errorCode,
    aadsts: facts.aadsts,
    subscription: facts.subscription,
    client_id: facts.clientId,
    tenant: facts.tenant,
    correlation_id: facts.correlationId,
    scope: facts.scope,
    action: facts.action,
  };
  // The filter has just taken the undefined values out.
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
}

/** The next decision of the tree: questions that only collect a value are passed over. */
function nextOf(reading: Reading): DiagnosisJson['next'] {
  const position = walk(answersFromReading(reading), { decideOnly: true });
  switch (position.kind) {
    case 'ask':
      return { kind: 'ask', node: position.ask };
    case 'check':
      return { kind: 'check', node: position.check };
    case 'outcome':
      // What the conversation would show: the text may speak louder than a leaf that only guesses.
      return { kind: 'outcome', node: conclude(position, reading).cause };
  }
}
