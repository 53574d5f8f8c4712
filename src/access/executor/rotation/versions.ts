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

/**
 * What earlier attempts have put there is no secret of anything. What later ones have is: whoever was stopped for so long
 * that another has their job must leave it alone. Not being able to say so hurts nobody.
 *
 * @param kept id of the version that stays
 */
export async function disableOlder(
  { request, attempt, kept }: { readonly request: string; readonly attempt: number; readonly kept: string },
  place: VaultPlace,
  vaults: Vaults,
  signal: AbortSignal,
): Promise<void> {
  const found = await keptVersions(request, place, vaults, signal);
  if (!found.ok) return;
  for (const { id, tags } of found.value) {
    if (id !== kept && Number(tags['attempt'] ?? 0) < attempt) await vaults.disable(id, signal);
  }
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
