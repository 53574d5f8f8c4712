import { expect, test } from 'vitest';
import { type NodeId, ROOT, tree } from '../../dialogs/tree/tree.js';
import type { Answers } from '../../dialogs/walk.js';
import { walk } from '../../dialogs/walk.js';
import { causeIds } from '../../src/knowledge/causes.js';

/** Counts every way through the tree that one person's consistent answers can take. */
function explore(visit: (node: NodeId, answers: Map<string, string>) => void): number {
  let paths = 0;
  const answers = new Map<string, string>();
  const go = (id: NodeId): void => {
    const node = tree[id];
    if (node.kind === 'outcome') {
      paths++;
      visit(id, answers);
      return;
    }
    const question = node.kind === 'ask' ? node.ask : node.check;
    const known = answers.get(question);
    for (const [option, next] of Object.entries(node.to) as [string, NodeId][]) {
      if (known !== undefined && known !== option) continue;
      answers.set(question, option);
      go(next);
    }
    if (known === undefined) answers.delete(question);
  };
  go(ROOT);
  return paths;
}

test('the tree has no cycle, so every way ends', () => {
  const state = new Map<NodeId, 'open' | 'done'>();
  const visit = (id: NodeId): void => {
    expect(state.get(id), `cycle through ${id}`).not.toBe('open');
    if (state.has(id)) return;
    state.set(id, 'open');
    const node = tree[id];
    if (node.kind !== 'outcome') for (const next of new Set(Object.values(node.to))) visit(next as NodeId);
    state.set(id, 'done');
  };
  visit(ROOT);
  expect(
    Object.keys(tree).filter((id) => !state.has(id as NodeId)),
    'nodes that no way reaches',
  ).toEqual([]);
});

test('every path ends in an outcome, and every cause is reached', () => {
  const causes = new Set<string>();
  const leaves = new Set<NodeId>();
  let sampled = 0;
  const paths = explore((leaf, answers) => {
    const node = tree[leaf];
    if (node.kind === 'outcome') causes.add(node.cause);
    // Walking is dearer than exploring: the interpreter is held against a spread sample and every new leaf.
    if (!leaves.has(leaf) || sampled++ % 97 === 0) {
      const position = walk(withNeeds(Object.fromEntries(answers)));
      expect(position.kind).toBe('outcome');
      expect(position.node).toBe(leaf);
    }
    leaves.add(leaf);
  });
  expect(paths).toBeGreaterThan(10_000);
  expect([...causes].sort()).toEqual([...causeIds].sort());
  expect(
    Object.entries(tree).filter(([id, node]) => node.kind === 'outcome' && !leaves.has(id as NodeId)),
  ).toEqual([]);
});

test('every cause has a leaf of its own name', () => {
  for (const cause of causeIds) expect(tree).toHaveProperty([cause, 'cause'], cause);
});

test('whoever answers "I don\'t know" to everything still gets an answer', () => {
  let answers: Answers = {};
  for (let step = 0; step < 60; step++) {
    const position = walk(answers);
    if (position.kind === 'outcome') return;
    answers = { ...answers, [position.kind === 'ask' ? position.ask : position.check]: 'unknown' };
  }
  expect.unreachable('more than 60 questions');
});

test('an answer that its question no longer has counts as not given', () => {
  const position = walk({ situation: 'login', symptom: 'unauthorized', 'auth-method': 'smart-card' });
  expect(position).toMatchObject({ kind: 'ask', ask: 'operation' });
  expect(walk({ situation: 'smoke-signals' })).toMatchObject({ kind: 'ask', ask: 'situation' });
});

function withNeeds(answers: Answers): Answers {
  return {
    registry: 'unknown',
    'auth-method': 'unknown',
    operation: 'unknown',
    environment: 'unknown',
    ...answers,
  };
}
