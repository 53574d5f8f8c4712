import type { RenderOptions } from '../../../adapters/terminal/render.js';
import type { Screen, Talk } from '../../../adapters/terminal/talk.js';
import type { OpenWorld } from '../world.js';
import type { Place } from './commands.js';
import type { Situation } from './situations.js';

/** What the demo is made of. */
export interface DemoParts {
  readonly all: readonly Situation[];
  readonly open: (situation: Situation) => Promise<OpenWorld>;
  /** Told why a situation did not start, for whoever wants to see it. */
  readonly failed: (error: unknown) => Promise<void>;
  readonly screen: Screen;
}

/** Where to go after a text. */
export type Move =
  | { readonly kind: 'stay' | 'quit' }
  | { readonly kind: 'list'; readonly extent: 'chosen' | 'all' }
  /** To a conversation about the person's own trouble; null: they have no error to show. */
  | { readonly kind: 'own'; readonly text: string | null }
  | { readonly kind: 'situation'; readonly situation: Situation };

/** A place in the demo: what is shown on arriving there, and what a text does there. */
export interface Scene {
  readonly place: Place;
  /** How text is set here, and in which language. */
  readonly options: RenderOptions;
  /** The conversation that is held here. */
  readonly talk: Talk | null;
  /** As whom one speaks, where that is not oneself. */
  readonly speaker: string | null;
  /** Shows what is here. */
  arrive(): Promise<void>;
  /** Says what can be done now. */
  hint(): Promise<void>;
  take(text: string): Promise<Move>;
  /** Ends what still runs. */
  leave(): Promise<void>;
}
