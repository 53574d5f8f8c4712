import { textsFor } from '../../src/knowledge/texts/index.js';
import { snippetPlaces } from '../../src/knowledge/vocabulary.js';
import { lookPlaceOf, registryToLookAt, whereabouts } from '../live/place.js';
import { type Reply, replyNow } from './reply.js';
import { answersOf, type Conversation, give } from './state.js';

/** Gives what to run where it fails; asks where that is only if nothing has told it. Pure. */
export function lookThere(conversation: Conversation): Reply {
  if (lookPlaceOf(conversation) === null) return askPlace(conversation);
  return whereRegistryIsKnown({ ...conversation, phase: 'report' });
}

/** Asks where it fails, whatever was understood so far. Pure. */
export function askPlace(conversation: Conversation): Reply {
  return whereRegistryIsKnown({ ...conversation, phase: 'place' });
}

/**
 * Takes the place. It is the answer to the tree's question, too: what is known of the case is known once. Pure.
 *
 * @param option from outside
 */
export function placeChosen(conversation: Conversation, option: string): Reply {
  const { notAnOption } = textsFor(conversation.language).ui;
  const place = snippetPlaces.find((it) => it === option);
  if (place === undefined) return replyNow(conversation, notAnOption);
  const { environment, shell } = whereabouts[place];
  const known = answersOf(conversation).environment === environment;
  const told = known ? conversation : give(conversation, 'environment', environment);
  return whereRegistryIsKnown({ ...told, phase: 'report', shell });
}

function whereRegistryIsKnown(conversation: Conversation): Reply {
  const { needsRegistry } = textsFor(conversation.language).vantage.look;
  return registryToLookAt(conversation) === null
    ? replyNow({ ...conversation, phase: 'open' }, needsRegistry)
    : replyNow(conversation);
}
