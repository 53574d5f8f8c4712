import { describe, expect, test } from 'vitest';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { printReport } from '../../../src/probe/print-report.js';
import type { ProbeReport } from '../../../src/probe/report.js';
import { fullReport } from '../../probe/reports.js';
import { shown } from '../../support/talk.js';
import { finding, firewall, found, LiveTalk, linked, unseen } from './live-talk.js';

const unreachable =
  'docker: Error response from daemon: Get "https://contoso.azurecr.io/v2/": dial tcp: lookup contoso.azurecr.io: i/o timeout';
const { causes, vantage } = textsFor('en');
const { login } = fullReport;
const report = (from: ProbeReport['from'], way: Partial<ProbeReport['login']>): ProbeReport => ({
  ...fullReport,
  from,
  login: { ...login, ...way },
});
const open = report('laptop', {});
const refused = report('laptop', { v2: { status: 403, realm: null } });
const shut = report('laptop', { tcp: 'timeout', tls: null, v2: null });
const intercepted = report('laptop', { tls: { result: 'untrusted', issuer: 'Fabrikam Proxy' }, v2: null });

const everything = finding(
  { ...unseen('dns', 'other-vantage'), exposure: 'public', facts: { addresses: '203.0.113.20' } },
  found('service-state', 'healthy', 'public'),
  found('registry-lookup', 'here'),
  found('private-endpoint', 'none'),
  found('network-rules', 'ip-not-listed'),
);
const talking = async (paste: string, run = everything) => new LiveTalk(linked, run).say(paste);
const verbsOf = ({ last }: LiveTalk) => last.buttons.map(({ verb }) => verb);
const told = ({ messages }: LiveTalk): string => messages.map(shown).join('\n');

/** Takes the offer, and pastes what was seen. */
async function look(talk: LiveTalk, seen: ProbeReport): Promise<LiveTalk> {
  await talk.press('look-there');
  if (talk.asked === 'probe-place') await talk.answer('probe-place', 'laptop');
  await talk.say(printReport(seen));
  for (let i = 0; i < 10 && talk.asked !== null; i++) await talk.answer(talk.asked, 'unknown');
  return talk;
}

describe('what is seen from where it fails', () => {
  test('confirms: the firewall refuses that place, too', async () => {
    const talk = await look(await talking(firewall), refused);
    expect(talk.last.outcome?.cause).toBe('ip-not-allowed');
    expect(verbsOf(talk)).not.toContain('look-there');
  });

  test('rules out: what the firewall refused is not refused there now', async () => {
    const talk = await talking(firewall);
    expect(talk.last.outcome?.cause).toBe('ip-not-allowed');
    await look(talk, open);
    expect(talk.last.outcome?.cause).not.toBe('ip-not-allowed');
    expect(shown(talk.last)).toContain(
      'Seen from your machine, the registry now answers and asks for a sign-in',
    );
    expect(shown(talk.last)).toContain(`${causes['ip-not-allowed'].title} – `);
  });

  test('shows another trouble on the way: no connection in the place of a refusal', async () => {
    const talk = await look(await talking(firewall), shut);
    expect(talk.last.outcome?.cause).toBe('connection-failed');
    expect(shown(talk.last).split('From here the name resolves to')).toHaveLength(2);
    expect(shown(talk.last)).toContain(
      'From here the name resolves to `203.0.113.20`, from your machine to `10.1.2.3`',
    );
  });

  test('shows a refusal in the place of no connection', async () => {
    const talk = await look(await talking(unreachable), refused);
    expect(talk.last.outcome?.cause).toBe('ip-not-allowed');
    // Nobody has said so, and the text does not.
    expect(shown(talk.last)).not.toContain(textsFor('en').asks.symptom.options['firewall-refusal']);
  });

  test('shows whose certificate stands in between', async () => {
    const talk = await look(await talking(unreachable), intercepted);
    expect(talk.last.outcome?.cause).toBe('tls-untrusted');
    expect(told(talk)).toContain('Fabrikam Proxy');
  });

  test('answers the question that was asked about that place, and is set beside what is seen from here', async () => {
    const talk = await talking(unreachable);
    expect(talk.asked).toBe('dns');
    await talk.press('look-there');
    await talk.answer('probe-place', 'pod');
    await talk.say(printReport({ ...shut, from: 'pod' }));
    expect(talk.asked).not.toBe('dns');
    expect(told(talk)).toContain('from your cluster to `10.1.2.3`');
  });

  test('where the same name leads to the same place, that the registry answers here and not there', async () => {
    const same: ProbeReport['login']['lookup'] = { kind: 'found', addresses: ['203.0.113.20'] };
    const talk = await talking(unreachable);
    await talk.press('look-there');
    await talk.answer('probe-place', 'laptop');
    await talk.say(printReport(report('laptop', { ...shut.login, lookup: same, dns: null })));
    expect(told(talk)).toContain('From here the registry answers, from your machine it does not');
  });

  test('makes the health check needless', async () => {
    const talk = new LiveTalk(null, finding());
    await talk.say('Something is wrong with contoso.azurecr.io');
    await talk.answer('situation', 'transfer');
    await talk.answer('symptom', 'other');
    expect(talk.asked).toBe('health-check');
    await talk.press('look-there');
    await talk.answer('probe-place', 'laptop');
    await talk.say(printReport(refused));
    expect(talk.asked).toBe('network-rules');
  });

  test('is asked for once more where part of it is missing or changed', async () => {
    const talk = await talking(firewall);
    await talk.press('look-there');
    await talk.answer('probe-place', 'laptop');
    await talk.say(printReport(refused).replace('contoso.azurecr.io 403', 'contoso.azurecr.io 401'));
    expect(told(talk)).toContain(vantage.notes['report-edited']);
    expect(verbsOf(talk)).toContain('look-there');
  });

  test('tells of a clock that is wrong and of a proxy in the way, where they matter', async () => {
    const off = { ...shut, clockAhead: -400, proxy: { set: true, excepted: false } };
    const talk = await talking(unreachable);
    await talk.press('look-there');
    await talk.answer('probe-place', 'laptop');
    await talk.say(printReport(off));
    expect(told(talk)).toContain(vantage.notes['clock-off']);
    expect(told(talk)).toContain(vantage.notes['through-proxy']);
    const well = await talking(unreachable);
    await well.press('look-there');
    await well.answer('probe-place', 'laptop');
    await well.say(printReport({ ...open, clockAhead: 299, proxy: off.proxy }));
    expect(told(well)).not.toContain(vantage.notes['clock-off']);
    expect(told(well)).not.toContain(vantage.notes['through-proxy']);
  });
});

test('who sits at the machine that makes the checks has looked from there; from a cluster it is another look', async () => {
  const own = new LiveTalk({ vantage: 'person', objectId: null }, finding());
  await own.say(unreachable);
  expect(own.asked).toBe('dns');
  expect(verbsOf(own)).not.toContain('look-there');
  await own.answer('environment', 'kubernetes');
  expect(own.asked).toBe('dns');
  expect(verbsOf(own)).toContain('look-there');
});

test('a place that is told makes checks of that place possible, once the report is there and not before', async () => {
  const talk = await talking(unreachable);
  const before = talk.works.length;
  await talk.press('look-there');
  await talk.answer('probe-place', 'pod');
  expect(talk.works.length).toBe(before);
  await talk.say(printReport({ ...shut, from: 'pod' }));
  expect(talk.conversation.phase).toBe('open');
});
