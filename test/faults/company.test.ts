import { describe, expect, test } from 'vitest';
import { withPostgres } from '../store/postgres.js';
import { chosen } from './choice.js';
import { DEADLINE_MS, play } from './stories.js';

await withPostgres((server) => {
  describe('a company in which something fails', () => {
    for (const scenario of chosen(['diagnosis', 'role'], 2)) {
      test(`${scenario.name}: nothing is lost, nothing happens twice, and people are told`, async () => {
        const played = await play(scenario, server);
        const { company, answeredMs, meanwhile, wentOn, texts, approvals, cards } = played;
        const said = meanwhile.join('\n---\n');
        console.log(
          `${scenario.name}: ${answeredMs === null ? 'no answer' : `${Math.round(answeredMs)} ms`}`,
        );
        if (process.env['FAULTS_SHOW']) console.log(said);
        expect(answeredMs, said).not.toBeNull();
        if (scenario.story === 'diagnosis' && !scenario.later) expect(answeredMs).toBeLessThan(DEADLINE_MS);
        const { says = [] } = scenario;
        if (says.length > 0)
          expect(
            says.some((words) => said.includes(words)),
            said,
          ).toBe(true);
        expect(new Set(meanwhile).size, said).toBe(meanwhile.length);
        expect(wentOn, texts.join('\n---\n')).toBe(true);
        // As many assignments as approvals; each is told of once.
        expect(company.writes('roleAssignments/write')).toBe(approvals);
        expect(texts.filter((text) => text.includes('Approved, and given'))).toHaveLength(approvals);
        expect(cards).toEqual(cards.map(() => 1));
        expect(company.traces.leaks()).toEqual([]);
      }, 120_000);
    }
  });
});
