import type { SeenEvent } from '../../src/checks/login-events/log-look.js';
import type { EventReading, LoginEventsTexts } from '../../src/knowledge/texts/login-events.js';

/** Rows of one part of the log that are shown; more convince nobody further. */
const MOST_ROWS = 8;

/** Events that are alike, as one row: the newest time, what they have in common, how many. Pure. */
export function rowsOf(texts: LoginEventsTexts, events: readonly SeenEvent[]): readonly string[] {
  const alike = new Map<string, SeenEvent[]>();
  for (const event of events) {
    const { status, identity, ip, client } = event;
    const key = JSON.stringify([status, identity, ip, client]);
    alike.set(key, [...(alike.get(key) ?? []), event]);
  }
  return [...alike.values()].slice(0, MOST_ROWS).flatMap((same) => rowOf(texts, same));
}

function rowOf(texts: LoginEventsTexts, same: readonly SeenEvent[]): readonly string[] {
  const [newest] = same.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (newest === undefined) return [];
  const { at, status, identity, ip, client } = newest;
  const parts = [
    timeOf(at),
    status === null ? texts.noStatus : code(String(status)),
    identity.kind === 'named' ? code(identity.name) : identity.kind === 'none' ? texts.nobody : texts.untold,
    ...(ip === null ? [] : [code(ip)]),
    ...(client === null ? [] : [client]),
    ...(same.length > 1 ? [`${same.length}×`] : []),
  ];
  return [parts.join(' · ')];
}

/** `2026-03-02 08:41:07`, in UTC. */
export function timeOf(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** How the statuses that occur are read, each once. Pure. */
export function readingsOf(events: readonly SeenEvent[]): readonly EventReading[] {
  return [...new Set(events.map(readingOf))];
}

function readingOf({ status, identity }: SeenEvent): EventReading {
  if (status === 401) return identity.kind === 'none' ? 'refused-nobody' : 'refused-identity';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'throttled';
  return status !== null && status >= 500 ? 'service' : 'other';
}
