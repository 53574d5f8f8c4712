import { expect, onTestFinished, test } from 'vitest';
import { openEyes } from './canary/stock.js';
import { openCompany } from './company.js';
import { askForRole, rolePlot } from './role-plot.js';
import { minute } from './story.js';

/** Names in the company, which are nobody's business who reads metrics or traces. */
const names = /contoso|dana|olga|rita|AcrPull|nightly|11111111-0000|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/i;

test('what happens in a company is measured and traced at each edge, and nobody is named', {
  timeout: 2 * minute,
}, async () => {
  const eyes = await openEyes();
  const company = await openCompany(rolePlot(1, { env: eyes.env }));
  onTestFinished(() => company.stop());
  const [dana, olga] = [company.onSlack('dana'), company.onTeams('olga')];
  await askForRole(company, dana);
  await olga.approve();
  await dana.reads('Approved, and given: AcrPull');
  company.slack.user('U0SECRET01', 'secret');
  await company.slack.say(
    'U0SECRET01',
    'docker login contoso.azurecr.io -u ci -p Pa55-of-nobody-9x: unauthorized',
  );
  await company.slack.until(() => company.slack.messagesTo('U0SECRET01').length > 0, 20_000);
  await fetch(`${company.origin}/api/messages`, { method: 'POST', body: 'x' });

  const page = await eyes.page();
  const value = (series: string): number =>
    Number(
      page
        .split('\n')
        .find((line) => line.startsWith(`${series} `))
        ?.split(' ')[1] ?? Number.NaN,
    );
  expect(value('webhook_total{platform="slack",outcome="taken"}')).toBeGreaterThanOrEqual(3);
  expect(value('webhook_total{platform="teams",outcome="taken"}')).toBeGreaterThanOrEqual(1);
  expect(value('webhook_total{platform="teams",outcome="malformed"}')).toBe(1);
  expect(value('ack_seconds_count')).toBe(
    value('webhook_total{platform="slack",outcome="taken"}') +
      value('webhook_total{platform="teams",outcome="taken"}'),
  );
  expect(value('diagnosis_seconds_count{cause="role-missing"}')).toBe(1);
  expect(page).toMatch(/^probe_seconds_count\{step="registry-lookup",outcome="answered"\} [1-9]/m);
  for (const service of ['entra', 'resource-manager', 'graph', 'registry'])
    expect(page).toMatch(
      new RegExp(`^azure_requests_total\\{service="${service}",status="[^"]+"\\} [1-9]`, 'm'),
    );
  expect(Math.abs(value('clock_skew_seconds'))).toBeLessThan(5);
  expect(value('grants_total{result="granted"}')).toBe(1);
  expect(value('grants_total{result="failed"}')).toBe(0);
  expect(value('approval_age_seconds_count')).toBe(1);
  expect(value('outbox_attempts_count')).toBeGreaterThanOrEqual(2);
  expect(value('outbox_oldest_age_seconds')).toBe(0);
  expect(value('audit_chain_ok')).toBe(1);
  expect(value('ready')).toBe(1);
  expect(value('redactions_total{rule="password"}')).toBe(1);
  expect(page).not.toMatch(names);

  await company.stop();
  const spans = eyes.collector.spans();
  const parentOf = (id: string): string => spans.find((it) => it.id === id)?.name ?? 'none';
  const places = new Set(spans.map(({ name, parent }) => `${name} in ${parentOf(parent)}`));
  expect([...places]).toEqual(expect.arrayContaining(['turn in none', 'check in turn', 'azure in check']));
  expect([...places]).toEqual(expect.arrayContaining(['job in none', 'azure in job']));
  expect(Buffer.concat(eyes.collector.bodies).toString()).not.toMatch(names);
});
