import type { ActName } from './bot.js';
import { bundleWorker } from './bundle.js';
import { approverIn, type Ground } from './ground.js';
import type { Order } from './orders.js';
import { Pool, WorkerProcess } from './process.js';

/** Grounds at once, for a machine of two cores. */
const lanes = 2;
/** Processes that come after one that has died, at the same time. */
const atOnce = 2;

/** Longer than a lease, and than the longest wait between two attempts. */
export const lapseMs = 61_000;
/** Rounds after which there must be nothing left to do. */
const mostRounds = 12;

export type Survivors = readonly WorkerProcess[];

/** Processes for all tests of a file: new ones to die, and some that live on, on one store after the other. */
export interface Team {
  readonly victims: Pool;
  /** For each lane. */
  readonly survivors: readonly Survivors[];
  end(): Promise<void>;
}

export async function openTeam(): Promise<Team> {
  const { program, remove } = await bundleWorker();
  const victims = new Pool(program, lanes);
  const survivors = Array.from({ length: lanes }, () =>
    Array.from({ length: atOnce }, () => new WorkerProcess(program)),
  );
  return {
    victims,
    survivors,
    end: async () => {
      await Promise.all([victims.end(), ...survivors.flat().map((it) => it.end())]);
      remove();
    },
  };
}

/** Those who come after a death take over what is left, until there is nothing left to do. */
export async function takeOver(
  ground: Ground,
  acts: readonly ActName[],
  ids: readonly string[],
  survivors: Survivors,
): Promise<void> {
  const order = (one: Order) => Promise.all(survivors.map((it) => it.ask(one)));
  await order(opening(ground));
  for (let round = 0; round < mostRounds; round++) {
    ground.ahead += lapseMs;
    const replies = await order({ ...acting(ground, acts, ids) });
    if (replies.every((it) => it !== 'killed' && it.done === 0)) break;
  }
  await order({ do: 'close' });
}

/** Has a process open the store of a ground, where nobody watches it. */
export function opening({ config, proxy, sandbox, ahead }: Ground): Extract<Order, { do: 'open' }> {
  return { do: 'open', config, proxy, authority: sandbox.authority, ahead, watched: false, point: null };
}

export function acting({ sandbox, ahead }: Ground, acts: readonly ActName[], ids: readonly string[]): Order {
  return { do: 'act', acts, ids, by: approverIn(sandbox), ahead };
}
