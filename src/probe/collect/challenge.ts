import type { TLSSocket } from 'node:tls';
import { parseChallenges } from '../../azure/challenge.js';
import { send } from '../../azure/http.js';
import * as value from '../values.js';

const ANSWER_MS = 4_000;

export interface Asked {
  readonly status: number;
  /** Host of the realm of the first challenge that has one. */
  readonly realm: string | null;
  /** Of the answer's `Date`, in milliseconds since the epoch; null where it has none. */
  readonly date: number | null;
}

/** Asks a registry for a path without a sign-in, and closes the connection. Null where no answer came. */
export async function ask(
  socket: TLSSocket,
  host: string,
  path: string,
  signal: AbortSignal,
): Promise<Asked | null> {
  const result = await send(socket, { host, method: 'GET', path }, ANSWER_MS, signal);
  socket.destroy();
  if (result.kind !== 'answered') return null;
  const { status, headers } = result.response;
  if (!value.status.safeParse(status).success) return null;
  const date = Date.parse(headers.date ?? '');
  return { status, realm: realmOf(headers['www-authenticate']), date: Number.isNaN(date) ? null : date };
}

/** The realm is told, never asked. */
function realmOf(header: string | undefined): string | null {
  const challenges = parseChallenges(header ?? '') ?? [];
  const realm = challenges.map(({ parameters }) => parameters.get('realm')).find((it) => it !== undefined);
  if (realm === undefined || !URL.canParse(realm)) return null;
  const host = value.host.safeParse(new URL(realm).hostname);
  return host.success ? host.data : null;
}
