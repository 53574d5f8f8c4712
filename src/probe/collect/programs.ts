import { z } from 'zod';
import { endingAfter } from '../../azure/deadline.js';
import type { ProbeReport } from '../report.js';
import * as value from '../values.js';
import type { Surroundings } from './surroundings.js';

const PROGRAM_MS = 5_000;

const versions = z.object({
  Client: z.object({ Version: value.version }).nullish().catch(null),
  Server: z.object({ Version: z.string() }).nullish().catch(null),
});

/** Docker's client, and whether a daemon answers it. */
export async function docker(
  around: Surroundings,
  signal: AbortSignal,
): Promise<NonNullable<ProbeReport['docker']>> {
  const said = await versionsOf('docker', around, signal);
  if (said === null) return { version: null, daemon: null };
  return { version: said.Client?.Version ?? null, daemon: said.Server?.Version !== undefined };
}

export async function podman(
  around: Surroundings,
  signal: AbortSignal,
): Promise<NonNullable<ProbeReport['podman']>> {
  const said = await versionsOf('podman', around, signal);
  return { version: said?.Client?.Version ?? null };
}

/** Without a daemon docker tells its own version all the same, and ends with an error. */
async function versionsOf(program: 'docker' | 'podman', { run }: Surroundings, signal: AbortSignal) {
  const ran = await endingAfter(PROGRAM_MS, signal, (stop) =>
    run(program, ['version', '--format', '{{json .}}'], stop),
  );
  if (ran === null) return null;
  const said = versions.safeParse(jsonIn(ran.stdout));
  return said.success ? said.data : {};
}

/** Null for text that is no JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
