/** What somebody does on Teams, and what they must then see, one after the other in one conversation. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { pressAgain, pressAs, say, sayIn } from './doors.mjs';

/**
 * @typedef {object} Stage
 * @property {import('./screen.mjs').Screen} screen
 * @property {import('./people.mjs').Cast} cast
 * @property {(language: 'en' | 'de') => import('../../src/knowledge/texts/types.ts').Texts} textsFor
 * @property {() => Promise<void>} repair starts the bot again in a world in which somebody has mended it
 *
 * @typedef {(stage: Stage) => Promise<void>} Scenario
 */

/** Long enough for something that must not come. */
const QUIET_MS = 1_500;
const SIGN_IN = 'auth-method';
const NAME = 'token-name';
/** Of the app's manifest. */
const COMMAND = 'diagnose';

/** @type {Readonly<Record<string, Scenario>>} */
export const scenarios = {
  'asked in a channel, it answers there with one line and in the 1:1 chat with the facts': async (stage) => {
    const { screen, cast, textsFor } = stage;
    const { chat, asks } = textsFor('en');
    await screen.toChat();
    await screen.card().waitFor();
    await screen.toChannel();
    await screen.post(cast.paste);
    await screen.text(chat.channelLine).waitFor();
    await sleep(QUIET_MS);
    assert.deepEqual(await screen.replies(), [chat.channelLine]);
    await screen.shot('channel');
    await screen.toChat();
    await screen.cardWith(cast.registry);
    await screen.cardWith(asks[SIGN_IN].question);
    await screen.shot('channel-answered-in-private');
  },

  'a paste is answered at once, and its card changes in place until there is a question': async (stage) => {
    const { screen, cast, textsFor } = stage;
    const { ui, asks } = textsFor('en');
    const before = await screen.cards().count();
    await screen.watch();
    await screen.say(cast.paste);
    await screen.cardWith(ui.checking);
    await screen.shot('progress');
    await screen
      .cards()
      .nth(before + 1)
      .waitFor();
    const question = await screen.cardWith(asks[SIGN_IN].question);
    assert.deepEqual(await question.getByRole('radio').count(), optionsOf(asks[SIGN_IN]) + 1);
    const [progress = [], ...after] = (await screen.seen()).slice(before);
    assert.equal(after.length, 1, 'one card for the progress, one for the question');
    assert.ok(progress.length > 1, 'the card of the progress never changed');
    const done = `: ${ui.checkState.ok}`;
    assert.ok(!progress.at(0)?.includes(done), 'at first there was something already');
    assert.ok(progress.at(-1)?.includes(done), 'in the end nothing was found out');
    const running = `: ${ui.checkState.running}`;
    assert.ok(!progress.at(-1)?.includes(running), 'in the end something was still under way');
    await screen.shot('question');
  },

  'a choice brings the next question and freezes the card; the same press again is told to be late': async (
    stage,
  ) => {
    const { screen, textsFor } = stage;
    const { chat, asks } = textsFor('en');
    const option = asks[SIGN_IN].options['repository-token'] ?? '';
    const question = screen.card();
    const index = (await screen.cards().count()) - 1;
    await screen.choose(question, option);
    const pressed = await screen.press(question, chat.answer);
    await screen.cardWith(asks[NAME].question);
    const frozen = screen.cards().nth(index);
    await frozen.getByText(chat.answered.replace('{answer}', option)).waitFor();
    assert.equal(await frozen.getByRole('button').count(), 0);
    assert.equal(await frozen.getByRole('radio').count(), 0);
    await screen.shot('answered');
    await pressAgain(pressed);
    await screen.cardWith(chat.tooLate);
    const current = await screen.cardWith(asks[NAME].question);
    assert.ok((await current.getByRole('button').count()) > 0, 'the current question was closed');
    await screen.shot('pressed-again');
  },

  'a press by somebody else changes nothing': async ({ screen, cast, textsFor }) => {
    const { chat, asks, ui } = textsFor('en');
    const before = await screen.cards().filter({ hasText: chat.tooLate }).count();
    const current = await screen.cardWith(asks[NAME].question);
    const said = await current.innerText();
    await pressAs(await screen.held(current, ui.verbs.restart), cast.colleague, cast.tenant);
    // The playground has one 1:1 chat for everybody: what the colleague is told stands here, too.
    await screen.cards().filter({ hasText: chat.tooLate }).nth(before).waitFor();
    await sleep(QUIET_MS);
    assert.equal(await current.innerText(), said);
    await screen.shot('foreign-press');
  },

  'the answer that is typed leads to the cause and the fix': async ({ screen, cast, textsFor }) => {
    const { chat, causes, ui } = textsFor('en');
    await screen.say(cast.answers[NAME] ?? '');
    const outcome = await screen.cardWith(causes[cast.cause].title);
    await outcome.getByText(ui.headings.fix, { exact: true }).waitFor();
    await outcome.getByRole('button', { name: chat.verbs.helpful }).waitFor();
    await screen.shot('outcome-end');
    await outcome.getByText(causes[cast.cause].title).scrollIntoViewIfNeeded();
    await screen.shot('outcome');
  },

  'after a restart, Check again sees that somebody has mended it': async ({
    screen,
    cast,
    textsFor,
    repair,
  }) => {
    const { ui, causes } = textsFor('en');
    await repair();
    await screen.press(await screen.cardWith(causes[cast.cause].title), ui.verbs['check-again']);
    await screen.cardWith(ui.resolvedSeen);
    await screen.shot('mended');
  },

  'a paste with its lines, sent at once, is read line by line': async ({ screen, cast, textsFor }) => {
    const { ui } = textsFor('en');
    const before = await screen.cards().count();
    await say(cast.paste, cast.asker);
    const progress = screen.cards().nth(before);
    await progress.getByText(cast.registry).waitFor();
    await progress.getByText(`${ui.facts.tag}: stable`, { exact: true }).waitFor();
    await screen
      .cards()
      .nth(before + 1)
      .waitFor();
  },

  '"Diagnose this message" answers in a dialog, then in the 1:1 chat': async (stage) => {
    const { screen, cast, textsFor } = stage;
    const { chat } = textsFor('en');
    const before = await screen.cards().count();
    // The playground cannot show a dialog that is one sentence, which Teams does.
    const answer = await screen.messageAction(cast.paste.slice(0, 24), COMMAND);
    assert.deepEqual(answer, { task: { type: 'message', value: chat.shortcutDone } });
    await screen.closeDialog();
    await screen
      .cards()
      .nth(before + 1)
      .waitFor();
    await screen.cards().nth(before).getByText(cast.registry).waitFor();
    await screen.shot('message-action-answer');
  },

  'a German client is answered in German': async ({ screen, cast, textsFor }) => {
    const { asks, ui } = textsFor('de');
    await screen.cards().last().waitFor();
    await sayIn(cast.paste, 'de-DE', cast.colleague, cast.tenant);
    await screen.cardWith(ui.checking);
    await screen.cardWith(asks[SIGN_IN].question);
    await screen.shot('german');
  },
};

/** @param {{ readonly options: Readonly<Record<string, unknown>> }} ask */
function optionsOf({ options }) {
  return Object.keys(options).length;
}
