import { readdirSync, readFileSync } from 'node:fs';
import { type Conversation, positionOf } from '../../dialogs/conversation/state.js';
import { answersFromFindings } from '../../dialogs/live/evidence.js';
import { refutedBy } from '../../dialogs/refuted.js';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { connect } from '../../src/checks/connection.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import { type Played, ScriptedPerson } from './scripted-person.js';

const folder = new URL('../../sandbox/worlds/', import.meta.url);

/** What the bot made of a world, and of its twin in which the fault is repaired. */
export interface PlayedWorld {
  readonly file: string;
  readonly truth: CauseId;
  readonly decoy: CauseId;
  readonly decidedBy: 'paste' | 'answer' | 'check';
  readonly linked: boolean;
  readonly first: Played;
  /** Live checks that were made until then, each counted once. */
  readonly checks: readonly string[];
  /**
   * What became of the decoy: a live check contradicts it (`seen`), or what the text or the person says does (`told`);
   * nothing does, but the bot is surer of what it told than the text is of the decoy (`outweighed`); it still stands;
   * or it was told as the cause (`named`).
   */
  readonly decoyRuledOut: 'seen' | 'told' | 'outweighed' | 'standing' | 'named';
  /** After "check again" in the repaired twin. */
  readonly repaired: Played;
  /** The way through the tree, for whoever asks why. */
  readonly path: string;
}

/** Worlds of the project, by file name. */
export function worldFiles(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

/** What the bot made of a world after a change that does not put it right. */
export interface PlayedChange {
  readonly change: string;
  readonly after: Played;
}

/** Changes of a world beside the right one: somebody tries something, and it does not help. */
export async function playOtherChanges(file: string): Promise<readonly PlayedChange[]> {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const played: PlayedChange[] = [];
  for (const change of (await inSandbox(file, text, async (it) => it.world().changes)).filter(isOther)) {
    const after = await inSandbox(file, text, async (sandbox) => {
      const person = personIn(sandbox);
      await person.paste();
      applied(file, sandbox, change);
      return person.checkAgain(false);
    });
    played.push({ change, after });
  }
  return played;
}

function isOther(change: string): boolean {
  return change !== 'fix';
}

/** Plays a world from the paste to the repaired twin: production code over TLS against the simulated Azure. */
export function playWorld(file: string): Promise<PlayedWorld> {
  return inSandbox(file, readFileSync(new URL(file, folder), 'utf8'), (sandbox) => play(file, sandbox));
}

async function inSandbox<Result>(
  file: string,
  text: string,
  use: (sandbox: Sandbox) => Promise<Result>,
): Promise<Result> {
  const opened = await openSandbox(text);
  if (opened.kind === 'mistakes') throw new Error(`${file}: ${opened.mistakes.join('; ')}`);
  try {
    return await use(opened.sandbox);
  } finally {
    await opened.sandbox.close();
  }
}

function applied(file: string, sandbox: Sandbox, change: string): void {
  const mistakes = sandbox.apply(change);
  if (mistakes.length > 0) throw new Error(`${file}: ${mistakes.join('; ')}`);
}

/** The middle one; of an even number the upper of the two. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function decoyOf(
  decoy: CauseId,
  { cause, confidence }: Played,
  by: readonly string[],
  { reading, observed }: Conversation,
): PlayedWorld['decoyRuledOut'] {
  if (cause === decoy) return 'named';
  const live = answersFromFindings(observed);
  if (by.some((question) => question in live)) return 'seen';
  if (by.length > 0) return 'told';
  const read = reading?.causes.find((it) => it.cause === decoy)?.confidence ?? 0;
  return read < confidence ? 'outweighed' : 'standing';
}

/** The one who asks, before a bot that is connected to the world. */
function personIn(sandbox: Sandbox): ScriptedPerson {
  const connection = connect({
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    subscriptions: null,
    vantage: 'bot',
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
  });
  return new ScriptedPerson(
    sandbox.world,
    (work, onFinding, signal) => connection.run(work.subject, work.checks, onFinding, signal),
    { vantage: 'bot', objectId: sandbox.objectIdOf(sandbox.world().asks.name) },
  );
}

async function play(file: string, sandbox: Sandbox): Promise<PlayedWorld> {
  const world = sandbox.world();
  const person = personIn(sandbox);
  const first = await person.paste();
  const { path } = positionOf(person.conversation);
  const observed = answersFromFindings(person.conversation.observed);
  const against = refutedBy(path, observed).filter(({ cause }) => cause === world.decoy);
  const by = against.map(({ question }) => question);
  const decoyRuledOut = decoyOf(world.decoy, first, by, person.conversation);
  applied(file, sandbox, 'fix');
  const repaired = await person.checkAgain(true);
  return {
    file,
    truth: world.cause,
    decoy: world.decoy,
    decidedBy: world.decidedBy,
    linked: world.asks.linked,
    first,
    checks: [...new Set(first.findings.map(({ check }) => check))],
    decoyRuledOut,
    repaired,
    path: path.map(({ question, answer }) => `${question}=${answer}`).join(' '),
  };
}
