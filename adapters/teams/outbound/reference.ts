import { z } from 'zod';

/** Where something is sent. */
export interface Address {
  /** Address of the connector; judged anew before each call. */
  readonly serviceUrl: string;
  readonly conversation: string;
}

const schema = z.object({
  v: z.literal(1),
  serviceUrl: z.string().max(1024),
  conversation: z.string().min(1).max(1024),
});

/** What is stored of somebody's 1:1 chat. Pure. */
export function writeReference({ serviceUrl, conversation }: Address): string {
  return JSON.stringify({ v: 1, serviceUrl, conversation });
}

/** Null for what an earlier version, or nobody, has written. Pure. */
export function readReference(stored: string): Address | null {
  const parsed = schema.safeParse(jsonOf(stored));
  return parsed.success
    ? { serviceUrl: parsed.data.serviceUrl, conversation: parsed.data.conversation }
    : null;
}

const refSchema = z.object({
  s: z.string().max(1024),
  c: z.string().min(1).max(1024),
  a: z.array(z.string().min(1).max(1024)).min(1).max(8),
});

/** The activities that a message was sent as. */
export interface SentAs extends Address {
  readonly activities: readonly string[];
}

/** Pure. */
export function writeRef({ serviceUrl, conversation, activities }: SentAs): string {
  return JSON.stringify({ s: serviceUrl, c: conversation, a: activities });
}

/** Null for what is no reference of this adapter. Pure. */
export function readRef(ref: string): SentAs | null {
  const parsed = refSchema.safeParse(jsonOf(ref));
  if (!parsed.success) return null;
  return { serviceUrl: parsed.data.s, conversation: parsed.data.c, activities: parsed.data.a };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
