import { type Answer, ok } from '../answer.js';
import type { ArmClients } from '../clients.js';
import type { RegistryRecord } from '../ports.js';
import { registriesIn } from './find-registry.js';
import { subscriptionsOf } from './subscriptions.js';

/**
 * Every registry that the identity may see; where one subscription cannot be read, nothing is known.
 *
 * @param configured subscriptions to look in; null for all that the identity may read
 */
export async function listRegistries(
  clients: ArmClients,
  configured: readonly string[] | null,
  signal: AbortSignal,
): Promise<Answer<readonly RegistryRecord[]>> {
  const readable = configured === null ? await subscriptionsOf(clients)(null, signal) : null;
  if (readable?.ok === false) return readable;
  const ids = configured ?? readable?.value.map(({ id }) => id) ?? [];
  const lists = await Promise.all(ids.map((id) => registriesIn(clients)(id, signal)));
  const unread = lists.find((it): it is Answer<never> => !it.ok);
  return unread ?? ok(lists.flatMap((it) => (it.ok ? it.value : [])));
}
