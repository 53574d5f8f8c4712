import { importsOf, isNode, type Node, nodes, type Source } from '../support/sources.js';

/** Ways around the linter's import rules that Biome 2.5 does not see, and settings that no code may carry. */
export interface Loophole {
  readonly what: string;
  readonly why: string;
  readonly found: (source: Source) => boolean;
}

const some = (source: Source, test: (node: Node) => boolean) => [...nodes(source.tree)].some(test);
const isNamed = (node: unknown, name: string) => isNode(node) && node['name'] === name;
const isKey = (node: unknown, name: string) =>
  isNamed(node, name) || (isNode(node) && node['value'] === name);

export const loopholes: readonly Loophole[] = [
  {
    what: 'require or createRequire',
    why: 'Biome does not judge require() in modules',
    found: (source) => some(source, (node) => isNamed(node, 'require') || isNamed(node, 'createRequire')),
  },
  {
    what: 'import() of something else than a plain string',
    why: 'nobody can tell from the text what it loads',
    found: (source) =>
      some(
        source,
        (node) =>
          node.type === 'ImportExpression' &&
          isNode(node['source']) &&
          typeof node['source']['value'] !== 'string',
      ),
  },
  {
    what: 'a type taken by import("…").Name',
    why: 'Biome does not judge it; `import type` says the same',
    found: (source) => some(source, (node) => node.type === 'TSImportType'),
  },
  {
    what: 'a static import of the sandbox',
    why: 'src/cli loads it when asked to, so that production never does',
    found: (source) =>
      !source.path.startsWith('sandbox/') &&
      importsOf(source.tree).some((it) => it.kind !== 'dynamic' && /\/sandbox\//.test(it.specifier)),
  },
  {
    what: 'an exemption from a boundary rule',
    why: 'a boundary is moved in biome.json, where everybody sees it',
    found: (source) =>
      /biome-ignore(?:-all|-start)? lint(?:\/\w+)?\/?(?:noRestricted|noConsole|[:\s])/.test(source.text),
  },
  {
    what: 'TLS verification switched off',
    why: 'a credential would go to whoever answers',
    found: (source) =>
      // The name may stand in a comment that says why it must not count.
      /NODE_TLS_REJECT_UNAUTHORIZED['"\]]?\s*\]?\s*=/.test(source.text) ||
      some(
        source,
        (node) =>
          (node.type === 'Property' &&
            isKey(node['key'], 'rejectUnauthorized') &&
            !isLiteral(node['value'], true)) ||
          (node.type === 'AssignmentExpression' &&
            isNode(node['left']) &&
            isKey(node['left']['property'], 'rejectUnauthorized')),
      ),
  },
];

function isLiteral(node: unknown, value: unknown): boolean {
  return isNode(node) && node['value'] === value;
}
