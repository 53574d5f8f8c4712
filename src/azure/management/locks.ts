import { z } from 'zod';
import { type Answer, ok } from '../answer.js';
import type { ArmClients } from '../clients.js';
import type { LockRecord, RegistryRecord } from '../ports.js';
import type { Ask } from '../run-cache.js';
import { answered } from './ask.js';
import { isAtOrAbove, scopesAbove } from './ids.js';

const path = '/providers/Microsoft.Authorization/locks';
const shape = z.object({
  id: z.string(),
  name: z.string(),
  properties: z.object({ level: z.string() }),
});
const levels: Readonly<Record<string, LockRecord['level']>> = {
  ReadOnly: 'read-only',
  CanNotDelete: 'cannot-delete',
};

type Lock = LockRecord & { readonly id: string };

/**
 * Locks that count for a registry, its own and inherited ones (api-version 2016-09-01). The sources disagree whether
 * the list of a resource names those of its group and subscription, so each level is asked and what lies elsewhere is
 * left out. A lock that is seen is certain; without one, a level that may not be read is the answer.
 */
export function locksOf({ rest }: ArmClients): Ask<RegistryRecord, readonly LockRecord[]> {
  return async (registry, signal) => {
    const asked = scopesAbove(registry).map((scope) =>
      answered('Microsoft.Authorization/locks/read', () =>
        rest.list(`${scope}${path}?api-version=2016-09-01`, shape, signal),
      ),
    );
    const answers = await Promise.all(asked);
    const all = answers.flatMap((answer) => (answer.ok ? answer.value : []));
    const locks = new Map<string, Lock>();
    for (const lock of all.map(lockOf)) {
      if (lock !== null && isAtOrAbove(scopeOf(lock.id), registry.id)) locks.set(lock.id.toLowerCase(), lock);
    }
    const problem = answers.find((answer): answer is Answer<never> => !answer.ok);
    if (locks.size === 0 && problem !== undefined) return problem;
    return ok([...locks.values()].map(({ name, level }) => ({ name, level })));
  };
}

function lockOf({ id, name, properties }: z.infer<typeof shape>): Lock | null {
  const level = levels[properties.level];
  return level === undefined ? null : { id, name, level };
}

function scopeOf(lockId: string): string {
  return lockId.slice(0, lockId.toLowerCase().lastIndexOf(path.toLowerCase()));
}
