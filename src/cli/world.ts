import type { ProgramIo } from '../../adapters/terminal/program-loop.js';
import type { LiveAccess } from '../../adapters/terminal/sessions.js';
import type { Clock } from '../app.js';
import { publicCloud } from '../azure/clouds.js';
import { connect } from '../checks/connection.js';
import type { Language } from '../knowledge/language.js';
import type { Context } from './context.js';
import { liveAccess } from './live.js';
import { openSandboxFile } from './world-file.js';

/** What a person of a world is in its story. */
export type Role = 'asker' | 'approver' | 'colleague';

export interface Person {
  readonly name: string;
  readonly role: Role;
}

/** What a world tells about itself to whoever tries it; its cause stays untold. */
export interface Story {
  readonly title: Readonly<Record<Language, string>>;
  readonly paste: string;
  /** The one who asks comes first. */
  readonly people: readonly [Person, ...Person[]];
  /** What the one who asks would answer, by question; they do not know what is not in it. */
  readonly answers: Readonly<Partial<Record<string, string>>>;
  /** Names of the changes that can be made. */
  readonly changes: readonly string[];
}

/** A simulated world under a conversation. */
export interface OpenWorld {
  readonly story: Story;
  readonly checks: LiveAccess;
  readonly clock: Clock;
  readonly apply: NonNullable<ProgramIo['apply']>;
  readonly close: () => Promise<void>;
}

/** Reads a world file and starts it, the production clients in front; a mistake in it is told with its line. */
export async function openWorldFile(file: string, context: Context): Promise<OpenWorld> {
  const sandbox = await openSandboxFile(file, context);
  const connection = connect({
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    subscriptions: null,
    vantage: 'bot',
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
  });
  return {
    story: storyOf(sandbox.world()),
    checks: liveAccess(connection, 'bot', sandbox.objectIdOf),
    clock: { now: () => sandbox.now().getTime(), advance: sandbox.advance },
    apply: (change) => sandbox.apply(change).map((message) => ({ code: 'bad-change', message })),
    close: sandbox.close,
  };
}

/** The part of a running world that its story is made of. */
interface Told extends Omit<Story, 'people'> {
  readonly asks: Pick<Person, 'name'>;
  readonly users: ReadonlyMap<string, Person>;
}

function storyOf({ title, paste, asks, users, answers, changes }: Told): Story {
  // Whoever the file gives no role is in it for another reason: only the one who asks is the asker.
  const others = [...users.values()].filter(({ name, role }) => name !== asks.name && role !== 'asker');
  return { title, paste, people: [{ name: asks.name, role: 'asker' }, ...others], answers, changes };
}
