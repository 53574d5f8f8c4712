import { z } from 'zod';
import { defences } from './defences/index.js';
import type { Removal } from './defences/row.js';

/** Which defences are taken away, as scripts/defences.mjs says. */
const wantedShape = z.object({
  all: z.boolean(),
  count: z.int().positive(),
  seed: z.int().nonnegative(),
  only: z.array(z.string()),
});
export type Wanted = z.output<typeof wantedShape>;

export function wantedIn(text: string | undefined): Wanted {
  return wantedShape.parse(JSON.parse(text ?? '{"all":false,"count":4,"seed":1,"only":[]}'));
}

/** The removals that are wanted, by id; the same for the same seed. */
export function chosen({ all, count, seed, only }: Wanted): readonly (readonly [string, Removal])[] {
  const every = Object.entries(defences).flatMap(([id, row]) =>
    row.state === 'defended' ? [[id, row.removal] as const] : [],
  );
  if (only.length > 0) return every.filter(([id]) => only.includes(id));
  if (all) return every;
  const drawn = [...every].sort((a, b) => rank(seed, a[0]) - rank(seed, b[0])).slice(0, count);
  return drawn.sort(([a], [b]) => a.localeCompare(b));
}

/** FNV-1a. */
function rank(seed: number, id: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${seed} ${id} ${seed}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}
