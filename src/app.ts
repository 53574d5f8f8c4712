import { type LiveAccess, Sessions } from '../adapters/terminal/sessions.js';
import type { LoginServer, RegistryName } from './diagnosis/reading.js';
import type { Language } from './knowledge/language.js';

/** What a run is configured with. */
export interface AppConfig {
  readonly language: Language;
  /** The language was asked for, not guessed. */
  readonly fixedLanguage: boolean;
  readonly registry: LoginServer | RegistryName | null;
  /** How checks are made; without it, people are asked to make them. */
  readonly checks?: LiveAccess;
  /** Time of the world that is talked about. */
  readonly clock?: Clock;
}

/** Time that a driving program can move forward. */
export interface Clock {
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
}

/** A running bot, as far as the command line needs it. */
export interface App {
  readonly config: AppConfig;
  readonly sessions: Sessions;
  readonly clock: Clock;
}

/** Composition root: puts the parts together from a configuration. */
export function createApp(config: AppConfig): App {
  return { config, sessions: new Sessions(config), clock: config.clock ?? offsetClock() };
}

function offsetClock(): Clock {
  let offset = 0;
  return {
    now: () => Date.now() + offset,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
