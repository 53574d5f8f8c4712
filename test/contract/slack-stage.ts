import { createSlackAdapter } from '../../adapters/slack/adapter.js';
import type { Message } from '../../src/chat/message.js';
import { type Person, personKey } from '../../src/chat/person.js';
import { HttpServer } from '../../src/http/server.js';
import { locales } from '../../src/knowledge/language.js';
import { silent } from '../../src/observe/log.js';
import { FakeSlack, type Seen as SlackSeen } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { StagedDesk } from './desk.js';
import { bare, joined, type Seen, type Stage } from './stage.js';

const DANA = 'U0DANA0001';
const CHANNEL = 'C0GENERAL1';
const dana: Person = { platform: 'slack', tenant: TEAM, id: DANA, objectId: null, guest: false };

/** The Slack adapter, behind the real HTTP server and before a fake workspace. */
export const slackStage: Stage = {
  name: 'slack',
  async open(setting) {
    const { language, objectId, now } = setting;
    const fake = await FakeSlack.start(now);
    fake.user(DANA, 'Dana', locales[language].intl);
    const desk = await StagedDesk.open(setting);
    if (objectId !== null) {
      const link = { objectId, tenant: 'contoso', linkedAt: now(), expiresAt: Number.MAX_SAFE_INTEGER };
      await desk.store.saveLink(personKey(dana), link);
    }
    const adapter = createSlackAdapter({
      config: fake.config('http'),
      host: desk,
      references: desk.store,
      log: silent,
      now,
    });
    desk.attach(adapter);
    const server = new HttpServer(adapter.routes, silent);
    fake.deliverTo(`http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/slack/events`);
    await adapter.start();
    const newest = (): SlackSeen => {
      const message = fake
        .messagesTo(DANA)
        .findLast(({ buttons, choices }) => buttons.length + choices.length > 0);
      if (message === undefined) throw new Error('nothing to press');
      return message;
    };
    let last: { readonly message: SlackSeen; readonly label: string } | null = null;
    const press = (message: SlackSeen, wanted: string) => {
      const offered = [...message.choices, ...message.buttons];
      const label = offered.find((it) => bare(it) === bare(wanted)) ?? wanted;
      last = { message, label };
      return desk.after(() => fake.choose(DANA, message, label));
    };
    const submit = (message: SlackSeen, { form }: Message, entered: Readonly<Record<string, string>>) => {
      const labels = new Map(form?.fields.map(({ id, label }) => [id, label]));
      const byLabel = Object.fromEntries(
        Object.entries(entered).map(([id, value]) => [labels.get(id) ?? id, value]),
      );
      return desk.after(() => fake.submitForm(DANA, message, byLabel, form?.submit ?? ''));
    };
    return {
      say: (text) => desk.after(() => fake.say(DANA, text)),
      sayInPublic: (text) => desk.after(() => fake.mention(DANA, CHANNEL, text)),
      answer: (label) => press(newest(), label),
      press: (label) => press(newest(), label),
      pressAgain: async () => {
        if (last !== null) await press(last.message, last.label);
      },
      fill: (values) => submit(newest(), desk.newest(), values),
      enter: async (message, entered) => {
        await adapter.surface.send(dana, message, language);
        await submit(fake.last(DANA), message, entered);
        return desk.entered();
      },
      seen: async () => fake.messagesTo(DANA).map(seenOf),
      inPublic: async () => fake.inChannel(CHANNEL).map(({ shown }) => shown),
      sent: () => JSON.stringify(fake.workspace.messages),
      newest: () => desk.newest(),
      show: async (message, inLanguage) => {
        const before = fake.messagesTo(DANA).length;
        await adapter.surface.send(dana, message, inLanguage);
        return joined(fake.messagesTo(DANA).slice(before).map(seenOf));
      },
      close: async () => {
        await adapter.stop();
        await server.close();
        await fake.close();
        await desk.store.close();
      },
    };
  },
};

function seenOf({ shown, buttons, choices, fields }: SlackSeen): Seen {
  return { text: shown, labels: [...choices, ...buttons], fields };
}
