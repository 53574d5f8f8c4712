import type { Finding } from '../../src/checks/check.js';
import type { Live } from '../conversation/state.js';

/**
 * What a person may see (DESIGN §3): public facts anybody, verdicts about their own identity who is linked. What is
 * kept back reads exactly like "could not be seen". Pure.
 */
export function visibleTo(live: Live | null, finding: Finding): Finding {
  const linked = live?.objectId != null || live?.vantage === 'person';
  if (finding.exposure === 'public' || linked) return finding;
  const { check, vantage, witness, elapsed, at } = finding;
  return {
    check,
    vantage,
    witness,
    elapsed,
    at,
    exposure: 'public',
    facts: {},
    verdict: 'unknown',
    why: 'not-signed-in',
  };
}
