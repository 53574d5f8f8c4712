import { expect } from 'vitest';
import { answersOf } from '../../dialogs/conversation/state.js';
import { conclude } from '../../dialogs/outcome.js';
import type { Node } from '../../dialogs/tree/node.js';
import { type NodeId, ROOT, tree } from '../../dialogs/tree/tree.js';
import { link, walk } from '../../dialogs/walk.js';
import type { Message } from '../../src/chat/message.js';
import { type Language, locales } from '../../src/knowledge/language.js';
import type { PassageId } from '../../src/knowledge/passages.js';
import { shown, Talk } from '../support/talk.js';
import type { Case, Move, Page, Phrases } from './passages/passage.js';

/** Holds the conversation. An answer must be to the question that waits, as from a person who reads. */
export function play({ script }: Case, language: Language): Talk {
  const talk = new Talk(language);
  for (const move of script) act(talk, move);
  return talk;
}

function act(talk: Talk, move: Move): void {
  if (move === 'start') talk.start();
  else if ('say' in move) talk.say(move.say);
  else if ('press' in move) talk.press(move.press);
  else {
    const [question, option] = move;
    expect(talk.asked, `asked, where the script answers ${question} – ${option}`).toBe(question);
    talk.answer(question, option);
  }
}

/** What a message tells to do: everything but headings – those over a question are the question –, links, source and buttons. */
function instruction(message: Message): string {
  const beside = message.ask === null ? ['heading', 'links', 'source'] : ['links', 'source'];
  const blocks = message.blocks.filter(({ type }) => !beside.includes(type));
  return shown({ ...message, blocks, buttons: [] });
}

/** The text in which a case's phrases have to stand. */
export function textOf({ where }: Case, talk: Talk): string {
  return (where === 'conversation' ? talk.messages : [talk.last]).map(instruction).join('\n');
}

/** Phrases that the text does not hold. */
export function missing(phrases: Phrases, text: string): string[] {
  return phrases
    .filter((phrase) => (typeof phrase === 'string' ? !text.includes(phrase) : !phrase.test(text)))
    .map(String);
}

/** Address of a page in the person's language. */
function addressOf({ path }: Page, language: Language): string {
  return path.startsWith('https://') ? path : `https://learn.microsoft.com/${locales[language].docs}/${path}`;
}

/** Pages that the newest message does not link to with title and localized address. */
export function missingPages(pages: readonly Page[], talk: Talk, language: Language): string[] {
  const links = talk.last.blocks.flatMap((block) => (block.type === 'links' ? block.items : []));
  return pages
    .filter((page) => {
      const link = links.find(({ url }) => url === addressOf(page, language));
      return link === undefined || missing([page[language]], link.title).length > 0;
    })
    .map((page) => `${page[language]} ${addressOf(page, language)}`);
}

/** Every node that the answers lead through, the present one and the shown outcome included. */
function walked({ conversation }: Talk): readonly NodeId[] {
  const answers = answersOf(conversation);
  const nodes: NodeId[] = [];
  let id: NodeId | undefined = ROOT;
  while (id !== undefined) {
    const node: Node<NodeId> = tree[id];
    nodes.push(id);
    const answer: string | undefined =
      node.kind === 'outcome' ? undefined : answers[node.kind === 'ask' ? node.ask : node.check];
    id = answer === undefined ? undefined : link(node, answer);
  }
  const position = walk(answers);
  if (position.kind !== 'outcome') return nodes;
  return [...nodes, conclude(position, conversation.reading, conversation.ruledOut).node];
}

/** Passages that the nodes on the way carry out. */
export function cited(talk: Talk): ReadonlySet<PassageId> {
  return new Set(walked(talk).flatMap((node) => tree[node].passages ?? []));
}
