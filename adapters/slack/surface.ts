import { z } from 'zod';
import { cut } from '../../src/chat/cut.js';
import type { Message } from '../../src/chat/message.js';
import type { Person } from '../../src/chat/person.js';
import type { Place } from '../../src/chat/place.js';
import type { Sent, Surface } from '../../src/chat/surface.js';
import type { Log } from '../../src/observe/log.js';
import type { Answer, Api } from './api.js';
import type { Direct } from './direct.js';
import { reasonOf } from './outcomes.js';
import type { Pages } from './pages.js';
import type { People } from './people.js';
import { quiet } from './post.js';
import { readRef } from './ref.js';
import { paragraphs, rich } from './render/blocks.js';
import { clean } from './render/clean.js';
import { escaped } from './render/escape.js';
import { homeView } from './render/home.js';
import { type Rendered, rendered } from './render/message.js';
import type { Whispers } from './whispers.js';

const LONGEST_NAME = 100;

export interface SurfaceOptions {
  readonly api: Api;
  readonly pages: Pages;
  readonly direct: Direct;
  readonly people: People;
  readonly whispers: Whispers;
  readonly log: Log;
  /** Name of the workspace, once it is known. */
  readonly workspace: () => string | null;
}

/** What the desk can do on Slack. */
export function slackSurface(options: SurfaceOptions): Surface {
  const { api, pages, people, whispers, log, workspace } = options;
  /** A store that fails is no reason to throw at the desk, either. */
  const safely = (work: () => Promise<Sent>): Promise<Sent> =>
    work().catch((): Sent => {
      log.error('slack.failed', { kind: 'send' });
      return { ok: false, reason: 'failed' };
    });

  return {
    send: (person, message, language) => safely(() => toPerson(options, person, rendered(message, language))),

    update: (_person, ref, message, language) =>
      safely(async () => {
        const where = readRef(ref);
        if (where === null) return { ok: false, reason: 'gone' };
        return sentOf(await pages.rewrite(where, rendered(message, language)));
      }),

    line: (place, text) =>
      safely(async () => {
        const content = lineOf(text);
        if (await whispers.say(place, { text: content.text, blocks: content.pages[0], ...quiet }))
          return { ok: true, ref: 'whispered' };
        return sentOf(await pages.write(spotOf(place), content));
      }),

    share: (place, message, language) =>
      safely(async () =>
        sentOf(await pages.write(spotOf(place), rendered(withoutControls(message), language))),
      ),

    post: (channel, message, language) =>
      safely(async () => sentOf(await pages.write({ channel, thread: null }, rendered(message, language)))),

    nameOf: async ({ id }) => {
      const { name } = await people.profile(id);
      if (name === null) return null;
      return [name, workspace()]
        .flatMap((part) => (part === null ? [] : [cut(clean(part), LONGEST_NAME)]))
        .join(' – ');
    },

    home: (person, home, language) =>
      safely(async () => {
        const args = { user_id: person.id, view: homeView(home, language) };
        const done = await api.call({
          method: 'views.publish',
          args,
          answer: z.object({}),
          repeatable: true,
        });
        return done.ok ? { ok: true, ref: 'home' } : sentOf(done);
      }),
  };
}

/** To the 1:1 chat; one that Slack does not know any more is opened anew, once. */
async function toPerson({ direct, pages }: SurfaceOptions, person: Person, content: Rendered): Promise<Sent> {
  const chat = await direct.open(person);
  if (!chat.ok) return sentOf(chat);
  const sent = await pages.write({ channel: chat.value, thread: null }, content);
  if (sent.ok || sent.code !== 'channel_not_found') return sentOf(sent);
  const anew = await direct.reopen(person);
  if (!anew.ok) return sentOf(anew);
  return anew.value === chat.value
    ? sentOf(sent)
    : sentOf(await pages.write({ channel: anew.value, thread: null }, content));
}

function sentOf(answer: Answer<string>): Sent {
  return answer.ok ? { ok: true, ref: answer.value } : { ok: false, reason: reasonOf(answer.code) };
}

function spotOf({ id, thread }: Place): { readonly channel: string; readonly thread: string | null } {
  return { channel: id, thread };
}

/** The line is its own preview: the desk says only constants where others read. */
function lineOf(text: string): Rendered {
  return { text: escaped(text), pages: [rich(paragraphs(text))] };
}

function withoutControls(message: Message): Message {
  return { ...message, ask: null, buttons: [], form: null };
}
