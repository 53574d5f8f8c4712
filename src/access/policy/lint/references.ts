import { roles } from '../../../knowledge/roles.js';
import { resolve, selected } from '../compile.js';
import type { Finding } from '../problem.js';
import { isRequestable } from '../roles.js';
import type { PolicyFile } from '../schema.js';

type Path = readonly PropertyKey[];

/** Lists of references that rules have. */
interface Referring {
  readonly registries?: readonly string[] | undefined;
  readonly by?: readonly string[] | undefined;
  readonly approvers?: readonly string[] | undefined;
}

/** Names that refer to nothing, and roles that do not exist or that only a human gives. Pure. */
export function references(file: PolicyFile): readonly Finding[] {
  const { registries, requests, rotations, deny } = file;
  return [
    ...each('registries', registries, (at, it) => [
      ...items([...at, 'owners'], it.owners, principal),
      ...items([...at, 'approvers'], it.approvers, principal),
    ]),
    ...each('requests', requests, (at, it) => [...rule(at, it), ...items([...at, 'roles'], it.roles, role)]),
    ...each('rotations', rotations, rule),
    ...each('deny', deny, (at, it) => [...rule(at, it), ...items([...at, 'roles'], it.roles, role)]),
  ];

  function rule(at: Path, it: Referring): readonly Finding[] {
    return [
      ...items([...at, 'registries'], it.registries, selector),
      ...items([...at, 'by'], it.by, principal),
      ...items([...at, 'approvers'], it.approvers, principal),
    ];
  }

  function principal(path: Path, value: string): Finding | null {
    const known = value === 'members' || resolve(file, value) !== null;
    return known ? null : { path, code: 'unknown-principal', value };
  }

  function selector(path: Path, value: string): Finding | null {
    if (selected(file, value).length > 0) return null;
    return { path, code: value.startsWith('tag:') ? 'unknown-tag' : 'unknown-registry', value };
  }
}

function role(path: Path, value: string): Finding | null {
  if (isRequestable(value)) return null;
  return { path, code: Object.hasOwn(roles, value) ? 'human-role' : 'unknown-role', value };
}

function each<T>(
  kind: string,
  map: Readonly<Record<string, T>>,
  look: (at: Path, it: T) => readonly Finding[],
): readonly Finding[] {
  return Object.entries(map).flatMap(([name, it]) => look([kind, name], it));
}

function items(
  at: Path,
  values: readonly string[] | undefined,
  look: (path: Path, value: string) => Finding | null,
): readonly Finding[] {
  return (values ?? []).flatMap((value, i) => look([...at, i], value) ?? []);
}
