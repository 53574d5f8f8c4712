import { resolve } from '../compile.js';
import type { Finding } from '../problem.js';
import type { PolicyFile } from '../schema.js';

interface Entry {
  readonly path: readonly PropertyKey[];
  /** What must not be there twice. */
  readonly id: string;
}

/** Things that are there twice: ids under two names, members of a list, registries in two entries. Pure. */
export function duplicates(file: PolicyFile): readonly Finding[] {
  const { people, groups, registries } = file;
  return [
    ...twice([...named('people', people), ...named('groups', groups)]),
    ...twice(
      Object.entries(registries).flatMap(([name, { match, subscription = '' }]) =>
        match.map((pattern, i) => ({
          path: ['registries', name, 'match', i],
          id: `${pattern} ${subscription}`,
        })),
      ),
    ),
    ...lists(file, ['registries'], new Set(['match'])),
    ...lists(file, ['requests', 'rotations', 'deny'], new Set()),
    ...twice(list(['tenants'], file.tenants)),
  ];
}

function named(kind: string, map: Readonly<Record<string, string>>): readonly Entry[] {
  return Object.entries(map).map(([name, id]) => ({ path: [kind, name], id }));
}

/** Each list of each entry by itself. */
function lists(
  file: PolicyFile,
  kinds: readonly ('registries' | 'requests' | 'rotations' | 'deny')[],
  except: ReadonlySet<string>,
): readonly Finding[] {
  return kinds.flatMap((kind) =>
    Object.entries(file[kind]).flatMap(([name, it]) =>
      Object.entries(it).flatMap(([key, value]) => {
        if (!Array.isArray(value) || except.has(key)) return [];
        const members = value.map(String);
        // Whoever lets everybody ask need not name anybody.
        if (key === 'by' && members.includes('members') && members.length > 1) {
          const path = [kind, name, key, members.findIndex((it) => it !== 'members')];
          return [{ path, code: 'duplicate', value: `${kind}.${name}.by: members` } as const];
        }
        return twice(
          list(
            [kind, name, key],
            members.map((it) => resolve(file, it) ?? it),
          ),
        );
      }),
    ),
  );
}

function list(at: readonly PropertyKey[], values: readonly string[]): readonly Entry[] {
  return values.map((id, i) => ({ path: [...at, i], id }));
}

/** Every entry but the first of its id. */
function twice(entries: readonly Entry[]): readonly Finding[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry): readonly Finding[] => {
    const before = first.get(entry.id);
    if (before === undefined) first.set(entry.id, entry);
    return before === undefined
      ? []
      : [{ path: entry.path, code: 'duplicate', value: before.path.join('.') }];
  });
}
