import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tell } from '../support/figures.js';
import { campaign, type Result } from './campaign.js';
import { describePoint, sampleOf } from './points.js';
import { scenarios } from './scenarios.js';
import type { Stores } from './stores.js';
import { describeSwarm } from './swarm.js';
import { openTeam, type Team } from './team.js';

const day = 24 * 60 * 60_000;

/**
 * What is left of a bot that is killed at any of its calls, on one kind of store.
 *
 * @param half which half of the points that both stores have is tried, where not all are
 */
export function describeKills(stores: Stores, half: 0 | 1): void {
  describe(`kill -9: ${stores.name}`, () => {
    let team: Team;
    beforeAll(async () => {
      team = await openTeam();
    }, 120_000);
    afterAll(() => team?.end());

    it.for(scenarios)(
      'at each statement and each HTTP call: $name',
      { timeout: 1_800_000 },
      async (scenario, { task }) => {
        const all = process.env['KILL_POINTS'] === 'all';
        const turn = Math.floor(Date.now() / day);
        const result = await campaign(scenario, stores, team, (points) =>
          all ? points : sampleOf(points, turn, half),
        );
        console.log(row(scenario.name, stores.name, result));
        const { points, undisturbed, runs } = result;
        const failed = runs.filter(({ hit, wrong }) => !hit || wrong.length > 0);
        tell(task, { points: points.length, runs: runs.length, failed: failed.length });
        expect(undisturbed).toEqual([]);
        expect(runs.filter(({ hit }) => !hit).map(({ point }) => describePoint(point))).toEqual([]);
        const wrong = runs.filter((run) => run.wrong.length > 0);
        expect(wrong.map((run) => [describePoint(run.point), ...run.wrong])).toEqual([]);
        // Else nothing was seen of it, and the test shows nothing.
        expect(points.length).toBeGreaterThan(50);
      },
    );

    describeSwarm(stores, () => team);
  });
}

/** Kill points of a scenario on a store: generated, hit, and the runs that were made. */
function row(scenario: string, store: string, { points, runs }: Result): string {
  const of = (channel: string) => points.filter((it) => it.channel === channel).length;
  const hit = runs.filter((it) => it.hit).length;
  return [
    `${scenario.padEnd(22)} ${store.padEnd(11)}`,
    `points ${points.length} (statements ${of('statement')}, HTTP ${of('http')})`,
    `hit ${hit}, runs ${runs.length}`,
  ].join('  ');
}
