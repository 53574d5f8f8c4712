import { afterEach, describe, expect, test } from 'vitest';
import { languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { printReport } from '../../src/probe/print-report.js';
import { snippetFor } from '../../src/probe/snippets/snippet.js';
import { finding, found, refusedPrincipal } from '../dialogs/live/live-talk.js';
import { fullReport } from '../probe/reports.js';
import { samples } from '../support/samples.js';
import { shown } from '../support/talk.js';
import { probeFile } from './desk.js';
import { slackStage } from './slack-stage.js';
import { bare, type Seen, type Setting, type Talker } from './stage.js';
import { teamsStage } from './teams-stage.js';
import { terminalStage } from './terminal-stage.js';

const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const unreachable =
  'docker: Error response from daemon: Get "https://contoso.azurecr.io/v2/": dial tcp: lookup contoso.azurecr.io: i/o timeout';
const canary = 'Qx78Q~CANARYcanaryCANARYcanaryCANARYcan1';
const pasted = `export AZURE_CLIENT_SECRET=${canary}\nPRIVATEREMARK nobody else may read this\n${unauthorized}`;
const objectId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const run = finding(
  found('service-state', 'healthy'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('roles-legacy', 'none'),
);
const quiet: Setting = { run: null, language: 'en', objectId, now: () => Date.parse('2026-03-01T12:00:00Z') };

describe.each([terminalStage, teamsStage, slackStage].map((stage) => [stage.name, stage] as const))(
  '%s',
  (_name, stage) => {
    let talker: Talker | null = null;
    const open = async (setting: Partial<Setting> = {}): Promise<Talker> => {
      talker = await stage.open({ ...quiet, ...setting });
      return talker;
    };
    afterEach(async () => {
      await talker?.close();
      talker = null;
    });
    const newest = async (it: Talker): Promise<Seen> => {
      const seen = (await it.seen()).at(-1);
      if (seen === undefined) throw new Error('nothing is to be seen');
      return seen;
    };

    test('a paste is answered with the question, every answer of it whole, and ways out', async () => {
      const it = await open();
      await it.say(unauthorized);
      const seen = await newest(it);
      const { ask, buttons } = it.newest();
      for (const { label } of ask?.options ?? [])
        expect(bare(seen.text + seen.labels.join())).toContain(bare(label));
      for (const { label } of buttons) expect(seen.labels).toContain(label);
      expect(seen.text).toContain('contoso.azurecr.io');
    });

    test('an answer goes on; the question before can no longer be answered, and says so politely', async () => {
      const it = await open();
      await it.say(unauthorized);
      const label = it.newest().ask?.options[2]?.label ?? '';
      await it.answer(label);
      const next = it.newest();
      expect(next.ask?.node).not.toContain('auth-method');
      const before = (await it.seen()).length;
      if (stage.name !== 'terminal') {
        await it.pressAgain();
        const seen = await it.seen();
        expect(seen).toHaveLength(before + 1);
        expect(seen.at(-1)?.text).toContain('That step is done already');
        expect(it.newest()).toEqual(next);
      }
    });

    test('an answer can be typed, by its number or its words', async () => {
      const it = await open();
      await it.say(unauthorized);
      await it.say('3');
      const byNumber = it.newest().ask?.options;
      await it.say('start over');
      await it.say(unauthorized);
      await it.say(textsFor('en').asks['auth-method'].options['service-principal']);
      expect(it.newest().ask?.options).toEqual(byNumber);
    });

    test('nothing of a paste leaves again but facts', async () => {
      const it = await open();
      await it.say(pasted);
      await it.answer(it.newest().ask?.options[2]?.label ?? '');
      await it.press(textsFor('en').ui.verbs.handover);
      expect(it.sent()).not.toMatch(/CANARY|PRIVATEREMARK/);
      expect(it.sent()).toContain('contoso.azurecr.io');
    });

    test('checks are shown as they are made, and end in the outcome with its fix and its source', async () => {
      const it = await open({ run });
      await it.say(refusedPrincipal);
      const { outcome } = it.newest();
      expect(outcome?.cause).toBe('role-missing');
      const all = (await it.seen()).map(({ text }) => text).join('\n');
      const { causes, checks } = textsFor('en');
      expect(bare(all)).toContain(bare(causes['role-missing'].title));
      expect(bare(all)).toContain(bare(checks['service-state'].label));
      expect(all).toContain('az role assignment create');
      expect(all).toContain('learn.microsoft.com');
    });

    test('who looks from where it fails gets all that is to be run, and is told what the look showed', async () => {
      const it = await open();
      const { ui, vantage } = textsFor('en');
      await it.say(unreachable);
      expect((await newest(it)).labels).toContain(ui.verbs['look-there']);
      await it.press(ui.verbs['look-there']);
      await it.answer(vantage.look.where.options.windows);
      const { text } = await newest(it);
      // Each line as it is: what is to be run has no letter to lose.
      for (const line of snippetFor(fullReport.registry, 'windows').split('\n')) expect(text).toContain(line);
      expect(bare(text)).toContain(bare(vantage.look.promise));
      if (stage.name === 'terminal') expect(text).not.toContain(probeFile.url);
      else for (const part of [probeFile.url, probeFile.sha256]) expect(text).toContain(part);
      await it.press(ui.verbs['other-place']);
      await it.answer(vantage.look.where.options.pod);
      await it.say(
        printReport({ ...fullReport, login: { ...fullReport.login, v2: { status: 403, realm: null } } }),
      );
      const after = (await it.seen()).map((seen) => seen.text).join('\n');
      expect(bare(after)).toContain(bare('Your cluster: Refuses the network (403)'));
      expect((await newest(it)).labels).not.toContain(ui.verbs['look-there']);
    });

    test('a case is handed over with a note in the person’s own words', async () => {
      const it = await open();
      await it.say(unauthorized);
      await it.press(textsFor('en').ui.verbs.handover);
      expect((await newest(it)).fields).not.toEqual([]);
      await it.fill({ note: 'Since Monday, <b>all</b> of us & [them](http://evil.example)' });
      const seen = (await it.seen()).map(({ text }) => text).join('\n');
      expect(seen).toContain('Since Monday');
    });

    test('a choice comes back as the id of its option, what was left alone as it stood', async () => {
      const it = await open();
      const message = (await samples('en'))['choice-form'];
      const options = textsFor('en').asks['auth-method'].options;
      if (message === undefined) throw new Error('no sample of a form with choices');
      expect(
        await it.enter(message, { 'auth-method': options['service-principal'], reason: 'a & <b>' }),
      ).toEqual({ 'auth-method': 'service-principal', operation: 'push', duration: '7', reason: 'a & <b>' });
    });

    test('what is written in public is answered there with one constant line', async () => {
      const it = await open({ run });
      if (it.sayInPublic === null) return;
      await it.sayInPublic(refusedPrincipal);
      expect((await it.inPublic()).map((text) => text.trim())).toEqual([textsFor('en').chat.channelLine]);
      expect((await it.seen()).length).toBeGreaterThan(0);
    });

    test.each(languages)('everything that a message says is there for its reader: %s', async (language) => {
      const it = await open({ language });
      await it.say('hello');
      const seen: string[] = [];
      for (const [kind, message] of Object.entries(await samples(language))) {
        const { text, labels } = await it.show(message, language);
        const read = bare(`${text}\n${labels.join('\n')}`);
        for (const line of shown(message).split('\n')) {
          // Marks of code and of what is bold are set in other ways, and words for a verdict stand behind its name.
          for (const part of line.split(/[`*]+|[{}]|: |：/)) {
            if (!read.includes(bare(part))) seen.push(`${kind}: ${part}`);
          }
        }
      }
      expect(seen).toEqual([]);
    });
  },
);
