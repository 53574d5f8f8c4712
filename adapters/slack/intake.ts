import { setImmediate as turnOfLoop } from 'node:timers/promises';
import type { ChatEvent } from '../../src/chat/event.js';
import type { Arrival, ChatHost } from '../../src/chat/host.js';
import type { Person } from '../../src/chat/person.js';
import type { Place } from '../../src/chat/place.js';
import type { Log } from '../../src/observe/log.js';
import type { Arriving } from './accept.js';
import { textOf } from './content.js';
import type { Direct } from './direct.js';
import { type Draft, type Drafted, filesOf, type What } from './draft.js';
import { draftOf } from './draft-of.js';
import { type FileOptions, readFile, type Unreadable } from './files.js';
import type { PasteForm } from './paste-form.js';
import type { People } from './people.js';
import type { Whispers } from './whispers.js';

/** Of the three seconds in which a form can be opened. */
const PROFILE_MS = 1_000;

export interface IntakeOptions {
  readonly host: ChatHost;
  readonly log: Log;
  readonly people: People;
  readonly direct: Direct;
  readonly files: FileOptions;
  readonly pasteForm: PasteForm;
  readonly whispers: Whispers;
  readonly teams: readonly string[];
  readonly enterprises: readonly string[];
  /** User id of the bot, once it is known. */
  readonly self: () => string | null;
}

/** Who and where, looked up. */
type Scene = Pick<ChatEvent, 'person' | 'place' | 'locale'>;

/** Turns deliveries into events and hands them on, after they were acknowledged. */
export class Intake {
  readonly #options: IntakeOptions;
  readonly #underWay = new Set<Promise<void>>();
  /** Keys of deliveries that have come, and were not taken yet. */
  readonly #arrived = new Set<string>();
  /** The newest delivery of each person that is being looked up: events are handed on in the order they came. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: IntakeOptions) {
    this.#options = options;
  }

  /** Keeps that a delivery has come, if somebody waits for an answer to it. */
  arriving(body: Readonly<Record<string, unknown>>): Arriving {
    const draft = draftOf(body);
    if (draft === null || typeof draft === 'string' || !this.#isOurs(draft) || !isOwed(draft.what))
      return nothing;
    const { host } = this.#options;
    const arrival = arrivalOf(draft);
    this.#arrived.add(draft.key);
    return {
      kept: host.arrive(arrival),
      end: async () => {
        // Bolt did not hand it on, or the form is still open.
        if (this.#arrived.delete(draft.key)) await host.drop(arrival);
      },
    };
  }

  /** Takes what was read of a delivery, at once or never; returns before anything follows from it. */
  take(draft: Drafted): void {
    const { log } = this.#options;
    if (typeof draft === 'string') {
      if (draft === 'no-team') log.warn('slack.refused', { reason: draft });
      else log.info('slack.ignored', { reason: draft });
      return;
    }
    this.#arrived.delete(draft.key);
    if (!this.#isOurs(draft)) {
      log.warn('slack.refused', { reason: 'other-team', team: draft.team });
      return;
    }
    // The form for a paste waits for nobody: its trigger is good for three seconds.
    const { what } = draft;
    const follow = () =>
      what.kind === 'form-wanted' ? this.#form(draft, what.trigger) : this.#inTurn(draft);
    // Behind the acknowledgement.
    const work = turnOfLoop()
      .then(follow)
      .catch(() => log.error('slack.failed', { kind: what.kind }))
      .finally(() => this.#underWay.delete(work));
    this.#underWay.add(work);
  }

  #isOurs({ team, enterprise }: Draft): boolean {
    const { teams, enterprises } = this.#options;
    return teams.includes(team) || enterprises.includes(enterprise ?? '');
  }

  /** Waits for everything that is under way. */
  async settle(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #inTurn(draft: Draft): Promise<void> {
    const before = this.#turns.get(draft.user) ?? Promise.resolve();
    const events = before.then(() => this.#events(draft));
    const turn = events.then(
      () => {},
      () => {},
    );
    this.#turns.set(draft.user, turn);
    try {
      const { host } = this.#options;
      const all = await events;
      if (isOwed(draft.what) && !all.some(({ key }) => key === draft.key)) await host.drop(arrivalOf(draft));
      await Promise.all(all.map((event) => host.take(event)));
    } finally {
      if (this.#turns.get(draft.user) === turn) this.#turns.delete(draft.user);
    }
  }

  async #events(draft: Draft): Promise<readonly ChatEvent[]> {
    const scene = await this.#sceneOf(draft);
    if (scene === null) return [];
    const { what, key } = draft;
    switch (what.kind) {
      case 'mention':
      case 'direct':
      case 'shortcut':
        return this.#read(draft.key, scene, what);
      case 'command':
        return [{ ...scene, key, kind: 'command', text: what.text }];
      case 'form-wanted':
        return [{ ...scene, key, kind: 'command', text: '' }];
      case 'home':
        return [{ ...scene, key, kind: 'home' }];
      case 'chat-opened':
        return (await this.#isNew(scene)) ? [{ ...scene, key, kind: 'joined' }] : [];
      case 'pressed':
        if (what.pressed.kind === 'opened') return [];
        if (what.pressed.kind === 'form') return [{ ...scene, key, ...what.pressed, values: what.values }];
        return [{ ...scene, key, ...what.pressed }];
    }
  }

  async #sceneOf(draft: Draft): Promise<Scene | null> {
    const { people, whispers, direct, log, teams } = this.#options;
    const profile = await people.profile(draft.user);
    if (profile.bot) {
      log.info('slack.ignored', { reason: 'not-for-us' });
      return null;
    }
    const foreign = !profile.sister && draft.homes.some((team) => !teams.includes(team));
    const guest = profile.guest || foreign;
    const person: Person = { platform: 'slack', tenant: draft.team, id: draft.user, objectId: null, guest };
    const place = await this.#placeOf(draft, person, foreign);
    if (draft.responseUrl !== null) whispers.note(place, draft.responseUrl);
    if (draft.what.kind === 'direct') await direct.note(person, place.id);
    return { person, place, locale: profile.locale };
  }

  /** A `D…` channel of a command or shortcut may be a chat between two people: only the bot's own is the 1:1 chat. */
  async #placeOf({ channel, thread, shared, what }: Draft, person: Person, foreign: boolean): Promise<Place> {
    if (channel === null) return { kind: 'direct', id: 'home', thread: null, shared: false };
    if (channel.startsWith('D')) {
      const anywhere = what.kind === 'command' || what.kind === 'shortcut' || what.kind === 'form-wanted';
      const own = anywhere ? await this.#options.direct.open(person) : null;
      if (own === null || (own.ok && own.value === channel))
        return { kind: 'direct', id: channel, thread, shared: shared ?? foreign };
    }
    const kind = channel.startsWith('C') ? 'channel' : 'group';
    return { kind, id: channel, thread, shared: (shared ?? true) || foreign };
  }

  /** Whether somebody enters the 1:1 chat for the first time. */
  async #isNew({ person, place }: Scene): Promise<boolean> {
    const { direct } = this.#options;
    if ((await direct.known(person)) !== null) return false;
    await direct.note(person, place.id);
    return true;
  }

  /** A message with its files. What cannot be read is said by itself, so that it is not missed beside the text. */
  async #read(
    key: string,
    scene: Scene,
    what: Extract<What, { content: unknown }>,
  ): Promise<readonly ChatEvent[]> {
    const { files, self } = this.#options;
    const texts = [textOf(what.content, self())];
    let why: Unreadable | null = null;
    for (const file of filesOf(what)) {
      const read = await readFile(file, files);
      if (read.ok) texts.push(read.text);
      else why ??= read.why;
    }
    const text = texts.filter((part) => part !== '').join('\n');
    const said: ChatEvent = { ...scene, key, kind: what.kind, text };
    if (why === null) return [said];
    const missing: ChatEvent = { ...scene, key: `${key}:file`, kind: 'unreadable', why };
    return text === '' ? [missing] : [missing, said];
  }

  /** Slow answers of Slack's must not use up the trigger's time: then the form is in the language that is known. */
  async #form(draft: Draft, trigger: string): Promise<void> {
    const { host, pasteForm, people } = this.#options;
    const profile = await within(people.profile(draft.user), PROFILE_MS);
    const person: Person = {
      platform: 'slack',
      tenant: draft.team,
      id: draft.user,
      objectId: null,
      guest: profile?.guest ?? true,
    };
    const language = await host.languageOf(person, profile?.locale ?? null);
    if (draft.channel !== null && (await pasteForm.open(trigger, draft.channel, language))) return;
    await this.#inTurn(draft);
  }
}

const nothing: Arriving = { kept: Promise.resolve(), end: async () => {} };

/** Whether somebody waits for something. */
function isOwed({ kind }: What): boolean {
  return (
    kind === 'mention' || kind === 'direct' || kind === 'shortcut' || kind === 'command' || kind === 'pressed'
  );
}

/** What is known before anybody is looked up. */
function arrivalOf({ key, team, user }: Draft): Arrival {
  return { key, person: { platform: 'slack', tenant: team, id: user, objectId: null, guest: true } };
}

/** What comes in time; else null. */
async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
