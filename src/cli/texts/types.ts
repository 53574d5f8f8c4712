import type { Gap } from '../../config/settings.js';
import type { ExitName } from '../exit-codes.js';
import type { Role } from '../world.js';
import type { AuditTexts } from './audit/types.js';
import type { DoctorTexts } from './doctor/types.js';
import type { IdentityTexts } from './identities/types.js';
import type { MigrateTexts } from './migrate/types.js';
import type { PolicyTexts } from './policy/types.js';
import type { ProbeTexts } from './probe/types.js';
import type { ReferenceTexts } from './references/types.js';
import type { ReportTexts } from './report/types.js';

/** What the command line says about itself. What it says about registries stands in src/knowledge/texts. */
export interface CliTexts {
  readonly about: string;
  readonly titles: Readonly<
    Record<'usage' | 'commands' | 'arguments' | 'options' | 'examples' | 'exitCodes', string>
  >;
  /** Stand in a usage line. */
  readonly usage: Readonly<Record<'command' | 'options', string>>;
  readonly commands: Readonly<
    Record<'diagnose' | 'chat' | 'serve' | 'sandbox' | 'policy' | 'audit' | 'demo', string>
  >;
  readonly file: string;
  readonly options: Readonly<
    Record<
      | 'lang'
      | 'json'
      | 'jsonl'
      | 'chatJson'
      | 'chatPolicy'
      | 'registry'
      | 'world'
      | 'serveWorld'
      | 'side'
      | 'port'
      | 'ca'
      | 'distribution'
      | 'help'
      | 'version',
      string
    >
  >;
  /** What each example shows. */
  readonly examples: Readonly<Record<'pipe' | 'file' | 'chat' | 'program', string>>;
  readonly exitCodes: Readonly<Record<ExitName, string>>;
  /** One sentence each. Placeholders: {name}, {file}. */
  readonly errors: Readonly<
    Record<
      | 'noCommand'
      | 'unknownCommand'
      | 'unknownOption'
      | 'missingValue'
      | 'missingArgument'
      | 'missingOption'
      | 'tooMany'
      | 'badLanguage'
      | 'policyNeeds'
      | 'badRegistry'
      | 'badSide'
      | 'badPort'
      | 'portInUse'
      | 'portNotAllowed'
      | 'noDistribution'
      | 'oneFormat'
      | 'seeHelp'
      | 'noFile'
      | 'isFolder'
      | 'noAccess'
      | 'unreadable'
      | 'unwritable'
      | 'badLine'
      | 'internal',
      string
    >
  >;
  /** On a terminal, before standard input is read. */
  readonly pasteThenEnd: string;
  /** `chat --registry` without a sign-in. */
  readonly notSignedIn: string;
  /** Before the list of mistakes; "{file}". */
  readonly badWorld: string;
  readonly sandbox: SandboxTexts;
  readonly serve: ServeTexts;
  readonly identities: IdentityTexts;
  readonly references: ReferenceTexts;
  readonly policy: PolicyTexts;
  readonly probe: ProbeTexts;
  readonly audit: AuditTexts;
  readonly report: ReportTexts;
  readonly migrate: MigrateTexts;
  readonly doctor: DoctorTexts;
  /** `demo` at a terminal. */
  readonly demo: DemoTexts;
  /** After an answer that leaves a question open. */
  readonly guided: string;
}

/** A bot that serves people. */
export interface ServeTexts {
  /** "{url}". */
  readonly listening: string;
  readonly metrics: string;
  readonly parts: Readonly<Record<Gap['part'], string>>;
  readonly on: string;
  /** "{names}": variables that are missing. */
  readonly off: string;
  /** What follows from a part that is off. */
  readonly without: Readonly<Record<Gap['part'], string>>;
  /** In a world: "{title}". */
  readonly world: string;
  readonly stopping: string;
  readonly stopped: string;
  /** "{names}": variables whose values are not of the form that is needed. */
  readonly wrong: string;
  readonly nothing: string;
  /** "{what}". */
  readonly failed: string;
}

/** A world that is served. Placeholders: {side}, {change}, {time}. */
export interface SandboxTexts {
  readonly about: string;
  readonly sides: Readonly<Record<'person' | 'bot', string>>;
  readonly labels: Readonly<Record<'proxy' | 'certificate' | 'loginServers' | 'changes', string>>;
  /** Where the world has no registry. */
  readonly none: string;
  /** Each before a line to paste. */
  readonly curl: string;
  readonly shell: string;
  /** What can be typed; the words are the same in every language. */
  readonly orders: string;
  readonly applied: string;
  readonly advanced: string;
  readonly notUnderstood: string;
  readonly stopped: string;
}

/** Placeholders: {count}, {name}, {asker}, {who}, {people}, {change}, {changes}, {again} (a button's label). */
export interface DemoTexts {
  readonly invite: string;
  /** Above the list of all. */
  readonly all: string;
  /** The choice without an error and without a situation. */
  readonly own: string;
  readonly choose: string;
  readonly chooseOfAll: string;
  readonly noSuchNumber: string;
  /** Who one is now. */
  readonly you: Readonly<Record<Role, string>>;
  /** What to type after `as`. */
  readonly roles: Readonly<Record<Role, string>>;
  readonly sends: string;
  /** A person who has not said anything yet. */
  readonly silent: string;
  readonly changed: Readonly<Record<'fix' | 'other', string>>;
  readonly noQuestion: string;
  readonly noSuchChange: string;
  readonly noSuchPerson: string;
  /** What can be typed in a situation, a line each. */
  readonly help: Readonly<
    Record<'title' | 'answer' | 'fix' | 'apply' | 'as' | 'paste' | 'list' | 'quit', string>
  >;
  /** What comes next: at a question, and after an outcome. */
  readonly next: Readonly<Record<'answer' | 'fix' | 'again' | 'resolved', string>>;
  readonly cannotStart: string;
}
