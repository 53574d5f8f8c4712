import { describe, expect, test } from 'vitest';
import type { LoginServer } from '../../../src/diagnosis/reading.js';
import { type Language, languages } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { type SnippetPlace, snippetPlaces } from '../../../src/knowledge/vocabulary.js';
import { type ProbeMeans, snippetsOnly } from '../../../src/probe/means.js';
import { snippetFor } from '../../../src/probe/snippets/snippet.js';
import { fullReport } from '../../probe/reports.js';
import { Talk } from '../../support/talk.js';

const unreachable =
  'docker: Error response from daemon: Get "https://contoso.azurecr.io/v2/": dial tcp: lookup contoso.azurecr.io: i/o timeout';
const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const registry: LoginServer = fullReport.registry;
const { offer, where, noReport } = textsFor('en').vantage.look;
const snippet = (place: SnippetPlace): string => snippetFor(registry, place);
const verbsOf = ({ last }: Talk) => last.buttons.map(({ verb }) => verb);

/** Snippets that a message shows. */
const shownIn = ({ last }: Talk) =>
  snippetPlaces.filter((place) =>
    last.blocks.some((block) => block.type === 'code' && block.text === snippet(place)),
  );
function talking(means: Partial<ProbeMeans> = {}, language: Language = 'en'): Talk {
  const talk = new Talk(language);
  talk.conversation = { ...talk.conversation, means: { ...snippetsOnly, ...means } };
  return talk;
}

/** Whatever is still asked is not known. */
function toTheEnd(talk: Talk): Talk {
  for (let i = 0; i < 15 && talk.asked !== null; i++) talk.answer(talk.asked, 'unknown');
  return talk;
}

describe('a look from where it fails is offered', () => {
  test('beside a check that it answers, in words once, and as a button as long as it would tell something', () => {
    const talk = new Talk().say(unreachable);
    expect(talk.asked).toBe('dns');
    expect(talk.text).toContain(offer.check);
    expect(verbsOf(talk)[0]).toBe('look-there');
    // Said again where it was said first, and nowhere else.
    expect(talk.say('hm').text).toContain(offer.check);
    talk.answer('dns', 'private-address');
    expect(talk.asked).toBe('connection');
    expect(talk.text).not.toContain(offer.check);
    expect(verbsOf(talk)[0]).toBe('look-there');
  });

  test('beside an outcome behind what to do first, in words where it was not said and something is still open', () => {
    const talk = toTheEnd(new Talk().say(unreachable).answer('dns', 'private-address'));
    expect(talk.cause).toBe('connection-failed');
    expect(verbsOf(talk).slice(0, 2)).toEqual(['check-again', 'look-there']);
    expect(talk.text).not.toContain(offer.outcome);
    talk.conversation = { ...talk.conversation, offered: null };
    talk.press('correct').press('back');
    expect(talk.text).toContain(offer.outcome);
    const certain = new Talk()
      .say("denied: client with IP '203.0.113.7' is not allowed access. contoso.azurecr.io")
      .answer('network-rules', 'ip-not-listed');
    expect(certain.cause).toBe('ip-not-allowed');
    expect(verbsOf(certain)).toContain('look-there');
    expect(certain.text).not.toContain(offer.outcome);
  });

  test('where nothing wrong is seen from here', () => {
    const talk = new Talk().start().answer('situation', 'transfer').answer('symptom', 'other');
    talk.answer('registry', 'contoso.azurecr.io');
    expect(talk.asked).toBe('health-check');
    expect(talk.text).toContain(offer.check);
    toTheEnd(talk);
    expect(talk.cause).toBe('unknown');
    expect(verbsOf(talk)).toContain('look-there');
    talk.conversation = { ...talk.conversation, offered: null };
    expect(talk.press('correct').press('back').text).toContain(offer.nothing);
  });

  test.each([
    ['a question that only the person can answer', new Talk().say(unauthorized)],
    [
      'no registry is known',
      new Talk().start().answer('situation', 'login').answer('symptom', 'docker-unavailable'),
    ],
    [
      'a service of Azure, in which nothing can be run',
      new Talk().say(`Our App Service cannot pull. ${unreachable}`).answer('environment', 'azure-service'),
    ],
    [
      'a cause that has nothing to do with the network',
      new Talk()
        .say(unauthorized)
        .answer('auth-method', 'admin-user')
        .answer('operation', 'login')
        .answer('admin-user', 'disabled'),
    ],
  ])('not beside %s', (_what, talk) => {
    expect(verbsOf(talk)).not.toContain('look-there');
    for (const words of Object.values(offer)) expect(talk.text).not.toContain(words);
  });
});

describe('what to run', () => {
  test.each<[string, string, readonly SnippetPlace[]]>([
    [
      'a cluster',
      `Failed to pull image "contoso.azurecr.io/a:1": ${unreachable} (kubelet, ImagePullBackOff)`,
      ['pod'],
    ],
    ['a pipeline', `##[error]${unreachable}`, ['azure-devops']],
    ['a workflow', `Run docker/login-action@v3\n${unreachable}`, ['github-actions']],
    ['Cloud Shell', `dana@Azure:~$ docker pull contoso.azurecr.io/a:1\n${unreachable}`, ['cloud-shell']],
    ['PowerShell', `PS C:\\src> docker pull contoso.azurecr.io/a:1\n${unreachable}`, ['windows']],
    ['a shell of Linux', `dana@dev:~$ docker pull contoso.azurecr.io/a:1\n${unreachable}`, ['laptop']],
  ])('is known from the paste: %s', (_what, paste, places) => {
    const talk = new Talk().say(paste).press('look-there');
    expect(shownIn(talk)).toEqual(places);
    expect(talk.asked).toBeNull();
    expect(verbsOf(talk)).toEqual(['other-place', 'back', 'handover', 'restart']);
  });

  test('is for both shells only on a computer of which the shell is not known', () => {
    const talk = new Talk().say(unreachable);
    talk.answer('environment', 'workstation').press('look-there');
    expect(shownIn(talk)).toEqual(['laptop', 'windows']);
  });

  test('is asked for otherwise; the place is an answer of the case from then on', () => {
    const talk = new Talk().say(unreachable).press('look-there');
    expect(talk.text).toContain(where.question);
    expect(talk.last.ask?.options.map(({ id }) => id)).toEqual([...snippetPlaces]);
    talk.say('3');
    expect(shownIn(talk)).toEqual(['pod']);
    expect(talk.conversation.given).toContainEqual({ question: 'environment', option: 'kubernetes' });
    talk.press('other-place').say(where.options.windows);
    expect(shownIn(talk)).toEqual(['windows']);
    expect(talk.press('back').asked).toBe('dns');
    expect(shownIn(talk.press('look-there'))).toEqual(['windows']);
  });

  test.each(snippetPlaces)('can be asked for at any step, and typed: %s', (place) => {
    const talk = new Talk().say(unauthorized).say('look').answer('probe-place', place);
    expect(shownIn(talk)).toEqual([place]);
    expect(talk.press('back').asked).toBe('auth-method');
  });

  test('needs a registry; a place that is none changes nothing', () => {
    expect(new Talk().start().say('probe').text).toContain('I need the login server');
    const talk = new Talk().say(unreachable).press('look-there');
    expect(talk.answer('probe-place', 'toString').asked).toBe('probe-place');
    expect(talk.answer('probe-place', 'moon').asked).toBe('probe-place');
  });

  const file = { url: 'https://bot.example/probe.mjs', sha256: 'ab'.repeat(32) };

  test.each(snippetPlaces)('as one file with its SHA-256, where the bot serves it: %s', (place) => {
    const shown = (means: Partial<ProbeMeans>) =>
      talking(means).say(unreachable).press('look-there').answer('probe-place', place).text;
    expect(shown({})).not.toContain('.mjs');
    const withFile = shown({ file });
    expect(withFile.includes(file.url) && withFile.includes(file.sha256)).toBe(place !== 'pod');
    expect(withFile.includes('node probe.mjs contoso.azurecr.io')).toBe(place !== 'pod');
  });

  test('as one file in the next case, too', () => {
    const talk = talking({ file }).say(unreachable).press('restart').say(unreachable).press('look-there');
    expect(talk.answer('probe-place', 'laptop').text).toContain(file.url);
  });

  test.each(snippetPlaces)('as a command of acr-help on the own terminal alone: %s', (place) => {
    const shown = (means: Partial<ProbeMeans>) =>
      talking(means).say(unreachable).press('look-there').answer('probe-place', place).text;
    expect(shown({ file })).not.toContain('acr-help probe contoso.azurecr.io');
    expect(shown({ command: true }).includes('acr-help probe contoso.azurecr.io')).toBe(
      place === 'laptop' || place === 'windows',
    );
  });

  test('from the image that whoever installed the bot has named', () => {
    const podImage = 'contoso.azurecr.io/tools/busybox:1.36';
    const { text } = talking({ podImage }).say(unreachable).press('look-there').answer('probe-place', 'pod');
    expect(text).toContain(`--image=${podImage} `);
    expect(text).not.toContain('cbl-mariner');
  });

  test.each(languages)('is told whole in %s', (language) => {
    const { look } = textsFor(language).vantage;
    for (const place of snippetPlaces) {
      const { text } = talking({ file, command: true }, language)
        .say(unreachable)
        .press('look-there')
        .answer('probe-place', place);
      for (const words of [look.run[place], look.promise, look.paste]) expect(text).toContain(words);
      expect(text).not.toMatch(/\{[a-z]+\}(?!")/i);
    }
  });
});

describe('while a report is waited for', () => {
  const waiting = (): Talk => new Talk().say(unreachable).press('look-there').say('1');

  test.each(['1', 'bash: kubectl: command not found'])('%s is none, and answers nothing', (text) => {
    const talk = waiting().say(text);
    expect(talk.text).toContain(noReport);
    expect(talk.conversation).toMatchObject({ phase: 'report', given: [{ question: 'environment' }] });
    expect(verbsOf(talk)).toContain('other-place');
  });

  test('another error is a new paste', () => {
    expect(waiting().say(unauthorized).asked).toBe('auth-method');
  });
});
