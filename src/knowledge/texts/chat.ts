import type { ChatVerb } from '../vocabulary.js';

/** What the bot says on chat platforms around the conversation itself. Plain text but for `code`. */
export interface ChatTexts {
  readonly verbs: Readonly<Record<ChatVerb, string>>;
  /** Neutral line where somebody asked in public; no registry fact, ever. */
  readonly channelLine: string;
  /** Where no 1:1 chat can be opened: how to get one. */
  readonly noDirect: string;
  /** Text of notifications and screen readers in front of a message; constant. */
  readonly fallback: string;
  /** Short answer to a press or command while the work begins. */
  readonly working: string;
  /** Before the first message to somebody whose account is not linked. */
  readonly notLinked: string;
  /** What the button does. */
  readonly linkHint: string;
  /** After the sign-in. */
  readonly linked: string;
  readonly alreadyLinked: string;
  /** After `link off`. */
  readonly unlinked: string;
  /** Linking is not set up. */
  readonly linkUnavailable: string;
  /** To guests and people of other organisations. */
  readonly guest: string;
  /** Rate limit. */
  readonly tooMany: string;
  /** Many people at once: bounded queue. */
  readonly busy: string;
  /** Something broke inside; nothing of the case is lost. */
  readonly failed: string;
  /** After a restart in the middle of an answer; the case follows. */
  readonly interrupted: string;
  /** After a restart before a message or a press was answered. */
  readonly interruptedUnread: string;
  /** A message could not be sent in full. */
  readonly notDelivered: string;
  /** After `forget`. */
  readonly forgotten: string;
  /** "{registry}" and "{cause}". */
  readonly statusOpen: string;
  readonly statusNone: string;
  readonly feedbackQuestion: string;
  readonly feedbackThanks: string;
  /** Label of the optional word. */
  readonly feedbackWord: string;
  /** To the person, after the outcome was posted. */
  readonly shared: string;
  /** Over a shared outcome, for others. */
  readonly sharedHead: string;
  readonly shareNowhere: string;
  /** The case was posted to the team. */
  readonly handedOver: string;
  /** Over a case in the team channel; "{person}". */
  readonly handoverTitle: string;
  readonly ticketText: string;
  readonly ticketJson: string;
  /** Beneath a question that was answered: "{answer}". */
  readonly answered: string;
  /** Beneath a message whose button was pressed: "{button}". */
  readonly pressed: string;
  /** Beneath a message that is no longer current. */
  readonly stopped: string;
  /** Help for commands. */
  readonly commands: string;
  readonly welcome: string;
  /** Title of the form for a paste (at most 24 letters). */
  readonly pasteTitle: string;
  readonly pasteLabel: string;
  readonly pasteHint: string;
  /** Behind it: where a text goes that is too long for the form. */
  readonly pasteLonger: string;
  /** The form was sent without a text. */
  readonly pasteEmpty: string;
  /** Beneath a message whose rest stands in its thread. */
  readonly continued: string;
  /** At most 24 letters. */
  readonly submit: string;
  /** At most 24 letters. */
  readonly cancel: string;
  /** After "Diagnose this message". */
  readonly shortcutDone: string;
  /** A file over 1 MB. */
  readonly tooLarge: string;
  /** A file that is not text. */
  readonly notText: string;
  /** A file that could not be fetched. */
  readonly unavailable: string;
  /** The outcome could not be posted. */
  readonly shareFailed: string;
  /** To who asks about a link where the platform says who they are. */
  readonly knownByPlatform: string;
  /** A press that comes too late, or twice. */
  readonly tooLate: string;
  /** The team's channel could not be reached. */
  readonly handoverFailed: string;
  /** Sends a short form. */
  readonly send: string;
  /** Toggle for long evidence. */
  readonly details: string;
  readonly homeCases: string;
  readonly homeNone: string;
  readonly homeStart: string;
  readonly homeRequests: string;
  readonly homeNoRequests: string;
  readonly homeAccount: string;
  readonly resolvedState: string;
  readonly openState: string;
  /** Beneath a question whose answer is typed. */
  readonly typeAnswer: string;
  /** Placeholder of a list. */
  readonly choose: string;
  /** Button that sends what was chosen from a list. */
  readonly answer: string;
}
