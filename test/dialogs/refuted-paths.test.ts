import { expect, test } from 'vitest';
import { optionsOf, questionOf } from '../../dialogs/questions.js';
import { refutations } from '../../dialogs/refutations.js';
import { refutedBy } from '../../dialogs/refuted.js';
import { type NodeId, ROOT, tree } from '../../dialogs/tree/tree.js';
import type { QuestionId } from '../../dialogs/walk.js';
import type { CauseId } from '../../src/knowledge/causes.js';

test('every contradiction is of an answer that its question has', () => {
  for (const [id, byAnswer] of Object.entries(refutations)) {
    const question = questionOf(id);
    expect(question, id).not.toBeNull();
    if (question === null) continue;
    for (const answer of Object.keys(byAnswer)) expect(optionsOf(question), id).toContain(answer);
  }
});

test('no way through the tree contradicts the cause that it leads to', () => {
  const wrong = new Set<string>();
  const answers = new Map<QuestionId, { readonly answer: string; readonly out: readonly CauseId[] }>();
  const go = (id: NodeId): void => {
    const node = tree[id];
    if (node.kind === 'outcome') {
      for (const [question, { answer, out }] of answers)
        if (out.includes(node.cause)) wrong.add(`${id}: ${question} ${answer}`);
      return;
    }
    const question = node.kind === 'ask' ? node.ask : node.check;
    const known = answers.get(question);
    // Object.entries widens the values; the links of a tree are its nodes.
    for (const [answer, next] of Object.entries(node.to) as [string, NodeId][]) {
      if (known !== undefined && known.answer !== answer) continue;
      if (known === undefined) answers.set(question, { answer, out: outBy(question, answer) });
      go(next);
    }
    if (known === undefined) answers.delete(question);
  };
  go(ROOT);
  expect([...wrong]).toEqual([]);
});

const outBy = (question: QuestionId, answer: string): readonly CauseId[] =>
  refutedBy([{ node: ROOT, question, answer }], {}).map(({ cause }) => cause);
