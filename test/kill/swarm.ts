import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { askForRoles, hour } from './asking.js';
import type { ActName } from './bot.js';
import { type Ground, openGround, reading } from './ground.js';
import { grantHolds, removalHolds } from './role-invariants.js';
import type { Stores } from './stores.js';
import { acting, lapseMs, opening, type Team, takeOver } from './team.js';

/** As many as one registry takes in an hour. */
const requests = 20;
const processes = 3;
/** Jobs that one process has under way at a time. */
const jobsAtOnce = 4;
/** Fewer than the attempts after which a job is given up: what dies ten times at the same job is another story. */
const mostRounds = 6;

/** Processes that work at the same time on the same requests, and die at any moment. */
export function describeSwarm(stores: Stores, team: () => Team): void {
  it(`at any moment, ${processes} processes at once on ${requests} requests`, async () => {
    const ground = await openGround(stores, { faults: lostAnswers });
    try {
      const ids = await askForRoles(ground, requests);
      ground.mayRepeat = 0;
      const grants = await dieTimeAndAgain(ground, team(), ids, 'granted', ['approve']);
      expect(await grantHolds(ground, ids)).toEqual([]);
      ground.ahead += 9 * hour;
      const removals = await dieTimeAndAgain(ground, team(), ids, 'removed', []);
      expect(await removalHolds(ground, ids)).toEqual([]);
      console.log(`${stores.name}: ${grants} processes killed while granting, ${removals} while removing`);
      // It would show nothing if the first few had done it all.
      expect(Math.min(grants, removals)).toBeGreaterThan(processes);
    } finally {
      await ground.close();
    }
  }, 240_000);
}

/** Answers of Azure that are lost, beside processes that are. */
const put = { path: '*/roleAssignments/*', method: 'PUT', after: true };
const azure = { host: 'management.azure.com' };
const lostAnswers = {
  lost: { ...azure, http: 'reset', on: { ...put, calls: [4, 11, 15] } },
  wrong: { ...azure, http: { status: 500 }, on: { ...put, calls: [7, 19] } },
};

/** Gives the number of processes that were killed before all was done; the last ones may end in peace. */
async function dieTimeAndAgain(
  ground: Ground,
  team: Team,
  ids: readonly string[],
  state: string,
  acts: readonly ActName[],
): Promise<number> {
  let killed = 0;
  for (let round = 0; round < mostRounds && !(await are(ground, ids, state)); round++) {
    await Promise.all(
      Array.from({ length: processes }, (_, i) => workAndDie(ground, team, from(ids, i), acts, round)),
    );
    killed += processes;
    // What they held is free from now on.
    ground.ahead += lapseMs;
  }
  ground.mayRepeat += killed * jobsAtOnce;
  await takeOver(ground, [...acts, 'work'], ids, team.survivors[0] ?? []);
  return killed;
}

async function workAndDie(
  ground: Ground,
  team: Team,
  ids: readonly string[],
  acts: readonly ActName[],
  round: number,
): Promise<void> {
  const victim = team.victims.take();
  await victim.ask(opening(ground));
  await victim.ask({ do: 'serve' });
  const acted = victim.ask(acting(ground, acts, ids));
  // At first soon, so that no machine is quick enough to leave nothing for others.
  await pause(round === 0 ? 30 + Math.random() * 90 : 50 + Math.random() * 400);
  await victim.end();
  await acted;
}

/** The same, beginning elsewhere. */
function from(ids: readonly string[], process: number): readonly string[] {
  const first = Math.floor((ids.length / processes) * process);
  return [...ids.slice(first), ...ids.slice(0, first)];
}

function are(ground: Ground, ids: readonly string[], state: string): Promise<boolean> {
  return reading(ground, async (ledger) => {
    for (const id of ids) if ((await ledger.request(id))?.state !== state) return false;
    return true;
  });
}
