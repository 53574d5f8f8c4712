import type { Symptom } from '../../knowledge/vocabulary.js';
import { hostsIn, ownerAt } from './hosts.js';
import { type MarkId, marks } from './marks.js';
import { presence } from './presence.js';
import { fold, type Signature } from './signature.js';
import { type SignatureId, signature, signatureIds } from './signatures.js';

/** What a text shows, before it is weighed. */
export interface Matches {
  /** Signatures whose words are there and belong to the registry, or to no named host. */
  readonly own: ReadonlySet<SignatureId>;
  /** Signatures whose every occurrence stands beside the host of another registry. */
  readonly foreign: ReadonlySet<SignatureId>;
  /** Those of `foreign` that stand beside Microsoft's public registry. */
  readonly public: ReadonlySet<SignatureId>;
  readonly marks: ReadonlySet<MarkId>;
  /** A login server, even masked or malformed, stands in the text. */
  readonly acrHost: boolean;
  /** The host of another registry stands in the text. */
  readonly otherHost: boolean;
  readonly publicHost: boolean;
}

/** Occurrences of one signature that are looked at; the rest of a long log repeats them. */
const OCCURRENCES = 6;

function found(entry: { pattern: RegExp; keys: readonly string[] }, has: (key: string) => boolean): boolean {
  return entry.keys.some(has);
}

/** What happens on the person's machine or with the name as typed has no owner among the registries. */
export const localSymptoms: ReadonlySet<Symptom> = new Set<Symptom>([
  'cloud-shell',
  'docker-unavailable',
  'docker-outdated',
  'credential-store',
  'image-unqualified',
  'platform-missing',
]);

type Belongs = 'own' | 'foreign' | 'public' | null;

/** Whose the occurrences of a pattern are; the best of the first few wins. */
function belongs(entry: Signature, text: string, hosts: ReturnType<typeof hostsIn>): Belongs {
  // Entra, Resource Manager and az name the registry in other ways; only registry answers have an owner.
  const owned =
    (entry.scope === 'registry' || entry.scope === 'generic') && !localSymptoms.has(entry.symptom);
  if (!owned || hosts.length === 0) return entry.pattern.test(text) ? 'own' : null;
  const every = new RegExp(entry.pattern.source, `${entry.pattern.flags}g`);
  let best: Belongs = null;
  let seen = 0;
  for (const match of text.matchAll(every)) {
    const owner = ownerAt(text, hosts, match.index, match.index + match[0].length);
    if (owner === 'acr' || owner === null) return 'own';
    if (best === null || owner === 'other') best = owner === 'mcr' ? 'public' : 'foreign';
    seen += 1;
    if (seen >= OCCURRENCES) break;
  }
  return best;
}

/** Finds the signatures and marks of a normalised text. Linear in its length. */
export function match(text: string): Matches {
  const has = presence(fold(text));
  const hosts = hostsIn(text);
  const own = new Set<SignatureId>();
  const foreign = new Set<SignatureId>();
  const publicRegistry = new Set<SignatureId>();
  for (const id of signatureIds) {
    const entry = signature(id);
    if (!found(entry, has)) continue;
    const whose = belongs(entry, text, hosts);
    if (whose === 'own') own.add(id);
    else if (whose !== null) foreign.add(id);
    if (whose === 'public') publicRegistry.add(id);
  }
  const shown = new Set<MarkId>();
  // Object.entries widens the keys; those of the const table are exactly MarkId.
  for (const [id, mark] of Object.entries(marks) as [MarkId, (typeof marks)[MarkId]][]) {
    if (found(mark, has) && mark.pattern.test(text)) shown.add(id);
  }
  return {
    own,
    foreign,
    public: publicRegistry,
    marks: shown,
    acrHost: hosts.some((host) => host.owner === 'acr'),
    otherHost: hosts.some((host) => host.owner === 'other'),
    publicHost: hosts.some((host) => host.owner === 'mcr'),
  };
}
