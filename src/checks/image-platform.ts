import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** N3: has the image a variant for the platform that was asked for? A manifest without a list says nothing about it. */
export const imagePlatform: Check<'image-platform'> = {
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
