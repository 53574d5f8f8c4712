import type { ExitName } from '../exit-codes.js';

/** What the command line says about itself. What it says about registries stands in src/knowledge/texts. */
export interface CliTexts {
  readonly about: string;
  readonly titles: Readonly<
    Record<'usage' | 'commands' | 'arguments' | 'options' | 'examples' | 'exitCodes', string>
  >;
  /** Stand in a usage line. */
  readonly usage: Readonly<Record<'command' | 'options', string>>;
  readonly commands: Readonly<Record<'diagnose' | 'chat' | 'demo', string>>;
  readonly file: string;
  readonly options: Readonly<
    Record<'lang' | 'json' | 'jsonl' | 'chatJson' | 'registry' | 'world' | 'help' | 'version', string>
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
      | 'tooMany'
      | 'badLanguage'
      | 'badRegistry'
      | 'oneFormat'
      | 'seeHelp'
      | 'noFile'
      | 'isFolder'
      | 'noAccess'
      | 'unreadable'
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
  /** After an answer that leaves a question open. */
  readonly guided: string;
}
