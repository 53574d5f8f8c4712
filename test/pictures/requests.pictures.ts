import { afterAll, beforeAll, describe, test } from 'vitest';
import { rendered } from '../../adapters/slack/render/message.js';
import { cardsOf } from '../../adapters/teams/cards/card.js';
import type { Message } from '../../src/chat/message.js';
import { type Language, languages } from '../../src/knowledge/language.js';
import { requestSamples } from '../support/request-samples.js';
import { Camera, hasChromium } from './camera.js';
import { chosen, type Exhibit, sheet, widthOf } from './sheet.js';
import { shownMessages } from './shown.js';
import { slackMessage, slackStyle } from './slack-look.js';
import { drawCards, teamsMessage, teamsStyle } from './teams-look.js';

/** What stands together on a sheet: what a requester and what an approver sees. */
const sheets = {
  requester: [
    'outcome, role being asked for',
    'secret-form-client-secret',
    'question-back',
    'role-ending',
    'role-ended',
    'secret-in-vault',
    'secret-on-page',
    'secret-both-valid',
    'secret-shown-twice',
  ],
  approver: [
    'approver-card',
    'secret-card-admin-password',
    'secret-card-client-secret',
    'settled-card',
    'sign-in-needed',
  ],
} as const;

const wide = { width: 480, columns: 2 } as const;

describe.skipIf(!hasChromium)('requests (skipped where there is no Chromium)', () => {
  let camera: Camera;
  beforeAll(async () => {
    camera = await Camera.open();
  });
  afterAll(() => camera.close());

  const names = ['requester', 'approver'] as const;
  const all = names.flatMap((name) => languages.map((language) => [name, language] as const));

  test.each(all)('on Slack, %s in %s', async (name, language) => {
    const draw = (message: Message) => slackMessage(rendered(message, language).pages);
    const exhibits = await exhibitsOf(language, draw);
    const options = { ...wide, style: slackStyle };
    const document = sheet(chosen(exhibits, sheets[name]), options);
    await camera.shoot(`slack-${name}-${language}`, document, { width: widthOf(options) });
  });

  test.each(all)('on Teams, %s in %s', async (name, language) => {
    const draw = (message: Message) => teamsMessage(cardsOf(message, language));
    const exhibits = await exhibitsOf(language, draw);
    const options = { ...wide, style: teamsStyle(false) };
    const document = sheet(chosen(exhibits, sheets[name]), options);
    const look = { width: widthOf(options) };
    await camera.shoot(`teams-${name}-${language}`, document, look, (page) => drawCards(page, false));
  });
});

async function exhibitsOf(
  language: Language,
  draw: (message: Message) => string,
): Promise<readonly Exhibit[]> {
  const all = [...(await shownMessages(language)), ...Object.entries(requestSamples(language))];
  return all.map(([caption, message]) => ({ caption, language, html: draw(message) }));
}
