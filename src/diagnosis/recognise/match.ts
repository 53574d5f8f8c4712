import type { Symptom } from '../../knowledge/vocabulary.js';
import { type Voice, voiceAt, voices } from '../voice.js';
import { type Clue, compile, keywordsOf, needles, places, type Span, wordingOf } from './clue.js';
import { type HostAt, hostsIn, knownHosts, ownerAt } from './hosts.js';
import { type MarkId, marks } from './marks/marks.js';
import { indexed, presence } from './presence.js';
import type { Signature } from './signature.js';
import { type SignatureId, signature, signatureIds } from './signatures.js';
import { type View, viewOf } from './view.js';

/** What a text shows, before it is weighed. */
export interface Matches {
  readonly view: View;
  /** Whether a folded text stands anywhere in the view. */
  readonly has: (text: string) => boolean;
  /** Signatures whose words are there and belong to the registry, or to no named host. */
  readonly own: ReadonlySet<SignatureId>;
  /** Signatures whose every occurrence stands beside the host of another registry. */
  readonly foreign: ReadonlySet<SignatureId>;
  /** Those of `foreign` that stand beside Microsoft's public registry. */
  readonly public: ReadonlySet<SignatureId>;
  readonly marks: ReadonlySet<MarkId>;
  /** Who says what a signature says: the surest voice of its occurrences. */
  readonly voices: ReadonlyMap<SignatureId, Voice>;
  /** What of a signature stands in the text itself: its label, else the words it was found by. Constants of the tables. */
  readonly quoted: ReadonlyMap<SignatureId, string>;
  /** A login server, even masked or malformed, stands in the text. */
  readonly acrHost: boolean;
  /** It is written with capitals, under which no credentials are kept: Docker stores those of the lower-case name. */
  readonly capitals: boolean;
  /** The host of another registry stands in the text. */
  readonly otherHost: boolean;
  readonly publicHost: boolean;
}

/** Occurrences of one signature whose owner is asked; the rest of a long log repeats them. */
const OCCURRENCES = 6;

/** A login server with some capitals; one that is all capitals, or named like a variable, stands for another. */
const CAPITALS =
  /(?<![\w.<{$-])(?!(?:my|your|the|acr|registry|container|name)[A-Z])(?=[a-z0-9]{0,49}[A-Z])(?=[A-Z0-9]{0,49}[a-z])[A-Za-z0-9]{5,50}\.azurecr\.(?:io|cn|us)\b/;

type Has = (text: string) => boolean;

function* allPlaces(clues: Iterable<Clue>, view: View, has: Has) {
  for (const clue of clues) yield* places(clue, view, has);
}

function occurs(clues: Iterable<Clue>, view: View, has: Has): boolean {
  return !allPlaces(clues, view, has).next().done;
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

/** Whose the occurrences of a signature are; the best of the first few wins. */
function belongs(
  entry: Signature,
  clues: Iterable<Clue>,
  view: View,
  hosts: readonly HostAt[],
  has: Has,
): Belongs {
  // Entra, Resource Manager and az name the registry in other ways; only registry answers have an owner.
  const elsewhere = hosts.every((host) => host.owner === 'other');
  const owned =
    (entry.scope === 'registry' || entry.scope === 'generic') && !localSymptoms.has(entry.symptom);
  if (!owned || hosts.length === 0) return occurs(clues, view, has) ? 'own' : null;
  let best: Belongs = null;
  let seen = 0;
  for (const [start, end] of allPlaces(clues, view, has)) {
    const owner = ownerAt(view.lines, hosts, start, end);
    // A line without a host goes on with what the lines around it are about.
    if (owner === 'acr' || (owner === null && !elsewhere)) return 'own';
    if (best === null || owner === 'other') best = owner === 'mcr' ? 'public' : 'foreign';
    seen += 1;
    if (seen >= OCCURRENCES) break;
  }
  return best;
}

/** The labels as clues: what is shown as evidence must stand in the text itself. */
const labelClues = new Map(signatureIds.map((id) => [id, compile([signature(id).label])]));

/** The surest voice in which the occurrences of a signature are said; the first few tell. */
function voiceOf(
  { saidBy }: Signature,
  spans: Iterable<Span>,
  quotes: readonly Span[],
  lines: string,
): Voice {
  let best: Voice = 'guessed';
  let seen = 0;
  for (const [start, end] of spans) {
    const verbatim = quotes.some(([from, to]) => from < end && to > start);
    const voice = voiceAt(lines, { start, end, people: saidBy === 'person', verbatim });
    if (voices.indexOf(voice) < voices.indexOf(best)) best = voice;
    seen += 1;
    if (best === 'printed' || seen >= OCCURRENCES) break;
  }
  return best;
}

function wordsOf(clues: Iterable<Clue>, view: View, has: Has): string | null {
  for (const clue of clues) {
    const words = wordingOf(clue, view, has);
    if (words !== null) return words;
  }
  return null;
}

const keywords = indexed([
  ...knownHosts,
  ...signatureIds.flatMap((id) => keywordsOf(signature(id).clues)),
  ...marks.flatMap(({ clues }) => keywordsOf(clues)),
]);

type Holder = SignatureId | MarkId;

interface Watched {
  readonly holder: Holder;
  readonly clue: Clue;
}

/** The clues to try where a keyword is in the text; '' stands for those that are always tried. */
const watched = new Map<string, Watched[]>();
for (const { id, clues } of [...signatureIds.map((id) => ({ id, clues: signature(id).clues })), ...marks]) {
  for (const clue of clues) {
    const texts = needles(clue);
    for (const text of texts.length === 0 ? [''] : texts) {
      watched.set(text, [...(watched.get(text) ?? []), { holder: id, clue }]);
    }
  }
}

/** The clues that can be in a text with these keywords, by the signature or mark that has them. */
function candidates(found: readonly string[]): ReadonlyMap<Holder, ReadonlySet<Clue>> {
  const byHolder = new Map<Holder, Set<Clue>>();
  for (const keyword of ['', ...found]) {
    for (const { holder, clue } of watched.get(keyword) ?? []) {
      const clues = byHolder.get(holder);
      if (clues === undefined) byHolder.set(holder, new Set([clue]));
      else clues.add(clue);
    }
  }
  return byHolder;
}

/** Finds the signatures and marks of a normalised text. Linear in its length. */
export function match(text: string): Matches {
  const view = viewOf(text);
  const { has, found } = presence(view.flat, keywords);
  const possible = candidates(found);
  const hosts = hostsIn(view.lines, has);
  const own = new Set<SignatureId>();
  const foreign = new Set<SignatureId>();
  const publicRegistry = new Set<SignatureId>();
  const voiced = new Map<SignatureId, Voice>();
  const quoted = new Map<SignatureId, string>();
  for (const id of signatureIds) {
    const clues = possible.get(id);
    if (clues === undefined) continue;
    const whose = belongs(signature(id), clues, view, hosts, has);
    if (whose === 'own') own.add(id);
    else if (whose !== null) foreign.add(id);
    if (whose === 'public') publicRegistry.add(id);
    if (whose === null) continue;
    const quotes = [...allPlaces(labelClues.get(id) ?? [], view, has)];
    const voice = voiceOf(signature(id), allPlaces(clues, view, has), quotes, view.lines);
    voiced.set(id, voice);
    const words = quotes.length > 0 ? signature(id).label : wordsOf(clues, view, has);
    if (voice !== 'guessed' && words !== null) quoted.set(id, words);
  }
  return {
    view,
    has,
    own,
    foreign,
    public: publicRegistry,
    voices: voiced,
    quoted,
    marks: new Set(marks.filter(({ id }) => occurs(possible.get(id) ?? [], view, has)).map(({ id }) => id)),
    acrHost: hosts.some((host) => host.owner === 'acr'),
    capitals: CAPITALS.test(text),
    otherHost: hosts.some((host) => host.owner === 'other'),
    publicHost: hosts.some((host) => host.owner === 'mcr'),
  };
}
