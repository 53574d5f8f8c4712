import type { Answer } from '../azure/answer.js';
import type {
  Directory,
  Management,
  Reach,
  RegistryData,
  RegistryProbe,
  RegistryRecord,
} from '../azure/ports.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { CheckFact, CheckId, Unknown, VerdictOf } from '../knowledge/checks.js';
import type { Program } from '../knowledge/programs.js';
import type { Service } from '../knowledge/services.js';
import type { Environment, Operation } from '../knowledge/vocabulary.js';

/** What the checks are about: typed facts of the paste and answers, nothing else. */
export interface Subject {
  readonly loginServer: LoginServer;
  readonly repository: string | null;
  /** Tag or digest. */
  readonly reference: string | null;
  /** Operating system and architecture that the image was wanted for. */
  readonly platform: string | null;
  readonly operation: Operation | null;
  /** Subscription in which the person's tool looked for the registry. */
  readonly subscription: string | null;
  /** Address that the registry refused, or that the person named. */
  readonly clientIp: string | null;
  readonly identity: FailingIdentity;
  /** Subject and issuer that Entra printed for a federated sign-in. */
  readonly federation: { readonly issuer: string | null; readonly subject: string | null } | null;
  /** AKS cluster that pulls; null where nobody named one. */
  readonly cluster: string | null;
}

/** Who was refused. Only evidence about this identity decides an authorization cause. */
export type FailingIdentity =
  | { readonly kind: 'user'; readonly objectId: string }
  /** Application or managed identity, by its application (client) id. */
  | { readonly kind: 'application'; readonly clientId: string }
  | { readonly kind: 'kubelet' }
  | { readonly kind: 'token'; readonly name: string | null }
  | { readonly kind: 'admin' }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'unknown' };

/** Whose eyes: the bot's network and rights are not the person's. */
export type Vantage = 'bot' | 'person';
/** With whose rights the evidence was got. */
export type Witness = 'none' | 'bot' | 'person';
/** Who may see it (DESIGN §3 "What is shown to whom"). */
export type Exposure = 'public' | 'own' | 'configuration';

/** What one check found. Facts are typed values and passed a grammar, or come from Azure's own enumerations. */
export type Finding = {
  readonly check: CheckId;
  readonly vantage: Vantage;
  readonly witness: Witness;
  readonly exposure: Exposure;
  /** Milliseconds. */
  readonly elapsed: number;
  /** When it was made, ISO 8601 in UTC; null where it was not. */
  readonly at: string | null;
  readonly facts: Readonly<Partial<Record<CheckFact, string>>>;
  /** Set where nobody of ours looked: the person pasted what this program printed. */
  readonly printedBy?: { readonly program: Program; readonly environment: Environment | null };
} & (
  | { readonly verdict: VerdictOf<CheckId> }
  | {
      readonly verdict: 'unknown';
      readonly why: Unknown;
      readonly role?: string;
      readonly letAlone?: LetAlone;
    }
);

/** Which service is not asked for now, and for how many seconds at least. */
export interface LetAlone {
  readonly service: Service;
  readonly seconds: number;
}

/** What checks share within one run, each asked for at most once. */
export interface Shared {
  /** The registry in Resource Manager; see `Management.findRegistry`. */
  readonly registry: () => Promise<Answer<RegistryRecord | null>>;
  readonly reach: () => Promise<Reach>;
  /** Object id of the failing identity, looked up where only the client id is known. */
  readonly principal: () => Promise<Answer<string | null>>;
}

/** What a check may use. `data` is there only with `dataReader` or the person's own sign-in. */
export interface Means {
  readonly vantage: Vantage;
  readonly management: Management | null;
  readonly directory: Directory | null;
  readonly probe: RegistryProbe;
  readonly data: RegistryData | null;
  readonly now: () => Date;
}

/** A live check; `needs.ts` says which facts it needs. `run` never throws; the runner ends it at the deadline. */
export interface Check<C extends CheckId = CheckId> {
  readonly id: C;
  readonly run: (subject: Subject, means: Means, shared: Shared, signal: AbortSignal) => Promise<Outcome<C>>;
}

/** What `run` gives: the runner adds id and time. */
export type Outcome<C extends CheckId = CheckId> = {
  readonly witness: Witness;
  readonly exposure: Exposure;
  readonly facts?: Readonly<Partial<Record<CheckFact, string>>>;
} & (
  | { readonly verdict: VerdictOf<C> }
  | {
      readonly verdict: 'unknown';
      readonly why: Unknown;
      readonly role?: string;
      readonly letAlone?: LetAlone;
    }
);
