import type { MessageRef } from '../../src/chat/surface.js';

/** Where a message stands: its channel, its timestamp, and those of the replies that hold the rest of it. */
export interface Ref {
  readonly channel: string;
  readonly ts: string;
  readonly replies: readonly string[];
}

export function writeRef({ channel, ts, replies }: Ref): MessageRef {
  return [`${channel}:${ts}`, ...replies].join('+');
}

/** Null for what is no reference of this adapter's. Pure. */
export function readRef(ref: MessageRef): Ref | null {
  const match = /^([CDG][A-Z0-9]{2,20}):(\d{1,12}\.\d{1,9})((?:\+\d{1,12}\.\d{1,9}){0,50})$/.exec(ref);
  const [, channel, ts, replies] = match ?? [];
  if (channel === undefined || ts === undefined || replies === undefined) return null;
  return { channel, ts, replies: replies.split('+').slice(1) };
}
