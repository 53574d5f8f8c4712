import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two bytes: slow enough for every deadline, fast enough that no idle limit ends it. */
const DRIP = 250;

/** A body that drips byte by byte, or floods, until the client has enough. */
export async function endless(response: ServerResponse, kind: 'drips' | 'huge'): Promise<void> {
  const gone = new Promise((resolve) => response.once('close', resolve));
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"');
  const chunk = 'x'.repeat(kind === 'huge' ? 65_536 : 1);
  while (!response.destroyed) {
    const flows = response.write(chunk);
    if (kind === 'drips') await Promise.race([gone, sleep(DRIP, null, { ref: false })]);
    else if (!flows) await Promise.race([gone, new Promise((resolve) => response.once('drain', resolve))]);
  }
}
