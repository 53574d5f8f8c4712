import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nodes, type Source, sourcesIn } from '../support/sources.js';
import { repository } from '../support/temp.js';

/** Every expression of the folders, by its literal form, with the files that hold it. */
export type Regexes = ReadonlyMap<string, { readonly regex: RegExp; readonly paths: readonly string[] }>;

/** Folders whose expressions meet pasted text. */
export const exposed = ['src/diagnosis', 'src/knowledge'];

/** Literals from the sources, and what the modules put together with `new RegExp` when they are loaded. */
export async function regexesOf(folders: readonly string[]): Promise<Regexes> {
  const found = new Map<string, { regex: RegExp; paths: string[] }>();
  const note = (regex: RegExp, path: string) => {
    const entry = found.get(String(regex)) ?? { regex, paths: [] };
    if (!entry.paths.includes(path)) entry.paths.push(path);
    found.set(String(regex), entry);
  };
  const sources = sourcesIn(...folders);
  for (const source of sources) for (const regex of literals(source)) note(regex, source.path);
  for (const source of sources) for (const regex of await builtBy(source)) note(regex, source.path);
  return found;
}

function literals(source: Source): readonly RegExp[] {
  return [...nodes(source.tree)].flatMap((node) => {
    const literal = node['regex'] as { pattern: string; flags: string } | undefined;
    return literal === undefined ? [] : [compile(literal, source.path)];
  });
}

function compile({ pattern, flags }: { pattern: string; flags: string }, path: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (cause) {
    throw new Error(`${path} holds an expression that does not compile`, { cause });
  }
}

/** Loads a module while every `RegExp(…)` and `new RegExp(…)` is written down. */
async function builtBy(source: Source): Promise<readonly RegExp[]> {
  const built: RegExp[] = [];
  const original = globalThis.RegExp;
  const record = (regex: RegExp) => {
    // The test runner compiles expressions too.
    if (folderOnStack()) built.push(regex);
    return regex;
  };
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args) => record(Reflect.construct(target, args)),
    apply: (target, self, args) => record(Reflect.apply(target, self, args)),
  });
  try {
    await import(pathToFileURL(join(repository, source.path)).href);
  } finally {
    globalThis.RegExp = original;
  }
  return built;
}

function folderOnStack(): boolean {
  const frames = new Error().stack?.split('\n').slice(3, 12) ?? [];
  return frames.some((frame) => exposed.some((folder) => frame.includes(`/${folder}/`)));
}
