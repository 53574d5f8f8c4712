import { z } from 'zod';

/** Shapes of what Slack delivers, as far as it is read (https://docs.slack.dev/reference/events and /interaction-payloads). */

const userId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/);
const teamId = z.string().regex(/^T[A-Z0-9]{2,20}$/);
const enterpriseId = z.string().regex(/^E[A-Z0-9]{2,20}$/);
const channelId = z.string().regex(/^[CDG][A-Z0-9]{2,20}$/);
const timestamp = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
/** What `chat.update` and threads name a message by. */
export const messageTimestamp = timestamp;

const file = z.object({
  size: z.number().nonnegative().default(0),
  mimetype: z.string().max(200).default(''),
  mode: z.string().max(40).default(''),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});
export type FileInfo = z.output<typeof file>;

/** What can be read of a message, somebody's own or one that they point at. */
const content = {
  text: z.string().default(''),
  files: z.array(file).max(20).default([]),
  attachments: z.array(z.unknown()).default([]),
  blocks: z.array(z.unknown()).default([]),
};

const content_ = z.object(content);
export type Content = z.output<typeof content_>;

/** Where a user of an event is at home. */
const homes = {
  team: teamId.optional(),
  user_team: teamId.optional(),
  source_team: teamId.optional(),
};

export const eventEnvelope = z.object({
  event_id: z.string().regex(/^[\w-]{1,80}$/),
  team_id: teamId,
  enterprise_id: enterpriseId.nullish(),
  is_ext_shared_channel: z.boolean().default(false),
  event: z.object({ type: z.string() }),
});

export const mentionEvent = z.object({
  ...content,
  ...homes,
  user: userId,
  channel: channelId,
  ts: timestamp,
  thread_ts: timestamp.optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  edited: z.unknown().optional(),
});

/** Subtypes of messages that have no author (deleted, changed, joined, …) lack `user`: those are not read on. */
export const messageEvent = mentionEvent.extend({
  user: userId.optional(),
  channel_type: z.string(),
});

export const homeEvent = z.object({ user: userId, channel: channelId, tab: z.string() });

export const command = z.object({
  team_id: teamId,
  enterprise_id: enterpriseId.optional(),
  user_id: userId,
  channel_id: channelId,
  text: z.string().default(''),
  trigger_id: z.string().min(1).max(200),
  response_url: z.string().optional(),
});

/** What every interaction says of who and where from. */
const actor = {
  team: z.object({ id: teamId }),
  enterprise: z.object({ id: enterpriseId }).nullish(),
  user: z.object({ id: userId, team_id: teamId.optional() }),
  trigger_id: z.string().min(1).max(200),
  response_url: z.string().optional(),
};

export const messageAction = z.object({
  ...actor,
  channel: z.object({ id: channelId }),
  message_ts: timestamp.optional(),
  message: z.object({ ...content, ts: timestamp.optional(), thread_ts: timestamp.optional() }),
});

const option = z.object({ value: z.string() });
export const blockAction = z.object({
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: option.nullish(),
});
export type BlockAction = z.output<typeof blockAction>;

/** `selected_option` stands in lists only, `null` where nothing is chosen. */
const field = z.object({ value: z.string().nullish(), selected_option: option.nullish() });
export type Entered = z.output<typeof field>;
const entered = z.record(z.string(), z.record(z.string(), field));

export const blockActions = z.object({
  ...actor,
  channel: z.object({ id: channelId }).optional(),
  message: z.object({ ts: timestamp, thread_ts: timestamp.optional() }).optional(),
  actions: z.array(blockAction).min(1).max(25),
  state: z.object({ values: entered.default({}) }).optional(),
});

export const viewSubmission = z.object({
  ...actor,
  view: z.object({
    id: z.string().min(1).max(40),
    private_metadata: z.string().default(''),
    state: z.object({ values: entered }),
  }),
});

/** Ids only: Slack keeps it beside the form. */
export const modalOrigin = z.object({ channel: channelId });
