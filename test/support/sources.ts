import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseAst } from 'vitest/node';
import { repository } from './temp.js';

/** A node of the syntax tree, as far as the checks look at it. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A TypeScript file of the repository; `path` is relative to its root, with slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
}

export interface Import {
  readonly specifier: string;
  readonly kind: 'static' | 'type' | 'dynamic';
  /** Names taken from the module; `*` for all of it. */
  readonly names: readonly string[];
}

/** Parses every TypeScript file in the folders; a folder that is not there yet has none. */
export function sourcesIn(...folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) => {
    const root = join(repository, folder);
    if (!existsSync(root)) return [];
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => parse(relative(repository, join(entry.parentPath, entry.name)).split(sep).join('/')));
  });
}

function parse(path: string): Source {
  const text = readFileSync(join(repository, path), 'utf8');
  return { path, text, tree: parseText(text) };
}

export function parseText(text: string): Node {
  const tree: unknown = parseAst(text, { lang: 'ts' });
  if (!isNode(tree)) throw new Error('what was parsed is no tree');
  return tree;
}

/** Every node of a syntax tree. */
export function* nodes(tree: Node): Generator<Node> {
  yield tree;
  for (const value of Object.values(tree)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodes(child);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** What a file imports by literal names. `type` imports are gone at run time. */
export function importsOf(tree: Node): readonly Import[] {
  return [...nodes(tree)].flatMap((node): Import[] => {
    const specifier = isNode(node['source']) ? node['source']['value'] : undefined;
    if (typeof specifier !== 'string') return [];
    const kind = node.type === 'ImportExpression' ? 'dynamic' : isTypeOnly(node) ? 'type' : 'static';
    const taken = Array.isArray(node['specifiers']) ? node['specifiers'].map(nameOf) : ['*'];
    return [{ specifier, kind, names: taken }];
  });
}

function isTypeOnly(node: Node): boolean {
  return node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType';
}

function nameOf(specifier: Node): string {
  const name = specifier['imported'] ?? specifier['local'];
  return specifier.type !== 'ImportNamespaceSpecifier' && isNode(name) ? String(name['name']) : '*';
}
