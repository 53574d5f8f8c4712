import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { askForRoles, askForSecrets, hour } from './asking.js';
import type { ActName } from './bot.js';
import { type Ground, openGround, reading, tokens } from './ground.js';
import { grantHolds, removalHolds } from './role-invariants.js';
import { vault } from './scenarios.js';
import { rememberSecrets, retireHolds, vaultHolds } from './secret-invariants.js';
import type { Stores } from './stores.js';
import { acting, lapseMs, opening, type Team, takeOver } from './team.js';

/** As many roles as may be asked for of one registry in an hour. */
const roles = 20;
const processes = 3;
/** Jobs that one process has under way at a time. */
const jobsAtOnce = 4;
/** Fewer than the attempts after which a job is given up: what dies ten times at the same job is another story. */
const mostRounds = 6;

/** Processes that work at the same time on the same requests, and die at any moment. */
export function describeSwarm(stores: Stores, team: () => Team): void {
  it(`at any moment, ${processes} processes at once: ${roles} roles, given and removed`, async () => {
    const ground = await openGround(stores, { faults: lostAnswers });
    try {
      const ids = await askForRoles(ground, roles);
      const grants = await dieTimeAndAgain(ground, team(), ids, 'granted', ['approve']);
      expect(await grantHolds(ground, ids)).toEqual([]);
      ground.ahead += 9 * hour;
      const removals = await dieTimeAndAgain(ground, team(), ids, 'removed', []);
      expect(await removalHolds(ground, ids)).toEqual([]);
      tell(stores, { grants, removals });
    } finally {
      await ground.close();
    }
  }, 600_000);

  it(`at any moment, ${processes} processes at once: ${tokens.length + 2} secrets, made and retired`, async () => {
    const ground = await openGround(stores, { ...vault, faults: lostAnswers });
    try {
      const ids = await askForSecrets(ground, tokens);
      const rotations = await dieTimeAndAgain(ground, team(), ids, 'rotated', ['approve']);
      expect(await vaultHolds(ground, ids)).toEqual([]);
      await rememberSecrets(ground, ids);
      ground.ahead += hour / 3;
      const retirements = await dieTimeAndAgain(ground, team(), ids, 'retired', ['confirm']);
      expect(await retireHolds(ground, ids)).toEqual([]);
      tell(stores, { rotations, retirements });
    } finally {
      await ground.close();
    }
  }, 600_000);
}

/** How many were killed while they were at it. It would show nothing if the first few had done it all. */
function tell({ name }: Stores, killed: Readonly<Record<string, number>>): void {
  console.log(`${name}: processes killed at any moment: ${JSON.stringify(killed)}`);
  expect(Math.min(...Object.values(killed))).toBeGreaterThan(processes);
}

/** Answers of Azure that are lost, beside processes that are. */
const azure = { host: 'management.azure.com' };
const put = { path: '*/roleAssignments/*', method: 'PUT', after: true };
const renew = { path: '*/generateCredentials', method: 'POST', after: true };
const lostAnswers = {
  lostRole: { ...azure, http: 'reset', on: { ...put, calls: [4, 11, 15] } },
  wrongRole: { ...azure, http: { status: 500 }, on: { ...put, calls: [7, 19] } },
  lostSecret: { ...azure, http: 'reset', on: { ...renew, calls: [2, 5] } },
  wrongSecret: { ...azure, http: { status: 500 }, on: { ...renew, calls: [3, 8] } },
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
  ground.mayRepeat = killed * jobsAtOnce;
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
