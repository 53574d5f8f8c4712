import { describe, expect, test } from 'vitest';
import { comparedSentences } from '../../../dialogs/compose/vantage.js';
import { printedFindings } from '../../../dialogs/live/printed.js';
import type { Finding } from '../../../src/checks/check.js';
import { languages } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { outputOfReport } from '../../../src/probe/output.js';
import { printReport } from '../../../src/probe/print-report.js';
import type { ProbeReport } from '../../../src/probe/report.js';
import { fullReport } from '../../probe/reports.js';
import { shown } from '../../support/talk.js';
import { finding, found, LiveTalk, linked, unlinked, unseen } from './live-talk.js';

const refused =
  'failed to pull image "contoso.azurecr.io/team/app:1": dial tcp 10.1.2.3:443: i/o timeout (kubelet, ImagePullBackOff)';
const fromHere = {
  ...unseen('dns', 'other-vantage'),
  exposure: 'public',
  facts: { addresses: '203.0.113.20' },
} as const;
const shut: ProbeReport = {
  ...fullReport,
  login: { ...fullReport.login, tcp: 'timeout', tls: null, v2: null },
};
const sentence =
  'From here the name resolves to `203.0.113.20`, from your cluster to `10.1.2.3`. For the way to the registry, what is seen from your cluster counts.';

const talking = async (live = linked, report = shut, ...more: readonly Finding[]) => {
  const talk = new LiveTalk(live, finding(fromHere, ...more));
  await talk.say(refused);
  return talk.say(printReport(report));
};

/** Whatever is still asked is not known. */
async function toTheEnd(talk: LiveTalk): Promise<void> {
  for (let i = 0; i < 10 && talk.asked !== null; i++) await talk.answer(talk.asked, 'unknown');
}

describe('what the bot and the person see', () => {
  test('is set side by side when a report is pasted, and in the outcome', async () => {
    const talk = await talking(linked, shut, found('service-state', 'healthy', 'public'));
    expect(talk.messages.map(shown).join('\n')).toContain(sentence);
    await toTheEnd(talk);
    expect(talk.last.outcome?.cause).toBe('connection-failed');
    expect(shown(talk.last)).toContain(sentence);
    expect(shown(talk.last)).toContain('Your cluster: ');
  });

  test('differs: of the way to the registry the person decides', async () => {
    const talk = new LiveTalk(linked, finding(found('dns', 'not-found', 'public')));
    await talk.say(refused);
    await talk.say(printReport(shut));
    expect(talk.messages.map(shown).join('\n')).toContain('From here there is no such name');
    await toTheEnd(talk);
    expect(talk.last.outcome?.cause).toBe('connection-failed');
  });

  test.each(languages)('reads in %s, name by name', (language) => {
    const texts = textsFor(language);
    const printed = (report: ProbeReport) =>
      printedFindings([outputOfReport({ kind: 'whole', report })], 'contoso.azurecr.io');
    const none: ProbeReport['login']['dns'] = null;
    const missing = {
      ...fullReport,
      login: { ...fullReport.login, dns: none, lookup: { kind: 'failed', reason: 'nxdomain' } },
    } as const;
    const [both] = comparedSentences(texts, [fromHere], printed(fullReport));
    const [here] = comparedSentences(texts, [fromHere], printed(missing));
    const [there] = comparedSentences(texts, [found('dns', 'not-found', 'public')], printed(fullReport));
    for (const text of [both, here, there]) expect(text).not.toMatch(/[{}]/);
    expect(both).toContain('`203.0.113.20`');
    expect(both).toContain('`10.1.2.3`');
    expect(here).toContain('`203.0.113.20`');
    expect(there).toContain('`10.1.2.3`');
    expect(new Set([both, here, there]).size).toBe(3);
    expect(comparedSentences(texts, [fromHere], [])).toEqual([]);
  });
});

test('a report opens nothing: who is not linked sees of the registry what they saw without it', async () => {
  const own = [found('permission-mode', 'abac'), found('roles-abac', 'none'), found('admin-user', 'enabled')];
  const without = new LiveTalk(unlinked, finding(fromHere, ...own));
  await without.say(refused);
  const before = without.conversation.observed;
  const talk = await talking(unlinked, fullReport, ...own);
  const hidden = (all: typeof before) =>
    all.filter((it) => it.verdict === 'unknown' && it.why === 'not-signed-in');
  expect(hidden(before).length).toBeGreaterThan(0);
  expect(hidden(talk.conversation.observed)).toEqual(hidden(before));
  expect(talk.messages.map(shown).join('\n')).not.toMatch(/ABAC Repository Permissions|Enabled/);
});
