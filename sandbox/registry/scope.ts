/** Something that a token may be asked for: `repository:team/app:pull,push` (registry-protocol.md §3). */
export interface Scope {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** Scopes of a request: the parameter may be there several times, or hold several, parted by blanks. */
export function parseScopes(values: readonly string[]): readonly Scope[] {
  return values.flatMap((value) => value.split(' ')).flatMap((text) => parseScope(text) ?? []);
}

/** A name may hold colons (a port), so that type and actions are what is before the first and after the last. */
function parseScope(text: string): Scope | null {
  const [first, last] = [text.indexOf(':'), text.lastIndexOf(':')];
  if (first < 1 || last <= first) return null;
  const actions = text
    .slice(last + 1)
    .split(',')
    .filter((action) => action !== '');
  return { type: text.slice(0, first), name: text.slice(first + 1, last), actions: [...new Set(actions)] };
}

export function repositoryScope(name: string, ...actions: readonly string[]): Scope {
  return { type: 'repository', name, actions };
}

export const catalogScope: Scope = { type: 'registry', name: 'catalog', actions: ['*'] };

export function scopeText({ type, name, actions }: Scope): string {
  return `${type}:${name}:${actions.join(',')}`;
}

/** Whether access holds everything that an operation needs. */
export function covered(wanted: Scope, access: readonly Scope[]): boolean {
  const held = access
    .filter(({ type, name }) => type === wanted.type && name === wanted.name)
    .flatMap(({ actions }) => actions);
  return wanted.actions.every((action) => held.includes(action));
}
