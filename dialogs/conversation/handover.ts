import { textsFor } from '../../src/knowledge/texts/index.js';
import { caseOf } from '../case.js';
import { draft } from '../compose/draft.js';
import { type HandoverParts, handoverData, handoverText } from '../compose/handover.js';
import { conclusionOf } from './conclusion.js';
import { type Reply, reply } from './reply.js';
import { answersOf, type Conversation, evidenceOf, inferredIn, positionOf, saidIn } from './state.js';

/** Letters of a note that are handed on. */
const LONGEST_NOTE = 2_000;

/** Form that takes the person's own words. */
export const NOTE_FORM = 'handover-note';

/** Shows what a human would get and asks for a note. Possible at every step. */
export function previewHandover(conversation: Conversation): Reply {
  const texts = textsFor(conversation.language);
  const { ui } = texts;
  return reply(
    { ...conversation, phase: 'handover' },
    draft({
      blocks: [
        { type: 'text', text: ui.handover.preview },
        { type: 'code', language: 'text', text: handoverText(partsOf(conversation, null)) },
        { type: 'text', text: ui.handover.note },
      ],
      form: {
        id: NOTE_FORM,
        title: ui.verbs.handover,
        fields: [{ kind: 'text', id: 'note', label: ui.handover.note, multiline: true }],
        submit: ui.verbs['send-handover'],
      },
      verbs: ['send-handover', 'back', 'restart'],
    }),
  );
}

/**
 * The finished case, with the person's note.
 *
 * @param note in the person's own words, secrets already replaced
 */
export function finishHandover(conversation: Conversation, note: string): Reply {
  const { ui } = textsFor(conversation.language);
  const parts = partsOf(conversation, note.trim().slice(0, LONGEST_NOTE) || null);
  const text = handoverText(parts);
  return reply(
    { ...conversation, phase: 'open' },
    draft({
      blocks: [
        { type: 'text', text: ui.handover.ready },
        { type: 'code', language: 'text', text },
      ],
      handover: { text, data: handoverData(parts) },
      verbs: ['back', 'check-again', 'restart', 'finish'],
    }),
  );
}

function partsOf(conversation: Conversation, note: string | null): HandoverParts {
  const { reading, language, ruledOut } = conversation;
  const inferred = inferredIn(conversation);
  const path = positionOf(conversation).path.filter(({ question }) => !inferred.has(question));
  const conclusion = conclusionOf(conversation);
  const { method } = caseOf(reading, answersOf(conversation));
  return {
    texts: textsFor(language),
    reading,
    conclusion,
    path,
    observed: evidenceOf(conversation),
    said: saidIn(conversation),
    method,
    tried: ruledOut,
    note,
  };
}
