import { fixTimes, spanOf, WorldClock } from './clock.js';
import { duplicates } from './duplicates.js';
import { emptyLedger, type Ledger } from './ledger.js';
import { type Json, mergePatch } from './merge-patch.js';
import { readYaml, reasonOf, type Source, type WorldProblem } from './problems.js';
import { references } from './references.js';
import { resolve } from './resolve.js';
import { rules } from './rules.js';
import { type WorldFile, worldSchema } from './schema.js';
import type { World } from './world.js';

/** A world that was read, and how to change it. */
export interface Loaded {
  readonly world: World;
  readonly clock: WorldClock;
  /** Applies a named change. The clock goes on; what is wrong with the change is told, and nothing is changed. */
  readonly apply: (change: string) => Loaded | readonly WorldProblem[];
}

export function isLoaded(result: Loaded | readonly WorldProblem[]): result is Loaded {
  return !Array.isArray(result);
}

/**
 * Reads a world file. Every problem is told at once, with its line.
 *
 * @param real milliseconds since 1970, for the clock of the world
 */
export function loadWorld(text: string, real: () => number = Date.now): Loaded | readonly WorldProblem[] {
  const source = readYaml(text);
  if (!('value' in source)) return source;
  // Changes keep their relative times: those count from the moment when they are applied.
  const { value } = source;
  const begin = new Date(clockOf(value));
  const changes = isMap(value) && 'changes' in value ? { changes: value['changes'] } : {};
  const fixed = isMap(value) ? { ...value, ...asMap(fixTimes(value, begin)), ...changes } : value;
  return checked(fixed, { source, clock: new WorldClock(begin, real), ledger: emptyLedger() }, (path) => ({
    line: source.lineOf(path),
    path: path.join('.'),
  }));
}

function isMap(value: Json): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMap(value: Json): Readonly<Record<string, Json>> {
  return isMap(value) ? value : {};
}

/** The clock that a file names, or the default of the schema. */
function clockOf(value: Json): string {
  const named = isMap(value) ? value['clock'] : undefined;
  const parsed = worldSchema.shape.clock.safeParse(named);
  return parsed.success ? parsed.data : worldSchema.shape.clock.parse(undefined);
}

/** What stays while a world is changed. */
interface Kept {
  readonly source: Source;
  readonly clock: WorldClock;
  readonly ledger: Ledger;
}

/** Where something stands that is wrong. */
type Place = (path: readonly PropertyKey[]) => Pick<WorldProblem, 'line' | 'path'>;

function checked(value: Json, kept: Kept, place: Place): Loaded | readonly WorldProblem[] {
  const parsed = worldSchema.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => ({ ...place(issue.path), reason: reasonOf(issue) }));
  }
  const file = parsed.data;
  const wrong = [...references(file), ...duplicates(file), ...rules(file)];
  if (wrong.length > 0) return wrong.map(({ path, reason }) => ({ ...place(path), reason }));
  const { clock, ledger } = kept;
  return {
    world: resolve(file, clock.now, ledger),
    clock,
    apply: (name) => changed(value, file, name, kept),
  };
}

function changed(value: Json, file: WorldFile, name: string, kept: Kept): Loaded | readonly WorldProblem[] {
  const { source, clock } = kept;
  const change = Object.hasOwn(file.changes, name) ? file.changes[name] : undefined;
  if (change === undefined) {
    const known = Object.keys(file.changes).join(', ');
    return [{ line: null, path: `changes.${name}`, reason: `no such change; there are: ${known}` }];
  }
  const { clock: moved = '+0s', ...patch } = change;
  const span = typeof moved === 'string' ? spanOf(moved) : null;
  if (span === null || span < 0) {
    const path = ['changes', name, 'clock'];
    const reason = 'the clock moves forward: +10m, +3h, +1d';
    return [{ line: source.lineOf(path), path: path.join('.'), reason }];
  }
  const then = new Date(clock.now().getTime() + span);
  const next = checked(mergePatch(value, fixTimes(patch, then)), kept, (path) => ({
    line: source.lineOf(['changes', name, ...path]),
    path: `changes.${name}: ${path.join('.')}`,
  }));
  if (isLoaded(next)) clock.advance(span);
  return next;
}
