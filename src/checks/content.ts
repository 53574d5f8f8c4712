import { distance } from 'fastest-levenshtein';
import type { AttributesRecord, RegistryData } from '../azure/ports.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { Operation } from '../knowledge/vocabulary.js';
import type { Check, Outcome } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** N3: is the image there? Needs the data-reader capability or the person's own sign-in. */
const imageExists: Check<'image-exists'> = {
  id: 'image-exists',
  run: async ({ loginServer, repository, reference }, means, _shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    if (repository === null || reference === null) return unknown(frame, 'missing-fact');
    if (means.data === null) return unknown(frame, 'missing-right');
    const manifest = await means.data.manifest(loginServer, repository, reference, signal);
    if (!manifest.ok) return unknownFrom(frame, manifest.problem);
    if (manifest.value !== null) return verdict<'image-exists'>(frame, 'exists');
    // With the bot's rights somebody would read names that they may not see themselves.
    const others =
      means.vantage === 'person' ? await instead(means.data, loginServer, repository, signal) : {};
    return verdict<'image-exists'>(frame, 'missing', others);
  },
};

/** What there is in place of an image that is not: other tags, else repositories with a name that is close. */
async function instead(
  data: RegistryData,
  host: LoginServer,
  repository: string,
  signal: AbortSignal,
): Promise<Outcome['facts']> {
  const tags = await data.tags(host, repository, signal);
  if (tags.ok && tags.value !== null && tags.value.length > 0)
    return { tags: tags.value.slice(0, MOST_NAMES).join(', ') };
  const all = await data.catalog(host, signal);
  const close = all.ok ? all.value.filter((name) => isClose(name, repository)) : [];
  return close.length === 0 ? {} : { repositories: close.slice(0, MOST_NAMES).join(', ') };
}

const MOST_NAMES = 5;

/** Names that people take for one another: same last part, one the end of the other, or two letters apart at most. */
function isClose(name: string, wanted: string): boolean {
  const last = (it: string): string => it.slice(it.lastIndexOf('/') + 1);
  return last(name) === last(wanted) || distance(name, wanted) <= MOST_EDITS;
}

const MOST_EDITS = 2;

/** N3: has the image a variant for the platform that was asked for? A manifest without a list says nothing about it. */
const imagePlatform: Check<'image-platform'> = {
  id: 'image-platform',
  run: async ({ loginServer, repository, reference, platform }, means, _shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    if (repository === null || reference === null || platform === null) return unknown(frame, 'missing-fact');
    if (means.data === null) return unknown(frame, 'missing-right');
    const manifest = await means.data.manifest(loginServer, repository, reference, signal);
    if (!manifest.ok) return unknownFrom(frame, manifest.problem);
    const platforms = manifest.value?.platforms ?? [];
    if (platforms.length === 0) return unknown(frame, 'not-supported');
    const facts = { platforms: platforms.slice(0, MOST_PLATFORMS).join(', ') };
    return verdict<'image-platform'>(frame, platforms.includes(platform) ? 'offered' : 'missing', facts);
  },
};

const MOST_PLATFORMS = 8;

/** Which switch of a lock stands in the way of an operation (container-registry-image-lock). */
function isLocked(attributes: AttributesRecord | null, operation: Operation | null): boolean {
  if (attributes === null) return false;
  if (operation === 'delete') return !attributes.deleteEnabled || !attributes.writeEnabled;
  return operation === 'pull' ? !attributes.readEnabled : !attributes.writeEnabled;
}

/** X1: locks, quarantine, storage. Usage and management locks are seen with Reader; lock attributes need data access. */
const contentState: Check<'content-state'> = {
  id: 'content-state',
  run: async ({ loginServer, repository, reference, operation }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (found.value === null || means.management === null) return unknown(frame, 'missing-right');
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
    if (shut || readOnly) return verdict<'content-state'>(frame, 'locked');
    // Whoever could not see all of it cannot say that the image is free.
    if (!usages.ok) return unknownFrom(frame, usages.problem, 'Reader');
    if (!locks.ok) return unknownFrom(frame, locks.problem, 'Reader');
    if (attributes === null) return unknown(frame, 'missing-right');
    const [unseen] = attributes.flatMap((it) => (it.ok ? [] : [it.problem]));
    return unseen === undefined ? verdict<'content-state'>(frame, 'free') : unknownFrom(frame, unseen);
  },
};

/** Checks on what the registry holds. */
export const contentChecks = [imageExists, imagePlatform, contentState] as const;
