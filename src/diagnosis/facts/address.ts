import { parseIp } from './ip-address.js';
import type { Paste } from './paste.js';
import { type Capture, firstCapture } from './rule.js';

/** Phrases that hold the address that matters: the refused client's, else the one that was dialled. */
const addressPhrases: readonly Capture[] = [
  { pattern: /\bclient with IP ['"]?([0-9a-fA-F.:]{3,45})['"]?/gi, source: 'errors.md §4, firewall refusal' },
  {
    pattern: /\bdial tcp (?:[0-9.:]{3,21}->)?([0-9]{1,3}(?:\.[0-9]{1,3}){3}):\d{1,5}\b/g,
    source: 'Go net.OpError',
  },
  {
    pattern: /\bdial tcp (?:\[[0-9a-f:]{2,45}\]:\d{1,5}->)?\[([0-9a-fA-F:]{2,45})\]:\d{1,5}/g,
    source: 'Go net.OpError',
  },
  {
    pattern: /\bDNS lookup to \S{1,200} at IP ([0-9a-fA-F.:]{3,45})(?=\s|$)/g,
    source: 'az acr check-health',
  },
];

/** The client's address in a firewall refusal, else the dialled one. A resolver's address is neither. */
export function findAddress(paste: Paste): string | null {
  return firstCapture(addressPhrases, paste, parseIp);
}
