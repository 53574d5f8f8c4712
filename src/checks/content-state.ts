import type { AttributesRecord } from '../azure/ports.js';
import type { Operation } from '../knowledge/vocabulary.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** Which switch of a lock stands in the way of an operation (container-registry-image-lock). */
function isLocked(attributes: AttributesRecord | null, operation: Operation | null): boolean {
  if (attributes === null) return false;
  if (operation === 'delete') return !attributes.deleteEnabled || !attributes.writeEnabled;
  return operation === 'pull' ? !attributes.readEnabled : !attributes.writeEnabled;
}

/** X1: locks, quarantine, storage. Usage and management locks are seen with Reader; lock attributes need data access. */
export const contentState: Check<'content-state'> = {
  id: 'content-state',
  run: async ({ loginServer, repository, reference, operation }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (found.value === null || means.management === null) return unknown(frame, 'missing-right');
    // A new image waits unseen while its registry quarantines; which ones wait, its attributes do not tell.
    const facts = found.value.quarantine ? { quarantine: 'enabled' } : {};
    const tag = reference?.includes(':') ? null : reference;
    const [locks, usages, attributes] = await Promise.all([
      means.management.locks(found.value, signal),
      means.management.usages(found.value, signal),
      means.data === null || repository === null
        ? null
        : Promise.all([
            means.data.attributes(loginServer, repository, null, signal),
            means.data.attributes(loginServer, repository, tag, signal),
          ]),
    ]);
    const full = usages.ok
      ? usages.value.some(({ name, current, limit }) => name === 'Size' && limit > 0 && current >= limit)
      : false;
    if (full && (operation === 'push' || operation === null))
      return verdict<'content-state'>(frame, 'storage-full');
    const shut = attributes?.some((it) => it.ok && isLocked(it.value, operation)) ?? false;
    const readOnly = locks.ok && locks.value.some(({ level }) => level === 'read-only');
    if (shut || readOnly) return verdict<'content-state'>(frame, 'locked', facts);
    // Whoever could not see all of it cannot say that the image is free.
    if (!usages.ok) return unknownFrom(frame, usages.problem, 'Reader');
    if (!locks.ok) return unknownFrom(frame, locks.problem, 'Reader');
    if (attributes === null) return unknown(frame, 'missing-right');
    const [unseen] = attributes.flatMap((it) => (it.ok ? [] : [it.problem]));
    return unseen === undefined ? verdict<'content-state'>(frame, 'free', facts) : unknownFrom(frame, unseen);
  },
};
