import type { Person } from '../../../src/chat/person.js';
import type { ChatTexts } from '../../../src/knowledge/texts/chat.js';
import type { TeamsActivity } from './activity.js';
import type { Happened } from './event.js';

/** One admitted activity on its way through the SDK. */
export interface Turn {
  readonly activity: TeamsActivity;
  readonly person: Person;
  /** What is said in the response itself, in the person's language. */
  readonly texts: () => Promise<ChatTexts>;
  /** Notes what follows from the activity; it is done after the response. */
  readonly happen: (happened: Happened, key: string) => void;
  readonly ignored: (reason: 'card' | 'invoke' | 'type') => void;
}

/** Under which a turn stands in the SDK's context. */
export const turnKey = Symbol('turn');
