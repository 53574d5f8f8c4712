import { parseLoginServer } from '../facts/login-server.js';
import { firstMatch } from './lines.js';
import { type Observation, type Output, outputOf, saw } from './output.js';

/**
 * `az aks check-acr`, which runs canipull on a node of the cluster. Its last step exchanges tokens and asks for no
 * repository: success there says nothing about the role.
 */
const checkAcrForms = {
  step: /^(?:\[[0-9TZ:.-]{10,35}\] )?(Checking host name resolution \(|Validating (?:managed identity|service principal) exist[ea]nce: |Validating image pull permission: |ACR location: |Canonical name for ACR \()/,
  name: /^(?:\[[0-9TZ:.-]{10,35}\] )?Checking host name resolution \(([A-Za-z0-9.-]{1,160})\): (SUCCEEDED|FAILED)$/,
  pull: /^(?:\[[0-9TZ:.-]{10,35}\] )?Validating image pull permission: (SUCCEEDED|FAILED)$/,
  can: /^Your cluster can pull images from ([A-Za-z0-9.-]{1,160})!$/,
} as const;

/** Reads what a node saw; null where nothing of it is there. */
export function readCheckAcr(lines: readonly string[]): Output | null {
  const name = firstMatch(lines, checkAcrForms.name);
  const can = firstMatch(lines, checkAcrForms.can);
  const started = firstMatch(lines, checkAcrForms.step) !== null;
  if (!started && can === null) return null;
  const exchanged = can !== null || firstMatch(lines, checkAcrForms.pull)?.[1] === 'SUCCEEDED';
  return outputOf('az aks check-acr', {
    about: parseLoginServer(name?.[1] ?? can?.[1] ?? ''),
    environment: 'kubernetes',
    seen: observations(name?.[2] ?? null, exchanged),
    notes: exchanged ? ['exchange-only'] : [],
  });
}

/** Why a name was not resolved, and to which address it was, canipull does not say. */
function observations(name: string | null, exchanged: boolean): readonly Observation[] {
  if (exchanged) return [saw('connection', 'connects'), saw('challenge', 'challenged')];
  return name === 'FAILED' ? [saw('challenge', 'no-answer')] : [];
}
