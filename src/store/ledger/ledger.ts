import type { Ledger } from '../../access/ledger.js';
import type { Calls } from '../calls.js';
import type { Engine } from '../engine.js';
import type { Db } from '../tables.js';
import { abandon, confirm } from './after-rotation.js';
import { answer, askBack, questions } from './ask-back.js';
import { claim, isAnythingDue, oldestDue } from './claim.js';
import { decide, withdraw } from './decide.js';
import { claimDelivery, endUnclaimed, look } from './deliveries.js';
import { endOverdue, expiredAtOnce } from './expire.js';
import { finishGrant, finishRemoval, retry } from './finish.js';
import { finishDiscard, finishRetirement, finishRotation } from './finish-rotation.js';
import { close } from './jobs.js';
import { cards, ownedAssignments, request, requestsOf, saveCard } from './read.js';
import { submit } from './submit.js';
import { takeOver } from './take-over.js';
import { audit, note } from './trail.js';

/** The ledger on an engine. Whatever writes to the audit waits for its turn. */
export function ledgerOn({ db, inTurn, passOver }: Engine, calls: Calls): Ledger {
  const turn = <T>(run: (db: Db) => Promise<T>) => calls.run(() => inTurn(run));
  return {
    submit: (...asked) => turn((all) => submit(all, ...asked)),
    decide: (...asked) => turn((all) => decide(all, ...asked)),
    withdraw: (...asked) => turn((all) => withdraw(all, ...asked)),
    askBack: (...asked) => turn((all) => askBack(all, ...asked)),
    answer: (...asked) => turn((all) => answer(all, ...asked)),
    questions: (...asked) => calls.run(() => questions(db, ...asked)),
    confirm: (...asked) => turn((all) => confirm(all, ...asked)),
    abandon: (...asked) => turn((all) => abandon(all, ...asked)),
    deliveries: {
      look: (...asked) => calls.run(() => look(db, ...asked)),
      claim: (...asked) => turn((all) => claimDelivery(all, ...asked)),
    },

    async claim(now, leaseMs) {
      if (!(await calls.run(() => isAnythingDue(db, now)))) return null;
      return turn((all) => claim(all, passOver, now, leaseMs));
    },
    oldestDue: (now) => calls.run(() => oldestDue(db, now)),
    finish: (job, now) => calls.run(() => close(db, job, now)),
    takeOver: (...asked) => turn((all) => takeOver(all, ...asked)),
    finishGrant: (...asked) => turn((all) => finishGrant(all, ...asked)),
    finishRemoval: (...asked) => turn((all) => finishRemoval(all, ...asked)),
    finishRotation: (...asked) => turn((all) => finishRotation(all, ...asked)),
    finishRetirement: (...asked) => turn((all) => finishRetirement(all, ...asked)),
    finishDiscard: (...asked) => turn((all) => finishDiscard(all, ...asked)),
    retry: (...asked) => turn((all) => retry(all, ...asked)),

    request: (...asked) => calls.run(() => request(db, ...asked)),
    requestsOf: (...asked) => calls.run(() => requestsOf(db, ...asked)),
    async expire(now, onUnclaimed) {
      let ended = 0;
      for (;;) {
        const some = await turn((all) => endOverdue(all, now));
        const unclaimed = await turn((all) => endUnclaimed(all, now));
        ended += some + unclaimed;
        if (unclaimed > 0) onUnclaimed?.(unclaimed);
        if (some < expiredAtOnce && unclaimed < expiredAtOnce) return ended;
      }
    },

    saveCard: (...asked) => calls.run(() => saveCard(db, ...asked)),
    cards: (...asked) => calls.run(() => cards(db, ...asked)),
    ownedAssignments: () => calls.run(() => ownedAssignments(db)),
    note: async (...asked) => {
      await turn((all) => note(all, ...asked));
    },
    audit: (...asked) => calls.run(() => audit(db, ...asked)),
  };
}
