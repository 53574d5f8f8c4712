import { expect, test } from 'vitest';
import { run } from '../cli/world.js';
import { newPath } from '../store/open-engine.js';
import { openCompany } from './company.js';
import { askForRole, rolePlot } from './role-plot.js';
import { minute } from './story.js';

test('what a case becomes is in the report while the bot runs, and stays when its person is forgotten', {
  timeout: 90_000,
}, async () => {
  const url = `sqlite:${newPath()}`;
  const company = await openCompany({ ...rolePlot(1), store: async () => url });
  const report = async () => {
    const options = ['--until', '2026-03-04', '--exact', '--json', '--words'];
    const { code, out, err } = await run(['report', '--store', url, ...options]);
    expect([code, err]).toEqual([0, '']);
    return JSON.parse(out);
  };
  const ends = async (ending: string) => expect((await report()).endings).toMatchObject({ [ending]: 1 });

  const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
  await askForRole(company, dana);
  await dana.reads('Your request is with those who may approve it.');
  await ends('requested');
  await olga.approve();
  await dana.reads('Approved, and given: AcrPull');
  company.sandbox.advance(20 * minute);
  await dana.press('Check again');
  await dana.reads('What was wrong is put right');
  const resolved = async () => (await report()).endings['with-request'] === 1;
  await expect.poll(resolved, { timeout: 20_000 }).toBe(true);

  await dana.say('forget me');
  await dana.reads('deleted');
  const last = await report();
  expect(last).toMatchObject({
    cases: 1,
    endings: { 'with-request': 1, requested: 0 },
    selfSolved: 0,
    took: { '30m': 1 },
    causes: [{ cause: 'role-missing', cases: 1, alone: 0, helped: 1, open: 0 }],
    platforms: { slack: 1 },
    languages: { en: 1 },
  });
  expect(JSON.stringify(last)).not.toMatch(/dana|olga|contoso|U0DANA|nightly/i);
});
