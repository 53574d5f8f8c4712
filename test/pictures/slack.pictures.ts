import { afterAll, beforeAll, describe, test } from 'vitest';
import { pasteView } from '../../adapters/slack/paste-form.js';
import { paragraphs, rich } from '../../adapters/slack/render/blocks.js';
import { homeView } from '../../adapters/slack/render/home.js';
import { rendered } from '../../adapters/slack/render/message.js';
import type { Home } from '../../src/chat/home.js';
import { type Language, languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { Camera, hasChromium } from './camera.js';
import { chosen, type Exhibit, type SheetOptions, sheet, widthOf } from './sheet.js';
import { answers, asks, looks, onPhone, rest, shownMessages } from './shown.js';
import { slackMessage, slackStyle, slackThread, slackView } from './slack-look.js';

describe.skipIf(!hasChromium)('Slack (skipped where there is no Chromium)', () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await Camera.open();
  });
  afterAll(() => camera.close());

  const shoot = (name: string, exhibits: readonly Exhibit[], options: Omit<SheetOptions, 'style'>) => {
    const whole = { ...options, style: slackStyle };
    return camera.shoot(name, sheet(exhibits, whole), { width: widthOf(whole) });
  };

  test.each(languages)('what is asked in %s', async (language) => {
    await shoot(`slack-asks-${language}`, chosen(await messages(language), asks), { width: 480, columns: 2 });
  });

  test.each(languages)('what is answered in %s', async (language) => {
    await shoot(`slack-answers-${language}`, chosen(await messages(language), answers), {
      width: 480,
      columns: 2,
    });
  });

  test.each(languages)('looking from where it fails in %s', async (language) => {
    await shoot(`slack-look-${language}`, chosen(await messages(language), looks), {
      width: 480,
      columns: 2,
    });
  });

  test('the rest', async () => {
    await shoot('slack-more-en', chosen(await messages('en'), rest), { width: 480, columns: 2 });
  });

  test('on a phone', async () => {
    await shoot('slack-phone-en', chosen(await messages('en'), onPhone), { width: 320, columns: 2 });
  });

  test('around the conversation', async () => {
    await shoot('slack-around', languages.flatMap(around), { width: 440, columns: 3 });
  });

  test('for the front page', async () => {
    const outcome = chosen(await messages('en'), ['outcome']);
    await shoot('slack-outcome', outcome, { width: 640, columns: 1 });
  });
});

async function messages(language: Language): Promise<readonly Exhibit[]> {
  const all = await shownMessages(language);
  return all.map(([caption, message]) => ({
    caption,
    language,
    html: slackMessage(rendered(message, language).pages),
  }));
}

/** What is no message of a conversation: the line in a thread, the form, the bot's own page. */
function around(language: Language): readonly Exhibit[] {
  const { chat } = textsFor(language);
  const form = pasteView('C0GENERAL1', language);
  const words = { en: '@acr-help please', de: '@acr-help bitte', 'zh-Hans': '@acr-help 请看一下' }[language];
  const line = (text: string): string => slackThread('Dana Dev', words, [rich(paragraphs(text))]);
  return [
    { caption: 'line in a thread', language, html: line(chat.channelLine) },
    { caption: 'line where there is no 1:1 chat', language, html: line(chat.noDirect) },
    {
      caption: 'form for a paste',
      language,
      html: slackView(form.title.text, form.blocks, [form.close?.text ?? '', form.submit?.text ?? '']),
    },
    {
      caption: 'own page, cases',
      language,
      html: slackView('acr-help', homeView(home(language, true), language).blocks),
    },
    {
      caption: 'own page, first visit',
      language,
      html: slackView('acr-help', homeView({ ...home(language, false), cases: [] }, language).blocks),
    },
  ];
}

function home(language: Language, linked: boolean): Home {
  const { verbs } = textsFor(language).chat;
  const start = { id: 'home:start', verb: 'start', label: verbs.start } as const;
  const link = { id: 'home:link', verb: 'link', label: verbs.link } as const;
  const day = Date.UTC(2026, 4, 28);
  return {
    requests: linked
      ? [
          { what: 'AcrPush', registry: 'contoso.azurecr.io', state: 'granted', until: day + 7 * 86_400_000 },
          { what: 'AcrPull', registry: 'fabrikam.azurecr.io', state: 'waiting', until: null },
        ]
      : [],
    standing: linked ? 'known' : 'may-link',
    cases: [
      { id: 'c1', registry: 'contoso.azurecr.io', cause: 'ip-not-allowed', resolved: false, updatedAt: day },
      { id: 'c2', registry: null, cause: null, resolved: false, updatedAt: day - 11 * 86_400_000 },
      {
        id: 'c3',
        registry: 'fabrikam.azurecr.io',
        cause: 'role-missing',
        resolved: true,
        updatedAt: day - 23 * 86_400_000,
      },
    ],
    buttons: linked ? [start] : [start, link],
  };
}
