import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import { redact } from '../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Draft } from '../compose/draft.js';
import { answer } from './answer.js';
import { readCommand } from './commands.js';
import { finishHandover, NOTE_FORM } from './handover.js';
import { presentGreeting } from './present.js';
import { type Reply, reply, replyNow } from './reply.js';
import { say } from './say.js';
import type { Conversation } from './state.js';
import { press } from './verbs.js';

export interface Turn {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
}

/**
 * One incoming event → the new state and what to say. Pure: no clock, no network, no storage; the caller
 * stores the conversation with compare-and-swap and sends the messages.
 */
export function turn(conversation: Conversation, incoming: Incoming): Turn {
  if (incoming.as !== conversation.person) return refused(conversation, incoming.as);
  const { conversation: next, drafts } = handle(conversation, incoming);
  return number(next, drafts);
}

function handle(conversation: Conversation, incoming: Incoming): Reply {
  switch (incoming.kind) {
    case 'start':
      return reply(conversation, presentGreeting(conversation));
    case 'answer':
      return answer(conversation, incoming.node, incoming.option);
    case 'press': {
      // Own keys only: a button id comes from outside and may be the name of an inherited property.
      const verb = Object.hasOwn(conversation.buttons, incoming.button)
        ? conversation.buttons[incoming.button]
        : undefined;
      return verb === undefined
        ? replyNow(conversation, textsFor(conversation.language).ui.oldButton)
        : press(conversation, verb);
    }
    case 'form':
      return incoming.id === NOTE_FORM
        ? finishHandover(conversation, redact(incoming.values['note'] ?? '').text)
        : replyNow(conversation, textsFor(conversation.language).ui.oldButton);
    case 'say': {
      const command = readCommand(incoming.text);
      return say(conversation, incoming.text, command);
    }
  }
}

/** Gives ids to messages and buttons. The buttons of the newest message are the valid ones. */
function number(conversation: Conversation, drafts: readonly Draft[]): Turn {
  let { messages, pressed } = conversation;
  const buttons: Record<string, Conversation['buttons'][string]> = {};
  const { verbs } = textsFor(conversation.language).ui;
  const numbered = drafts.map((draft): Message => {
    messages++;
    const offered = draft.verbs.map((verb) => {
      pressed++;
      buttons[`b${pressed}`] = verb;
      return { id: `b${pressed}`, verb, label: verbs[verb] };
    });
    const { blocks, ask, form, outcome } = draft;
    return {
      to: conversation.person,
      audience: 'private',
      id: `m${messages}`,
      replaces: null,
      blocks,
      ask,
      buttons: offered,
      form,
      outcome,
    };
  });
  const kept = drafts.length === 0 ? conversation.buttons : buttons;
  return { conversation: { ...conversation, messages, pressed, buttons: kept }, messages: numbered };
}

/** Somebody else's answer or press changes nothing and shows nothing. */
function refused(conversation: Conversation, to: string): Turn {
  const { ui } = textsFor(conversation.language);
  const message: Message = {
    to,
    audience: 'private',
    id: `m${conversation.messages + 1}`,
    replaces: null,
    blocks: [{ type: 'text', text: ui.notAllowed }],
    ask: null,
    buttons: [],
    form: null,
    outcome: null,
  };
  return { conversation: { ...conversation, messages: conversation.messages + 1 }, messages: [message] };
}
