import { distance } from 'fastest-levenshtein';
import type { RegistryData } from '../azure/ports.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { Check, Outcome } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** N3: is the image there? Needs the data-reader capability or the person's own sign-in. */
export const imageExists: Check<'image-exists'> = {
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
  const close = all.ok ? all.value.filter((name) => isOther(name, repository)) : [];
  return close.length === 0 ? {} : { repositories: close.slice(0, MOST_NAMES).join(', ') };
}

const MOST_NAMES = 5;

/** Another name that people take for the wanted one: with the same last part, or a letter in three apart, two at most. */
function isOther(name: string, wanted: string): boolean {
  const last = (it: string): string => it.slice(it.lastIndexOf('/') + 1);
  const edits = Math.min(MOST_EDITS, Math.floor(wanted.length / LETTERS_AN_EDIT));
  return name !== wanted && (last(name) === last(wanted) || distance(name, wanted) <= edits);
}

const MOST_EDITS = 2;
const LETTERS_AN_EDIT = 3;
