import type { Person } from './person.js';
import type { Place } from './place.js';

/** What every event has, after its adapter has authenticated it. */
interface Common {
  /** Says that two deliveries are the same event: platforms send again what they think was lost. */
  readonly key: string;
  readonly person: Person;
  readonly place: Place;
  /** As the platform names it, e.g. `de-DE`; null where it does not. */
  readonly locale: string | null;
}

/**
 * What happened on a platform. Texts are as the person wrote them: the platform's own markup and escaping is undone, the
 * bot's name taken off.
 */
export type ChatEvent = Common &
  (
    | { readonly kind: 'mention'; readonly text: string }
    /** A command with the words behind it: `/acr-help …`. */
    | { readonly kind: 'command'; readonly text: string }
    | { readonly kind: 'direct'; readonly text: string }
    /** "Diagnose this message": the text of somebody's message. */
    | { readonly kind: 'shortcut'; readonly text: string }
    | { readonly kind: 'answer'; readonly node: string; readonly option: string }
    | { readonly kind: 'press'; readonly button: string }
    | { readonly kind: 'form'; readonly id: string; readonly values: Readonly<Record<string, string>> }
    /** The bot's own page was opened (Slack App Home). */
    | { readonly kind: 'home' }
    /** The bot was added to the 1:1 chat. */
    | { readonly kind: 'joined' }
    /** A paste that could not be taken: a file too large, or not of text. */
    | { readonly kind: 'unreadable'; readonly why: 'too-large' | 'binary' | 'unavailable' }
  );
