import { diagnose } from '../../../src/diagnosis/diagnose.js';
import type { Output } from '../../../src/diagnosis/outputs/output.js';

/** What a paste answers: check → verdict. */
export function verdictsIn(text: string): Record<string, string> {
  return verdictsOf(diagnose(text).reading.outputs);
}

/** What outputs answer: check → verdict. */
export function verdictsOf(outputs: readonly Output[]): Record<string, string> {
  return Object.fromEntries(
    outputs.flatMap(({ seen }) => seen.map(({ check, verdict }) => [check, verdict])),
  );
}
