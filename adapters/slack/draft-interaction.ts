import type { z } from 'zod';
import type { Draft, Drafted } from './draft.js';
import { FIELD_ACTION, PASTE_BLOCK, readAction, readValues } from './ids.js';
import { blockActions, command, messageAction, modalOrigin, viewSubmission } from './payloads.js';
import { unescaped } from './unescape.js';

/** Reads `/acr-help …`; without words it asks for the form. Pure. */
export function draftOfCommand(body: unknown): Drafted {
  const read = command.safeParse(body);
  if (!read.success) return refused(read.error, 'team_id');
  const { team_id, enterprise_id, user_id, channel_id, trigger_id, response_url, text } = read.data;
  const words = unescaped(text, null);
  return {
    key: `slack:trigger:${trigger_id}`,
    team: team_id,
    enterprise: enterprise_id ?? null,
    user: user_id,
    homes: [],
    channel: channel_id,
    thread: null,
    // Commands say nothing about who else reads the channel.
    shared: null,
    responseUrl: response_url ?? null,
    what: words === '' ? { kind: 'form-wanted', trigger: trigger_id } : { kind: 'command', text: words },
  };
}

/** Reads "Diagnose this message". Pure. */
export function draftOfShortcut(body: unknown): Drafted {
  const read = messageAction.safeParse(body);
  if (!read.success) return refused(read.error, 'team');
  const { channel, message, message_ts } = read.data;
  return {
    ...common(read.data),
    channel: channel.id,
    thread: message.thread_ts ?? message.ts ?? message_ts ?? null,
    what: { kind: 'shortcut', content: message },
  };
}

/** Reads a press, an answer or a form within a message. Pure. */
export function draftOfAction(body: unknown): Drafted {
  const read = blockActions.safeParse(body);
  if (!read.success) return refused(read.error, 'team');
  const { actions, channel, message, state } = read.data;
  const [first] = actions;
  const pressed = first === undefined ? null : readAction(first);
  if (pressed === null) return 'unknown-action';
  return {
    ...common(read.data),
    channel: channel?.id ?? null,
    thread: message?.thread_ts ?? null,
    what: { kind: 'pressed', pressed, values: readValues(state?.values ?? {}) },
  };
}

/** Reads what was put into the form for a paste. The text is as it was typed: nothing is escaped in it. Pure. */
export function draftOfPaste(body: unknown): Drafted {
  const read = viewSubmission.safeParse(body);
  if (!read.success) return refused(read.error, 'team');
  const { view } = read.data;
  const origin = originOf(view.private_metadata);
  return {
    ...common(read.data),
    channel: origin,
    thread: null,
    what: { kind: 'command', text: (view.state.values[PASTE_BLOCK]?.[FIELD_ACTION]?.value ?? '').trim() },
  };
}

function originOf(metadata: string): string | null {
  try {
    const read = modalOrigin.safeParse(JSON.parse(metadata));
    return read.success ? read.data.channel : null;
  } catch {
    return null;
  }
}

type Actor = Pick<
  z.output<typeof blockActions>,
  'team' | 'enterprise' | 'user' | 'trigger_id' | 'response_url'
>;

function common({
  team,
  enterprise,
  user,
  trigger_id,
  response_url,
}: Actor): Omit<Draft, 'channel' | 'thread' | 'what'> {
  return {
    key: `slack:trigger:${trigger_id}`,
    team: team.id,
    enterprise: enterprise?.id ?? null,
    user: user.id,
    homes: user.team_id === undefined ? [] : [user.team_id],
    shared: null,
    responseUrl: response_url ?? null,
  };
}

function refused({ issues }: z.ZodError, field: string): Drafted {
  return issues.some(({ path }) => path[0] === field) ? 'no-team' : 'unexpected-shape';
}
