import { verifyAudit } from '../../src/access/audit.js';
import type { AuditRow, Ledger } from '../../src/access/ledger.js';
import type { Ground } from './ground.js';

/** What does not hold; empty: everything does. */
export type Wrong = readonly string[];

/** The audit is one chain, in which each of these events is there once for each of its requests, and nothing has failed. */
export async function trailOf(
  ledger: Ledger,
  events: Readonly<Record<string, readonly string[]>>,
): Promise<Wrong> {
  const rows = await auditOf(ledger);
  const verdict = verifyAudit(rows);
  const broken = verdict.ok ? [] : [`the chain is broken at ${verdict.seq}: ${verdict.why}`];
  const failures = rows.filter(({ event }) => /failed|given-up|void/.test(event)).map(({ body }) => body);
  return [
    ...broken,
    ...failures,
    ...Object.entries(events).flatMap(([event, ids]) => {
      const about = rows.filter((row) => row.event === event).map(({ body }) => requestIn(body));
      return same(`entries ${event}`, about, ids);
    }),
  ];
}

export async function inState(ledger: Ledger, ids: readonly string[], state: string): Promise<Wrong> {
  const found = await Promise.all(ids.map(async (id) => (await ledger.request(id))?.state ?? 'none'));
  return found.flatMap((it, i) => (it === state ? [] : [`${ids[i]} is ${it}, not ${state}`]));
}

/** Everybody hears of it; twice only who was being told when a process died. */
export function toldOf({ chat, mayRepeat }: Ground, what: string, ids: readonly string[]): Wrong {
  const told = chat.told.filter((it) => it.startsWith(`${what} `)).map((it) => it.slice(what.length + 1));
  const twice = told.length - new Set(told).size;
  return [
    ...same(`told that ${what}`, [...new Set(told)], ids),
    ...(twice > mayRepeat ? [`${twice} told again that ${what}`] : []),
  ];
}

/** In any order. */
export function same(what: string, found: readonly string[], wanted: readonly string[]): Wrong {
  const [is, should] = [found, wanted].map((it) => it.toSorted().join(' '));
  return is === should ? [] : [`${what}: ${is || 'none'}, not ${should || 'none'}`];
}

async function auditOf(ledger: Ledger): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = [];
  for (;;) {
    const some = await ledger.audit(rows.at(-1)?.seq ?? 0, 500);
    if (some.length === 0) return rows;
    rows.push(...some);
  }
}

function requestIn(body: string): string {
  const { request }: { readonly request?: unknown } = JSON.parse(body);
  return String(request);
}
