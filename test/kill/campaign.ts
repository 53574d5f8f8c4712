import { Gate } from './gate.js';
import { type Ground, openGround } from './ground.js';
import { type Call, type Point, pointsOf } from './points.js';
import type { Scenario } from './scenarios.js';
import type { Stores } from './stores.js';
import { acting, opening, type Survivors, type Team, takeOver } from './team.js';

/** A run in which a process was to die. */
export interface Run {
  readonly point: Point;
  /** Whether it died there. */
  readonly hit: boolean;
  /** What does not hold after others have taken over. */
  readonly wrong: readonly string[];
}

export interface Result {
  /** All that there are. */
  readonly points: readonly Point[];
  /** What does not hold where nobody dies. */
  readonly undisturbed: readonly string[];
  readonly runs: readonly Run[];
}

/**
 * Plays a scenario time and again. First a process is watched that nobody kills; then one dies at each of the points that
 * are chosen of those that it passed.
 */
export async function campaign(
  scenario: Scenario,
  stores: Stores,
  team: Team,
  choose: (points: readonly Point[]) => readonly Point[],
): Promise<Result> {
  const lanes = await Promise.all(team.survivors.map((it) => openLane(scenario, stores, team, it)));
  try {
    const watched = await lanes[0]?.play(null);
    const points = pointsOf(watched?.calls ?? []);
    const waiting = [...choose(points)];
    const runs: Run[] = [];
    await Promise.all(
      lanes.map(async ({ play }) => {
        for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
          const { killed, wrong } = await play(point);
          runs.push({ point, hit: killed, wrong });
        }
      }),
    );
    return { points, undisturbed: watched?.wrong ?? [], runs };
  } finally {
    await Promise.all(lanes.map(({ close }) => close()));
  }
}

/** A ground on which one run follows the other, each from the same beginning. */
async function openLane(scenario: Scenario, stores: Stores, team: Team, survivors: Survivors) {
  const ground = await openGround(stores, scenario.parts);
  const ids = await scenario.begin(ground);
  const putBack = await ground.keep();
  const play = async (point: Point | null) => {
    await putBack();
    const { calls, killed } = await playVictim(ground, scenario, ids, stores, team, point);
    await takeOver(ground, scenario.acts, ids, survivors);
    return { calls, killed, wrong: await scenario.holds(ground, ids) };
  };
  return { play, close: ground.close };
}

/** A process that does what is to be done, and dies at a point. */
async function playVictim(
  ground: Ground,
  { acts }: Scenario,
  ids: readonly string[],
  stores: Stores,
  team: Team,
  point: Point | null,
): Promise<{ readonly calls: readonly Call[]; readonly killed: boolean }> {
  const victim = team.victims.take();
  const gate = new Gate(point, () => victim.kill());
  const way = await stores.watched(ground.config.store, () => ground.gate);
  try {
    const open = opening(ground);
    const store = way?.url ?? open.config.store;
    // Where its statements are not seen from outside, it watches them itself.
    const own = way === null ? { watched: true, point } : {};
    await victim.ask({ ...open, config: { ...open.config, store }, ...own });
    ground.gate = gate;
    const reply = await victim.ask(acting(ground, acts, ids));
    await victim.end();
    ground.gate = null;
    if (reply === 'killed') return { calls: gate.seen, killed: true };
    return { calls: [...gate.seen, ...reply.seen], killed: false };
  } finally {
    way?.close();
  }
}
