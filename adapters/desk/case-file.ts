import { z } from 'zod';
import { revive } from '../../dialogs/conversation/revive.js';
import type { Conversation } from '../../dialogs/conversation/state.js';
import type { Message } from '../../src/chat/message.js';
import type { Place } from '../../src/chat/place.js';
import type { MessageRef } from '../../src/chat/surface.js';
import type { Asking } from './requests/asking.js';

/** What somebody has said about an outcome so far. */
export type Said = 'nothing' | 'helpful' | 'unhelpful' | 'word';

/** The newest message that can be answered, as the person has it before them. */
export interface Shown {
  readonly ref: MessageRef;
  /** 128 random bits in front of every id on the message: what is older, or made up, does not match (security T25). */
  readonly ticket: string;
  readonly message: Message;
  /** Its words are the person's own and not kept: nothing is put in its place. */
  readonly fixed: boolean;
  readonly said: Said;
  readonly shared: boolean;
  /** What is about to be asked for; null where nothing is. */
  readonly asking: Asking | null;
  /** What became of asking for it; null before. */
  readonly asked: string | null;
  /** Id of the request that was made; null before. */
  readonly request: string | null;
  /** Whether it still waited for a decision when it was last looked at. */
  readonly mayWithdraw: boolean;
}

/** All that is kept of somebody's conversation on a chat platform. Facts and answers; no pasted text. */
export interface CaseFile {
  readonly schema: 1;
  /** Names the case in the list of the person's cases. */
  readonly caseId: string;
  readonly conversation: Conversation;
  readonly shown: Shown | null;
  /** Where others read what the person asked; null where they asked in private. */
  readonly origin: Place | null;
  /** The person knows that they see public facts only, and how to change it. */
  readonly toldWhoTheyAre: boolean;
}

const place = z.object({
  kind: z.enum(['direct', 'group', 'channel']),
  id: z.string(),
  thread: z.string().nullable(),
  shared: z.boolean(),
});

/** What is inside was typed when this program wrote it; the outline tells its JSON from anything else. */
function written<T>(outline: z.ZodType): z.ZodCustom<T, T> {
  return z.custom<T>((value) => outline.safeParse(value).success);
}

const message = written<Message>(
  z.looseObject({ id: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }),
);
const conversation = written<Conversation>(
  z.looseObject({ schema: z.literal(1), person: z.string(), given: z.array(z.unknown()) }),
);
const asking = written<Asking>(
  z.looseObject({
    what: z.enum(['role', 'secret']),
    request: z.string(),
    offer: z.looseObject({ requester: z.looseObject({ objectId: z.string() }) }),
  }),
);

const caseFile = z.object({
  schema: z.literal(1),
  caseId: z.string(),
  conversation,
  shown: z
    .object({
      ref: z.string(),
      ticket: z.string(),
      message,
      fixed: z.boolean().default(false),
      said: z.enum(['nothing', 'helpful', 'unhelpful', 'word']),
      shared: z.boolean(),
      asking: asking.nullable().default(null),
      asked: z.string().nullable().default(null),
      request: z.string().nullable().default(null),
      mayWithdraw: z.boolean().default(false),
    })
    .nullable(),
  origin: place.nullable(),
  toldWhoTheyAre: z.boolean(),
});

/**
 * Reads what the store gave.
 *
 * @returns null for what no release of this program has written; the case then begins anew
 */
export function readCaseFile(state: unknown): CaseFile | null {
  const read = caseFile.safeParse(state);
  if (!read.success) return null;
  try {
    return { ...read.data, conversation: revive(read.data.conversation) };
  } catch {
    // A file of another shape must not lock its person out for good.
    return null;
  }
}
