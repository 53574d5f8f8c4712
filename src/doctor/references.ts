import type { Resolution } from '../config/references.js';
import { type Finding, finding } from './finding.js';

/** Which secrets stand in files and vaults, and which of them could not be read. Pure. */
export function judgeReferences({ resolved, unresolved }: Resolution): readonly Finding[] {
  return [
    ...resolved.map(({ name, place, openToAll }) =>
      finding(openToAll ? 'config.reference-open' : 'config.reference', name, { place }),
    ),
    ...unresolved.map(({ name, place, why }) =>
      finding(why === 'vault-unknown' ? 'config.reference-unknown' : 'config.reference-unresolved', name, {
        place,
        why,
      }),
    ),
  ];
}
