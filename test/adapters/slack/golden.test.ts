import { expect, test } from 'vitest';
import { pasteView } from '../../../adapters/slack/paste-form.js';
import { homeView } from '../../../adapters/slack/render/home.js';
import { rendered } from '../../../adapters/slack/render/message.js';
import type { AskedFor, CaseSummary, Standing } from '../../../src/chat/home.js';
import type { Language } from '../../../src/knowledge/language.js';
import { home, messageBlocks, modal } from '../../fakes/slack/limits.js';
import { samples } from '../../support/samples.js';

const inAll = await samples('en');
const inGerman = await samples('de');
const inChinese = await samples('zh-Hans');

const kinds: readonly (readonly [string, Language])[] = [
  ...Object.keys(inAll).map((kind) => [kind, 'en'] as const),
  ...['question', 'outcome', 'handover-preview'].flatMap((kind) => [
    [kind, 'de'] as const,
    [kind, 'zh-Hans'] as const,
  ]),
];

/** The whole payload of every kind of message, as a file: a change of wording or layout is seen in it. */
test.each(kinds)('%s in %s', async (kind, language) => {
  const message = { en: inAll, de: inGerman, 'zh-Hans': inChinese }[language][kind];
  if (message === undefined) throw new Error(`no sample of ${kind}`);
  const { text, pages } = rendered(message, language);

  for (const blocks of pages) expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
  await expect(file({ text, pages })).toMatchFileSnapshot(`golden/${kind}.${language}.json`);
});

const asked: readonly AskedFor[] = [
  { what: 'AcrPush', registry: 'contoso.azurecr.io', state: 'granted', until: Date.UTC(2026, 5, 4) },
  { what: 'AcrPull', registry: 'fabrikam.azurecr.io', state: 'waiting', until: null },
];
const cases: readonly CaseSummary[] = [
  {
    id: 'c1',
    registry: 'contoso.azurecr.io',
    cause: 'ip-not-allowed',
    resolved: false,
    updatedAt: 1_780_000_000_000,
  },
  { id: 'c2', registry: null, cause: null, resolved: false, updatedAt: 1_779_000_000_000 },
  {
    id: 'c3',
    registry: 'fabrikam.azurecr.io',
    cause: 'role-missing',
    resolved: true,
    updatedAt: 1_778_000_000_000,
  },
];
const buttons = [{ id: 'start', verb: 'start', label: 'New case' }] as const;

test.each<[Language, Standing, readonly CaseSummary[]]>([
  ['en', 'known', cases],
  ['en', 'may-link', []],
  ['en', 'guest', []],
  ['de', 'may-link', cases],
  ['zh-Hans', 'known', cases],
])('the own page in %s, of somebody who is %s', async (language, standing, listed) => {
  const view = homeView(
    { cases: listed, requests: standing === 'known' ? asked : [], standing, buttons },
    language,
  );
  expect(home.safeParse(view).error).toBeUndefined();
  const name = `home-${standing}-${listed.length === 0 ? 'empty' : 'cases'}`;
  await expect(file(view)).toMatchFileSnapshot(`golden/${name}.${language}.json`);
});

test.each<Language>(['en', 'de', 'zh-Hans'])('the form for a paste in %s', async (language) => {
  const view = pasteView('C0GENERAL1', language);
  expect(modal.safeParse(view).error).toBeUndefined();
  await expect(file(view)).toMatchFileSnapshot(`golden/paste-form.${language}.json`);
});

function file(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
