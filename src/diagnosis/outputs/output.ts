import type { CheckFact, CheckId, VerdictOf } from '../../knowledge/checks.js';
import type { OutputNote, Program } from '../../knowledge/programs.js';
import type { Environment } from '../../knowledge/vocabulary.js';
import type { LoginServer } from '../reading.js';

/** Values of a grammar or of a closed set; several of a kind as in `checkFacts`. */
type Details = Readonly<Partial<Record<CheckFact, string>>>;

/** What the output of a program answers of one check, from where the person stands. */
export type Observation = {
  readonly [C in CheckId]: {
    readonly check: C;
    readonly verdict: VerdictOf<C>;
    readonly facts: Details;
  };
}[CheckId];

/**
 * The output of a program that somebody ran to look, not to work. It is what they say they saw: it answers questions
 * about their own machine and network, and opens nothing to anybody. Holds no pasted text.
 */
export interface Output {
  readonly program: Program;
  /** The registry that it tells of; null where it is about the machine alone or names none. */
  readonly about: LoginServer | null;
  /** Where the program ran, if the output says so. */
  readonly environment: Environment | null;
  readonly seen: readonly Observation[];
  /** What the output does not prove, or what became of it on the way. */
  readonly notes: readonly OutputNote[];
  /** GUIDs: which subscription and directory the person's tool works in. */
  readonly subscription: string | null;
  readonly tenant: string | null;
  /** Built-in roles that a list of assignments names. */
  readonly roles: readonly string[];
}

/** An output with nothing but its program. */
export function outputOf(program: Program, told: Partial<Omit<Output, 'program'>> = {}): Output {
  return {
    program,
    about: null,
    environment: null,
    seen: [],
    notes: [],
    subscription: null,
    tenant: null,
    roles: [],
    ...told,
  };
}

/** One answer, with what goes with it. */
export function saw<C extends CheckId>(check: C, verdict: VerdictOf<C>, facts: Details = {}): Observation {
  // The union has one member for each check; that check and verdict belong together, the signature says.
  return { check, verdict, facts } as Observation;
}
