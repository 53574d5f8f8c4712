import { readAzAccount } from './az-account.js';
import { readAzRoles } from './az-roles.js';
import { readCheckAcr } from './check-acr.js';
import { readCheckHealth } from './check-health.js';
import { readCurl } from './curl.js';
import { readDig } from './dig.js';
import { readDocker } from './docker.js';
import { readKubectl } from './kubectl.js';
import { linesOf } from './lines.js';
import { readNslookup } from './nslookup.js';
import type { Output } from './output.js';

type Reader = (lines: readonly string[]) => Output | readonly Output[] | null;

const readers: readonly Reader[] = [
  readCheckHealth,
  readNslookup,
  readDig,
  readCurl,
  readCheckAcr,
  readDocker,
  readKubectl,
  readAzAccount,
  readAzRoles,
];

/**
 * The outputs in a normalised text of programs that somebody ran to look; none gives an empty list. Each reader knows the
 * whole lines of its program, so that talk about a program is not taken for what it printed. Never throws; linear.
 */
export function readOutputs(text: string): readonly Output[] {
  const lines = linesOf(text);
  return readers.flatMap((read) => read(lines) ?? []);
}
