import { createTeamsAdapter } from '../../adapters/teams/adapter.js';
import { HttpServer } from '../../src/http/server.js';
import { locales } from '../../src/knowledge/language.js';
import { silent } from '../../src/observe/log.js';
import type { Shown } from '../fakes/teams/shown.js';
import { FakeTeams } from '../fakes/teams/teams.js';
import { StagedDesk } from './desk.js';
import { bare, joined, type Seen, type Stage } from './stage.js';

const CHANNEL = '19:registry-help@thread.tacv2';

/** The Teams adapter, behind the real HTTP server and before a fake connector. */
export const teamsStage: Stage = {
  name: 'teams',
  async open(setting) {
    const fake = await FakeTeams.start();
    const desk = await StagedDesk.open(setting);
    const adapter = createTeamsAdapter({
      ...fake.options,
      host: desk,
      references: desk.store,
      log: silent,
      now: setting.now,
    });
    desk.attach(adapter);
    const server = new HttpServer(adapter.routes, silent);
    await adapter.start();
    fake.connect(`http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/api/messages`);
    const { objectId, language } = setting;
    const dana = fake.person('Dana Dev', {
      locale: locales[language].intl,
      // Who is not linked is a guest here: Teams names everybody else's object id.
      ...(objectId === null ? { role: 'guest' } : { aadObjectId: objectId }),
    });
    const person = { platform: 'teams', tenant: dana.tenant, id: dana.id, objectId, guest: false } as const;
    const newest = (): Shown => {
      const message = fake
        .messagesTo(dana)
        .findLast(({ buttons, choices }) => buttons.length + choices.length > 0);
      if (message === undefined) throw new Error('nothing to press');
      return message;
    };
    let last: { readonly message: Shown; readonly label: string } | null = null;
    const press = (message: Shown, wanted: string) => {
      const offered = [...message.choices, ...message.buttons];
      const label = offered.find((it) => bare(it) === bare(wanted)) ?? wanted;
      last = { message, label };
      return desk.after(() => fake.answer(dana, message, label));
    };
    return {
      say: (text) => desk.after(() => fake.say(dana, text)),
      sayInPublic: (text) => desk.after(() => fake.mention(CHANNEL, dana, text)),
      answer: (label) => press(newest(), label),
      press: (label) => press(newest(), label),
      pressAgain: async () => {
        if (last !== null) await press(last.message, last.label);
      },
      fill: (values) => {
        const message = newest();
        return desk.after(() => fake.submitForm(dana, message, values));
      },
      enter: async (message, entered) => {
        await adapter.surface.send(person, message, language);
        const shown = fake.messagesTo(dana).at(-1);
        if (shown === undefined) throw new Error('nothing was shown');
        await desk.after(() => fake.submitForm(dana, shown, entered));
        return desk.entered();
      },
      seen: async () => fake.messagesTo(dana).map(seenOf),
      inPublic: async () => fake.inChannel(CHANNEL).map(({ text }) => text),
      sent: () =>
        JSON.stringify(
          [...fake.messagesTo(dana), ...fake.inChannel(CHANNEL)].map(({ activity }) => activity),
        ),
      newest: () => desk.newest(),
      show: async (message, inLanguage) => {
        const before = fake.messagesTo(dana).length;
        await adapter.surface.send(person, message, inLanguage);
        return joined(fake.messagesTo(dana).slice(before).map(seenOf));
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

function seenOf({ text, buttons, choices, fields }: Shown): Seen {
  return { text, labels: [...choices, ...buttons], fields };
}
