import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { LogLook, LogRequest } from '../../src/checks/login-events/log-look.js';
import { redact, type SecretFinding } from '../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { checkingDraft } from '../compose/checking.js';
import { offerInWords } from '../live/look.js';
import { observe } from '../live/observe.js';
import { visibleTo } from '../live/visible.js';
import { type Work, workOf } from '../live/work.js';
import { answer } from './answer.js';
import { readCommand } from './commands.js';
import { finishHandover, NOTE_FORM } from './handover.js';
import { tellLog } from './login-events.js';
import { type Reply, replyNow } from './reply.js';
import { say } from './say.js';
import { type Conversation, positionOf } from './state.js';
import { press } from './verbs.js';

export interface Turn {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  /** Live checks to run now; give the findings to `afterChecks`. The last message shows them as running. */
  readonly work: Work | null;
  /** A look at the registry's log to take now; give what it shows to `afterLog`. */
  readonly log: LogRequest | null;
  /** What was replaced in what the person wrote: kinds and how many of each. */
  readonly secrets: readonly SecretFinding[];
}

/**
 * One incoming event → the new state and what to say. Pure: no clock, no network, no storage; the caller
 * stores the conversation with compare-and-swap and sends the messages.
 */
export function turn(conversation: Conversation, incoming: Incoming): Turn {
  if (incoming.as !== conversation.person) return refused(conversation, incoming.as);
  return number(handle(conversation, incoming));
}

/** What to say once the live checks of a turn are done. Pure. */
export function afterChecks(conversation: Conversation, findings: readonly Finding[]): Turn {
  return number(observe(conversation, findings));
}

/** What to say once the registry's log was looked at. Pure. */
export function afterLog(conversation: Conversation, look: LogLook): Turn {
  return number(tellLog(conversation, look));
}

/** The message of a turn's checks with the findings so far, in the place of the one before. Pure. */
export function whileChecking(
  message: Message,
  { language, live }: Conversation,
  work: Work,
  findings: readonly Finding[],
): Message {
  const { blocks } = checkingDraft(
    textsFor(language),
    work,
    findings.map((finding) => visibleTo(live, finding)),
  );
  const before = message.blocks.slice(0, message.blocks.length - blocks.length);
  return { ...message, replaces: message.id, blocks: [...before, ...blocks] };
}

function handle(conversation: Conversation, incoming: Incoming): Reply {
  switch (incoming.kind) {
    case 'start':
      return press(conversation, 'restart');
    case 'show':
      return replyNow(conversation);
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
    case 'form': {
      if (incoming.id !== NOTE_FORM) {
        return replyNow(conversation, textsFor(conversation.language).ui.oldButton);
      }
      const { text, secrets } = redact(incoming.values['note'] ?? '');
      return { ...finishHandover(conversation, text), secrets };
    }
    case 'say': {
      const command = readCommand(incoming.text);
      return say(conversation, incoming.text, command);
    }
  }
}

/** Gives ids to messages and buttons. The buttons of the newest message are the valid ones. */
function number({ conversation, drafts, secrets = [], log }: Reply): Turn {
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
    const { blocks, ask, form, outcome, handover } = draft;
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
      handover,
    };
  });
  const kept = drafts.length === 0 ? conversation.buttons : buttons;
  const offers = drafts.some(({ verbs: offered }) => offered.includes('look-there'));
  const inWords = offers && offerInWords(conversation) !== null;
  const offered = conversation.offered ?? (inWords ? positionOf(conversation).node : null);
  const next = { ...conversation, messages, pressed, buttons: kept, offered };
  return { conversation: next, messages: numbered, work: workOf(next), log: log ?? null, secrets };
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
    handover: null,
  };
  const next = { ...conversation, messages: conversation.messages + 1 };
  return { conversation: next, messages: [message], work: null, log: null, secrets: [] };
}
