import type { Tell, Told } from '../../../src/access/executor/tell.js';
import type { RoleRequest } from '../../../src/access/request.js';
import { personOf } from '../../../src/chat/person.js';
import { note } from '../dress.js';
import type { Office } from '../office.js';
import { remindApprovers, settleCards, tellApprovers } from './approvers.js';
import { endingFor, outcomeFor } from './outcome.js';

/** Tells people what becomes of requests: approvers in their channels, the requester in private. */
export function tellOn(office: Office): Tell {
  return {
    tellApprovers: (request) => tellApprovers(office, request),
    remind: (request) => remindApprovers(office, request),
    tellOutcome: async (request) => {
      const told = await tellRequester(office, request, outcomeFor(request));
      // Whoever denied has the card changed as they do so, with their name.
      if (told !== 'not-now' && request.state !== 'denied') await settleCards(office, request.id, null);
      return told;
    },
    tellEnding: (request) => tellRequester(office, request, endingFor(request)),
  };
}

async function tellRequester(office: Office, request: RoleRequest, sentence: string | null): Promise<Told> {
  const { requester } = request.spec;
  const person = personOf(requester.person);
  const surface = person === null ? null : office.surfaceIf(person.platform);
  // What there is nothing to say about needs nobody to hear it.
  if (person === null || surface === null || sentence === null) return 'nobody';
  const sent = await surface.send(person, note(requester.person, sentence), requester.language);
  if (sent.ok) return 'told';
  return sent.reason === 'failed' ? 'not-now' : 'nobody';
}
