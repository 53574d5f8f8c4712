import type { Drafted } from './draft.js';
import { draftOfEvent } from './draft-event.js';
import { draftOfAction, draftOfCommand, draftOfPaste, draftOfShortcut } from './draft-interaction.js';

/** Reads a delivery of any kind that is taken; null for all others. Pure. */
export function draftOf(body: Readonly<Record<string, unknown>>): Drafted | null {
  switch (body['type']) {
    case 'event_callback':
      return draftOfEvent(body);
    case 'block_actions':
      return draftOfAction(body);
    case 'message_action':
      return draftOfShortcut(body);
    case 'view_submission':
      return draftOfPaste(body);
    default:
      return 'command' in body ? draftOfCommand(body) : null;
  }
}
