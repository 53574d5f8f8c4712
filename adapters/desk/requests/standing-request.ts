import { isForRole } from '../../../src/access/request.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { Office } from '../office.js';
import { outcomeFor } from './outcome.js';

/** A request that somebody has made in a case: its id, and how it stands. */
export interface StandingRequest {
  readonly request: string;
  readonly asked: string;
  readonly isPending: boolean;
}

/**
 * How a request stands, for an outcome that is shown anew; null where there is none, or where it has come to an end, so
 * that the role can be asked for again.
 */
export async function standingRequest(
  { requests }: Office,
  id: string | null,
  language: Language,
): Promise<StandingRequest | null> {
  const request = id === null ? null : ((await requests?.find(id)) ?? null);
  if (request === null) return null;
  const texts = textsFor(language).requests;
  switch (request.state) {
    case 'pending':
      return { request: request.id, asked: texts.sent, isPending: true };
    case 'approved':
    case 'granting':
    case 'rotating':
      return {
        request: request.id,
        asked: isForRole(request) ? texts.begun : textsFor(language).rotations.begun,
        isPending: false,
      };
    case 'rotated':
    case 'granted':
      return { request: request.id, asked: outcomeFor(request) ?? texts.begun, isPending: false };
    default:
      return null;
  }
}
