import type { CauseId } from '../causes.js';
import type { LinkId } from '../links.js';
import type { AuthMethod, Environment, Operation, RegistryMode } from '../vocabulary.js';
import type { CommandId } from './commands.js';
import type { StepId } from './steps.js';

/**
 * When a step belongs to the fix. A value that is not known counts as a match, and the step is shown with its
 * condition in words ("If you use a service principal: …"), so nobody is given a step that is not theirs.
 */
export interface When {
  readonly method?: readonly AuthMethod[];
  readonly operation?: readonly Operation[];
  readonly mode?: readonly RegistryMode[];
  readonly environment?: readonly Environment[];
}

export interface FixStep {
  /** Text key of the sentence. */
  readonly step: StepId;
  readonly when?: When;
  /** Known places where the step makes no sense, because nobody has a shell there. Unknown places keep it. */
  readonly except?: readonly Environment[];
  /** Command to show under the sentence, in bash and PowerShell. */
  readonly command?: CommandId;
  /** Command for a method that does the same in another way. */
  readonly commandFor?: Readonly<Partial<Record<AuthMethod, CommandId>>>;
}

/** Who can carry the fix out. `self` is the person who asks. */
export type Helper =
  | 'self'
  | 'registry-owner'
  | 'role-administrator'
  | 'subscription-owner'
  | 'entra-administrator'
  | 'application-owner'
  | 'network-team'
  | 'cluster-administrator'
  | 'microsoft';

export interface Fix {
  readonly steps: readonly FixStep[];
  readonly helper: Helper;
  /** First: the page that the fix follows. Then: what to read further. */
  readonly links: readonly [LinkId, ...LinkId[]];
}

export type Fixes = Readonly<Record<CauseId, Fix>>;
