import type { AskId } from '../src/knowledge/asks.js';
import type { CheckId } from '../src/knowledge/checks.js';
import type { Need, Node, OutcomeNode } from './tree/node.js';
import { type NodeId, ROOT, tree } from './tree/tree.js';

/** What can be answered: a question or a check. Several nodes may put the same one; it is answered once. */
export type QuestionId = AskId | CheckId;

/** Answers keyed by question. The whole of a conversation's progress: the position is recomputed from them. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** One answered question on the way. */
export interface Step {
  readonly node: NodeId;
  readonly question: QuestionId;
  readonly answer: string;
}

export type Position =
  | { readonly kind: 'ask'; readonly node: NodeId; readonly ask: AskId; readonly path: readonly Step[] }
  | { readonly kind: 'check'; readonly node: NodeId; readonly check: CheckId; readonly path: readonly Step[] }
  | {
      readonly kind: 'outcome';
      readonly node: NodeId;
      readonly outcome: OutcomeNode;
      readonly path: readonly Step[];
    };

/** Questions that collect a value and never choose a branch: they can be left for later. */
const collecting: readonly Need[] = ['registry', 'client-id', 'token-name', 'cluster-name'];
/** Identities that have an application (client) id. */
const withClientId: readonly (string | undefined)[] = [
  'service-principal',
  'managed-identity',
  'workload-federation',
];

/** Facts that only a live check needs: the commands for the person say what to look up. */
export const identifying: readonly Need[] = ['client-id', 'token-name', 'cluster-name'];

/** How a walk is made in a conversation: what only checks need is asked where they can be made. */
export function walkOptions({ live }: { readonly live: object | null }): WalkOptions {
  return { asked: live === null ? [] : identifying };
}

/** How a walk is made. */
export interface WalkOptions {
  /** Leave out questions that only collect a value, to see the next *decision*. */
  readonly decideOnly?: boolean;
  /** Optional questions that are asked in this conversation. */
  readonly asked?: readonly Need[];
}

/**
 * Follows the answers from the root of the tree to the first thing that is not known yet, or to an outcome.
 * Pure. An answer that its node does not have (from before the tree changed) counts as not given.
 */
export function walk(answers: Answers, options: WalkOptions = {}): Position {
  const path: Step[] = [];
  let id: NodeId = ROOT;
  // The tree is acyclic (tested), so the number of nodes bounds the way.
  for (;;) {
    const node: Node<NodeId> = tree[id];
    const need = openNeed(node, answers, options);
    if (need !== undefined) return { kind: 'ask', node: id, ask: need, path };
    for (const known of node.needs ?? []) push(path, id, known, answers[known]);
    if (node.kind === 'outcome') return { kind: 'outcome', node: id, outcome: node, path };
    const question: QuestionId = node.kind === 'ask' ? node.ask : node.check;
    const answer = answers[question];
    const next = answer === undefined ? undefined : link(node, answer);
    if (answer === undefined || next === undefined) {
      return node.kind === 'ask'
        ? { kind: 'ask', node: id, ask: node.ask, path }
        : { kind: 'check', node: id, check: node.check, path };
    }
    push(path, id, question, answer);
    id = next;
  }
}

/** Node that an answer leads to, or undefined when the node has no such option. */
export function link(node: Node<NodeId>, answer: string): NodeId | undefined {
  if (node.kind === 'outcome') return undefined;
  // The maps of the union differ in their keys; a look-up by an outside string needs the wider type.
  const to: Readonly<Record<string, NodeId>> = node.to;
  return Object.hasOwn(to, answer) ? to[answer] : undefined;
}

function openNeed(
  node: Node<NodeId>,
  answers: Answers,
  { decideOnly = false, asked = [] }: WalkOptions,
): Need | undefined {
  // What a check has found needs no further fact.
  if (node.kind === 'check' && answers[node.check] !== undefined) return undefined;
  return node.needs?.find((need) => {
    if (answers[need] !== undefined || (decideOnly && collecting.includes(need))) return false;
    if (need === 'client-id' && !withClientId.includes(answers['auth-method'])) return false;
    return !identifying.includes(need) || asked.includes(need);
  });
}

function push(path: Step[], node: NodeId, question: QuestionId, answer: string | undefined): void {
  if (answer === undefined || path.some((step) => step.question === question)) return;
  path.push({ node, question, answer });
}
