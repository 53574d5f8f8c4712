import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { parseGuid } from '../../diagnosis/facts/guid.js';
import { redact } from '../../diagnosis/redact/redact.js';
import type { LoggedIdentity, LoginEvent } from '../login-events.js';
import { clientOf } from './user-agent.js';

/** A table of Log Analytics as the SDK gives it. */
export interface Table {
  readonly columnDescriptors: readonly { readonly name?: string }[];
  readonly rows: readonly (readonly unknown[])[];
}

const rowShape = z.object({
  TimeGenerated: z.union([z.date(), z.string()]),
  Identity: z.string().nullish(),
  CallerIpAddress: z.string().nullish(),
  ResultDescription: z.string().nullish(),
  UserAgent: z.string().nullish(),
});

/**
 * The events in a table, by the names of its columns; null where it is not the table that was asked for. Whoever signs
 * in writes their own user agent and user name: what is no value of a known kind is not taken over. Pure.
 *
 * @param names names that were asked for, which may be told
 */
export function eventsIn(
  { columnDescriptors, rows }: Table,
  names: readonly string[],
): readonly LoginEvent[] | null {
  const columns = columnDescriptors.map(({ name }) => name ?? '');
  const events: LoginEvent[] = [];
  for (const row of rows) {
    const found = rowShape.safeParse(Object.fromEntries(columns.map((name, i) => [name, row[i]])));
    const time = new Date(found.data?.TimeGenerated ?? Number.NaN);
    if (found.data === undefined || Number.isNaN(time.getTime())) return null;
    const { Identity, CallerIpAddress, ResultDescription, UserAgent } = found.data;
    events.push({
      at: `${time.toISOString().slice(0, 19)}Z`,
      status: statusOf(ResultDescription ?? ''),
      identity: identityOf(Identity ?? '', names),
      ip: addressOf(CallerIpAddress ?? ''),
      client: clientOf(UserAgent ?? ''),
    });
  }
  return events;
}

function statusOf(text: string): number | null {
  return /^[1-5]\d\d$/.test(text) ? Number(text) : null;
}

const principalName = /^[A-Za-z0-9][A-Za-z0-9._+'#-]{0,99}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}$/;

function identityOf(text: string, names: readonly string[]): LoggedIdentity {
  if (text.trim() === '') return { kind: 'none' };
  const known = names.find((name) => name.toLowerCase() === text.toLowerCase());
  const guid = parseGuid(text);
  if (known !== undefined || guid !== null) return { kind: 'named', name: known ?? guid ?? '' };
  const told = principalName.test(text) && redact(text).secrets.length === 0;
  return told ? { kind: 'named', name: text } : { kind: 'untold' };
}

/** In the one way to write it. */
function addressOf(text: string): string | null {
  return ipaddr.isValid(text) && /^[0-9A-Fa-f:.]+$/.test(text) ? ipaddr.process(text).toString() : null;
}
