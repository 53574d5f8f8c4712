import type { Decided } from '../../../src/access/requests.js';
import { personOf } from '../../../src/chat/person.js';
import type { ApproveErrand } from '../../../src/pages/approve/errand.js';
import type { Office } from '../office.js';
import { nameOf, settleCards } from './approvers.js';
import { factsOf, titleOf } from './spec-facts.js';

/** What the page for approving after a fresh sign-in shows, and does (security T47). */
export function approveInBrowser(office: () => Office): ApproveErrand {
  return {
    describe: async (id, specHash, language) => {
      const { requests } = office();
      const request = (await requests?.find(id)) ?? null;
      if (request === null || request.state !== 'pending' || request.specHash !== specHash) return null;
      const name = await nameOf(office(), request.spec.requester);
      const { spec } = request;
      return { title: titleOf(spec, name, language), facts: factsOf(spec, name, language) };
    },
    approve: async ({ request, specHash, person, objectId, tenant, language }): Promise<Decided> => {
      const { requests, wake } = office();
      const who = personOf(person);
      if (requests === null || who === null) return { kind: 'over' };
      const by = { objectId, tenant, platform: who.platform, person, language };
      const given = { verdict: 'approve', words: null, strength: 'sign-in' } as const;
      const decided = await requests.decide(request, specHash, by, given);
      if (decided.kind === 'done') {
        wake();
        await settleCards(office(), request);
      }
      return decided;
    },
  };
}
