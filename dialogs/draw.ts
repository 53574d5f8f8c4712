import { tree } from './tree/tree.js';

/** The tree as a Mermaid flowchart: questions as rhombs, checks as boxes, outcomes rounded. Pure. */
export function drawTree(): string {
  const lines = ['flowchart LR'];
  for (const [id, node] of Object.entries(tree)) {
    if (node.kind === 'outcome') {
      lines.push(`  ${id}(["${node.cause} (${node.certainty})"])`);
      continue;
    }
    lines.push(node.kind === 'ask' ? `  ${id}{"${node.ask}?"}` : `  ${id}["${node.check}"]`);
    for (const [target, options] of byTarget(node.to)) {
      lines.push(`  ${id} -->|${options.join(', ')}| ${target}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Options that lead to the same node share an arrow. */
function byTarget(to: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const [option, target] of Object.entries(to)) {
    grouped.set(target, [...(grouped.get(target) ?? []), option]);
  }
  return grouped;
}

/** The page `docs/decision-tree.md`, whole. */
export function treePage(): string {
  return [
    '# The decision tree',
    '',
    'Generated from `dialogs/tree` by `npm run tree`; a test compares it. Rhombs are questions to the person, boxes',
    'are checks, rounded ends are causes with how sure the tree is there. "unknown" is "I don\'t know" or a check',
    'that could not be made.',
    '',
    '```mermaid',
    drawTree().trimEnd(),
    '```',
    '',
  ].join('\n');
}
