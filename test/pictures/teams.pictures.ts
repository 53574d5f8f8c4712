import { afterAll, beforeAll, describe, test } from 'vitest';
import { cardsOf } from '../../adapters/teams/cards/card.js';
import { type Language, languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { Camera, hasChromium } from './camera.js';
import { chosen, type Exhibit, type SheetOptions, sheet, widthOf } from './sheet.js';
import { answers, asks, looks, onPhone, rest, shownMessages } from './shown.js';
import { drawCards, teamsDialog, teamsLine, teamsMessage, teamsStyle } from './teams-look.js';

describe.skipIf(!hasChromium)('Teams (skipped where there is no Chromium)', () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await Camera.open();
  });
  afterAll(() => camera.close());

  const shoot = (name: string, exhibits: readonly Exhibit[], options: Omit<SheetOptions, 'style'>) => {
    const { dark = false } = options;
    const whole = { ...options, style: teamsStyle(dark) };
    const look = { width: widthOf(whole), dark };
    return camera.shoot(name, sheet(exhibits, whole), look, (page) => drawCards(page, dark));
  };

  test.each(languages)('what is asked in %s', async (language) => {
    await shoot(`teams-asks-${language}`, chosen(await messages(language), asks), { width: 480, columns: 2 });
  });

  test.each(languages)('what is answered in %s', async (language) => {
    await shoot(`teams-answers-${language}`, chosen(await messages(language), answers), {
      width: 480,
      columns: 2,
    });
  });

  test.each(languages)('looking from where it fails in %s', async (language) => {
    await shoot(`teams-look-${language}`, chosen(await messages(language), looks), {
      width: 480,
      columns: 2,
    });
  });

  test('the rest', async () => {
    await shoot('teams-more-en', chosen(await messages('en'), rest), { width: 480, columns: 2 });
  });

  test('on a phone', async () => {
    await shoot('teams-phone-en', chosen(await messages('en'), onPhone), { width: 320, columns: 2 });
  });

  test('in the dark', async () => {
    const main = chosen(await messages('en'), ['check by hand', 'progress', 'resolved']);
    await shoot('teams-dark', main, { width: 560, columns: 2, dark: true });
  });

  test('around the conversation', async () => {
    await shoot('teams-around', languages.flatMap(around), { width: 440, columns: 3 });
  });

  test('for the front page', async () => {
    const outcome = chosen(await messages('en'), ['outcome']);
    await shoot('teams-outcome', outcome, { width: 640, columns: 1 });
  });
});

async function messages(language: Language): Promise<readonly Exhibit[]> {
  const all = await shownMessages(language);
  return all.map(([caption, message]) => ({
    caption,
    language,
    html: teamsMessage(cardsOf(message, language)),
  }));
}

/** What is no card: the line in a channel, and the answer to "Diagnose this message". */
function around(language: Language): readonly Exhibit[] {
  const { chat } = textsFor(language);
  return [
    { caption: 'line in a thread', language, html: teamsLine(chat.channelLine) },
    { caption: 'line where there is no 1:1 chat', language, html: teamsLine(chat.noDirect) },
    { caption: 'answer to the message action', language, html: teamsDialog(chat.shortcutDone) },
  ];
}
