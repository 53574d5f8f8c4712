import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Draft } from '../compose/draft.js';
import { lookDraft, placeDraft } from '../compose/look.js';
import { lookPlaceOf, registryToLookAt } from '../live/place.js';
import type { Conversation } from './state.js';

/** What stands before the person while a look from where it fails is being taken; null at all other times. Pure. */
export function lookNow(conversation: Conversation): Draft | null {
  const { phase, language, means } = conversation;
  const registry = registryToLookAt(conversation);
  if (registry === null || (phase !== 'place' && phase !== 'report')) return null;
  const texts = textsFor(language);
  const place = phase === 'place' ? null : lookPlaceOf(conversation);
  return place === null ? placeDraft(texts) : lookDraft(texts, registry, place, means);
}
