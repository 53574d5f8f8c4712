import { askForRoles, askForSecrets, hour, play } from './asking.js';
import type { ActName } from './bot.js';
import { type Ground, type GroundParts, tokens } from './ground.js';
import { extensionHolds, grantHolds, removalHolds } from './role-invariants.js';
import {
  abandonHolds,
  discardHolds,
  fetchHolds,
  pageHolds,
  rememberSecrets,
  retireHolds,
  vaultHolds,
} from './secret-invariants.js';

/** Something that the bot does, in which a process may die. */
export interface Scenario {
  readonly name: string;
  readonly parts?: GroundParts;
  /** Brings about what is there before; gives the ids of the requests that it is about. */
  begin(ground: Ground): Promise<readonly string[]>;
  /** What the process does that dies, and what those do who come after it. */
  readonly acts: readonly ActName[];
  /** What does not hold when all is done; empty: everything does. */
  holds(ground: Ground, ids: readonly string[]): Promise<readonly string[]>;
}

/** One that dies with its process, and one that waits behind it. */
const roles = 2;
export const vault = { delivery: 'https://delivery.vault.azure.net' };
/** Longer than both secrets must work, and than a one-time page waits. */
const afterAWhile = hour / 3;

export const scenarios: readonly Scenario[] = [
  {
    name: 'approval and grant',
    begin: (ground) => askForRoles(ground, roles),
    acts: ['approve', 'work'],
    holds: grantHolds,
  },
  {
    name: 'removal',
    begin: async (ground) => {
      const ids = await askForRoles(ground, roles);
      await play(ground, ['approve', 'work'], ids);
      ground.ahead += 9 * hour;
      return ids;
    },
    acts: ['work'],
    holds: removalHolds,
  },
  {
    name: 'rotation into a vault',
    parts: vault,
    begin: askForOneOfEach,
    acts: ['approve', 'work'],
    holds: vaultHolds,
  },
  {
    name: 'rotation onto a page',
    begin: askForOneOfEach,
    acts: ['approve', 'work'],
    holds: pageHolds,
  },
  {
    name: 'delivery by the page',
    begin: rotated,
    acts: ['fetch', 'work'],
    holds: fetchHolds,
  },
  {
    name: 'retirement of the old',
    parts: vault,
    begin: async (ground) => {
      const ids = await rotated(ground);
      ground.ahead += afterAWhile;
      return ids;
    },
    acts: ['confirm', 'work'],
    holds: retireHolds,
  },
  {
    name: 'discard of the new',
    begin: async (ground) => {
      const ids = await rotated(ground);
      ground.ahead += afterAWhile;
      return ids;
    },
    acts: ['expire', 'work'],
    holds: discardHolds,
  },
  {
    name: 'extension of a grant',
    begin: async (ground) => {
      const before = await askForRoles(ground, roles);
      await play(ground, ['approve', 'work'], before);
      ground.ahead += 7 * hour;
      return askForRoles(ground, roles, before);
    },
    acts: ['approve', 'work'],
    holds: extensionHolds,
  },
  {
    name: 'abandonment of the new',
    begin: rotated,
    acts: ['abandon', 'work'],
    holds: abandonHolds,
  },
];

function askForOneOfEach(ground: Ground): Promise<readonly string[]> {
  return askForSecrets(ground, tokens.slice(0, 1));
}

async function rotated(ground: Ground): Promise<readonly string[]> {
  const ids = await askForOneOfEach(ground);
  await play(ground, ['approve', 'work'], ids);
  await rememberSecrets(ground, ids);
  return ids;
}
