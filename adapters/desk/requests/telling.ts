import type { Tell, Told } from '../../../src/access/executor/tell.js';
import type { AccessRequest } from '../../../src/access/request.js';
import type { Message } from '../../../src/chat/message.js';
import { personOf } from '../../../src/chat/person.js';
import type { Office } from '../office.js';
import { remindApprovers, settleCards, tellAlertToApprovers, tellApprovers } from './approvers.js';
import {
  alertMessage,
  endingMessage,
  outcomeMessage,
  questionMessage,
  workingMessage,
} from './own-message.js';

/** Tells people what becomes of requests: approvers in their channels, the requester in private. */
export function tellOn(office: Office): Tell {
  return {
    tellApprovers: (request) => tellApprovers(office, request),
    remind: (request) => remindApprovers(office, request),
    tellOutcome: async (request) => {
      const told = await tellRequester(
        office,
        request,
        outcomeMessage(request, office.secretUrl?.(request) ?? null),
      );
      if (told !== 'not-now') await settleCards(office, request.id);
      return told;
    },
    tellWorking: async (request) => {
      const verified = (await office.requests?.verify(request)) ?? null;
      // What cannot be asked is not said; the time that it may take has been.
      if (verified === null || verified.kind === 'could-not-ask') return 'nobody';
      if (verified.kind === 'not-yet') return 'not-now';
      return tellRequester(office, request, workingMessage(request, verified.how));
    },
    tellEnding: (request) => tellRequester(office, request, endingMessage(request)),
    tellQuestion: async (request) => {
      const open = (await office.requests?.questions(request.id))?.find(({ answer }) => answer === null);
      return open === undefined ? 'told' : tellRequester(office, request, questionMessage(request, open));
    },
    tellAnswer: (request) => remindApprovers(office, request),
    tellAlert: async (request) => {
      const told = await tellRequester(office, request, alertMessage(request));
      // Also where the requester cannot be reached: the more it is for them to know.
      await tellAlertToApprovers(office, request);
      return told;
    },
  };
}

async function tellRequester(office: Office, request: AccessRequest, message: Message | null): Promise<Told> {
  const { requester } = request.spec;
  const person = personOf(requester.person);
  const surface = person === null ? null : office.surfaceIf(person.platform);
  // What there is nothing to say about needs nobody to hear it.
  if (person === null || surface === null || message === null) return 'nobody';
  const sent = await surface.send(person, message, requester.language);
  if (sent.ok) return 'told';
  return sent.reason === 'failed' ? 'not-now' : 'nobody';
}
