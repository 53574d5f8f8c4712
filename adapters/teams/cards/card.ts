import type { Block, Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import { askElements, buttonActions, formElements, isVote, voteElements } from './actions.js';
import { blockElements } from './blocks.js';
import { type Card, type Element, sizeOf } from './element.js';
import { inPieces } from './pieces.js';
import { plain } from './rich-text.js';

/** Largest card, as bytes of JSON: below what any client or gateway is known to refuse. */
const CARD_BYTES = 20_000;
/** Left for what surrounds the body. */
const FRAME_BYTES = 1000;
/** Evidence that takes more is folded. */
const FOLD_BYTES = 2500;
/** Cards for one message. */
const MOST_CARDS = 6;

/**
 * The cards of a message, in order: one, unless it is too long for one. What is to be pressed or filled in stands on the
 * last. Pure.
 */
export function cardsOf(message: Message, language: Language): readonly Card[] {
  const texts = textsFor(language);
  const { form } = message;
  // What is an option already, or sends the form, is not offered twice.
  const said = new Set([...(message.ask?.options.map(({ label }) => label) ?? []), form?.submit]);
  const offered = buttonActions(
    message.buttons.filter((button) => !isVote(button) && !said.has(button.label)),
  );
  // Saying yes comes before the form in which to say no.
  const isFirst = form?.refuses === true && offered.length > 0;
  const actions = isFirst ? [] : offered;
  const tail = [
    ...voteElements(message.buttons.filter(isVote), texts),
    ...(message.ask === null ? [] : askElements(message.ask, texts)),
    ...(isFirst ? [{ type: 'ActionSet', actions: offered }] : []),
    ...(form === null ? [] : formElements(form, texts)),
  ];
  const room = CARD_BYTES - FRAME_BYTES;
  const end = sizeOf([...tail, ...actions]);
  // A piece must fit beside what stands on the last card.
  const pieces = inPieces(unlabelled(message), Math.max(room - end - FRAME_BYTES, room / 4), texts);
  const bodies = packed(
    pieces.map((piece, i) => shown(piece, pieces[i - 1], i, texts)),
    room,
    end,
  );
  const kept = bodies.length > MOST_CARDS ? [...bodies.slice(0, MOST_CARDS - 1), leftOut(texts)] : bodies;
  return kept.map((body, i) =>
    i === kept.length - 1
      ? card([...body, ...tail], actions, language, texts)
      : card(body, [], language, texts),
  );
}

/** The blocks without what the label of a field says already. */
function unlabelled({ blocks, form }: Message): readonly Block[] {
  const labels = new Set(form?.fields.map(({ label }) => label));
  return blocks.filter((block) => block.type !== 'text' || !labels.has(block.text));
}

/** A message that others read: nothing in it to press. Pure. */
export function readOnly(message: Message): Message {
  return { ...message, ask: null, form: null, buttons: [] };
}

function card(body: readonly Element[], actions: readonly Element[], language: Language, texts: Texts): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    // Two letters, says the schema.
    lang: language.slice(0, 2),
    fallbackText: texts.chat.fallback,
    msteams: { width: 'Full' },
    body,
    ...(actions.length > 0 ? { actions } : {}),
  };
}

/** Fills one card after the other. */
function packed(
  groups: readonly (readonly Element[])[],
  room: number,
  end: number,
): readonly (readonly Element[])[] {
  const bodies: Element[][] = [[]];
  let used = 0;
  for (const [i, group] of groups.entries()) {
    const size = sizeOf(group);
    const beside = i === groups.length - 1 ? end : 0;
    if (used > 0 && used + size + beside > room) {
      bodies.push([]);
      used = 0;
    }
    bodies.at(-1)?.push(...group);
    used += size;
  }
  return bodies;
}

/** Evidence that is long stands folded behind a button; what to do is always seen. */
function shown(block: Block, before: Block | undefined, index: number, texts: Texts): readonly Element[] {
  const elements = blockElements(block, texts);
  if (!folds(block) || sizeOf(elements) <= FOLD_BYTES) return elements;
  const id = `details-${index}`;
  const title = texts.chat.details;
  // The heading stands above it; a screen reader that goes from button to button does not come by it.
  const tooltip =
    before?.type === 'heading' ? { tooltip: `${title}${texts.ui.colon}${plain(before.text)}` } : {};
  return [
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title, ...tooltip, targetElements: [id] }],
    },
    { type: 'Container', id, isVisible: false, items: elements },
  ];
}

function folds(block: Block): boolean {
  // Somebody who waits wants to see it move.
  if (block.type === 'progress' && block.items.some(({ state }) => state === 'running')) return false;
  if (block.type === 'code') return block.language === 'text' || block.language === 'json';
  return (
    block.type === 'list' || block.type === 'facts' || block.type === 'progress' || block.type === 'links'
  );
}

function leftOut(texts: Texts): readonly Element[] {
  return blockElements({ type: 'text', text: texts.chat.notDelivered }, texts);
}
