import { z } from 'zod';
import { isTooDeep } from '../../../src/http/nesting.js';

const short = z.string().max(1024);
const account = z.object({
  id: short.optional(),
  name: short.optional(),
  aadObjectId: short.optional(),
  role: short.optional(),
  tenantId: short.optional(),
});

/**
 * What is read of an activity (Bot Framework Activity schema 3.1; Teams' `channelData`). Everything else is dropped
 * before the SDK sees it: `deliveryMode`, for one, would turn answers into the body of the response.
 */
const schema = z.object({
  type: z.string().min(1).max(64),
  id: short.optional(),
  timestamp: short.optional(),
  name: short.optional(),
  action: short.optional(),
  channelId: short,
  serviceUrl: short,
  from: account.optional(),
  recipient: account.optional(),
  conversation: z
    .object({
      id: short,
      conversationType: short.optional(),
      isGroup: z.boolean().optional(),
      tenantId: short.optional(),
    })
    .optional(),
  locale: z.string().max(64).optional().catch(undefined),
  text: z.string().optional(),
  textFormat: short.optional(),
  replyToId: short.optional(),
  attachments: z
    .array(z.object({ contentType: short.optional(), content: z.unknown().optional() }))
    .optional()
    .catch(undefined),
  entities: z
    .array(z.object({ type: short, text: short.optional(), mentioned: account.optional() }))
    .optional()
    .catch(undefined),
  membersAdded: z.array(account).optional().catch(undefined),
  channelData: z
    .object({
      tenant: z.object({ id: short }).optional(),
      team: z.object({ id: short.optional() }).optional(),
      channel: z.object({ id: short.optional(), type: short.optional() }).optional(),
    })
    .optional(),
  value: z.unknown().optional(),
});

export type TeamsActivity = z.output<typeof schema>;

/** Reads a body; null for one that is no activity. Pure. */
export function parseActivity(body: Buffer): TeamsActivity | null {
  const text = body.toString('utf8');
  if (isTooDeep(text)) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? parsed.data : null;
}
