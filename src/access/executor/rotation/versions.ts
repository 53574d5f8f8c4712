import { type Answer, ok } from '../../../azure/answer.js';
import type { VaultPlace, Vaults, VaultVersion } from '../../../azure/vault.js';
import type { Again } from '../outcome.js';
import { afterNotWritten } from './fresh.js';

/** What attempts of a request have put into the vault, and it still gives out. */
export async function keptVersions(
  request: string,
  place: VaultPlace,
  vaults: Vaults,
  signal: AbortSignal,
): Promise<Answer<readonly VaultVersion[]>> {
  const found = await vaults.versions(place, signal);
  if (!found.ok) return found;
  return ok(found.value.filter(({ enabled, tags }) => enabled && tags['request'] === request));
}

/** What earlier attempts have put there is no secret of anything. Not being able to say so hurts nobody. */
export async function disableOlder(
  request: string,
  place: VaultPlace,
  newest: string,
  vaults: Vaults,
  signal: AbortSignal,
): Promise<void> {
  const kept = await keptVersions(request, place, vaults, signal);
  if (!kept.ok) return;
  for (const { id } of kept.value) if (id !== newest) await vaults.disable(id, signal);
}

/**
 * Has a version given to nobody any more whose secret was made worthless. Null: it is so, or the vault does not let it be
 * done; a dead secret that is given out hurts nobody.
 */
export async function disableVersion(id: string, vaults: Vaults, signal: AbortSignal): Promise<Again | null> {
  const disabled = await vaults.disable(id, signal);
  if (disabled.kind === 'disabled' || disabled.kind === 'was-gone') return null;
  const after = afterNotWritten(disabled);
  return after.kind === 'again' ? after : null;
}
