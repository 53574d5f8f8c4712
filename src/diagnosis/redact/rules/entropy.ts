import { isPlaceholder } from '../benign.js';
import { classesOf, entropy, isGuid, looksRandom, withoutPadding } from '../shape.js';
import { MARK, type View } from '../view.js';
import { type Claim, codesOf, type ScanRule } from './rule.js';

/** Labels after which a random-looking text is a name of something. */
const LABELLED =
  /(?:sha\d{1,3}|md5|kid|x5t(?:#S256)?|etag|digest|fingerprint|thumbprint|integrity|checksum|request-?id|activity-?id|correlation-?id|trace(?:parent|-?id)?|x-azure-ref|x-msedge-ref|ref [ab]|key-?id|hint|nonce|state|session-?id|operation-?id|run-?id|build-?id|cursor|skiptoken|etag)["']?\]?\s{0,3}[:=-]?>?\s{0,3}["']?(?:W\/)?["']?$/i;
/** 1 = a character of base64 or base64url. */
const RUN_CODES = codesOf(/[A-Za-z0-9+/=_~-]/);

interface Run {
  readonly begin: number;
  readonly end: number;
}

/** No shorter run is judged. */
const SHORTEST = 20;

/** The next run of `SHORTEST` and more of those characters, from `from` on, where no run has begun before. */
function nextRun(text: string, from: number): Run | undefined {
  let begin = from;
  // A run must reach the last of the next `SHORTEST` characters: from there back, most of a text is never read.
  while (begin + SHORTEST <= text.length) {
    let i = begin + SHORTEST - 1;
    while (i >= begin && RUN_CODES[text.charCodeAt(i)] === 1) i -= 1;
    if (i >= begin) {
      begin = i + 1;
      continue;
    }
    let end = begin + SHORTEST;
    while (end < text.length && RUN_CODES[text.charCodeAt(end)] === 1) end += 1;
    return { begin, end };
  }
  return undefined;
}

/** A path or an id made of names: no part between slashes changes class as often as random text does. */
function isPathLike(run: string): boolean {
  if (!run.includes('/')) return false;
  const parts = run.split('/').filter((part) => part !== '');
  return parts.every(
    (part) => part.length < 3 || /^[a-z-]+$|^\d+$/.test(part) || classesOf(part).turns / part.length < 0.3,
  );
}

function scan(view: View, claim: Claim): void {
  const { text } = view;
  for (let next = nextRun(text, 0); next; next = nextRun(text, next.end + 1)) {
    let start = next.begin;
    let run = text.slice(start, next.end);
    // `NAME=value`, `--flag-value`: judge the part behind the sign, else the one before it; a short value is none.
    const sign = run.lastIndexOf('=', run.length - 3);
    if (sign >= 0 && run.length - sign > SHORTEST) {
      start += sign + 1;
      run = run.slice(sign + 1);
    } else if (sign >= 0) run = run.slice(0, sign);
    if (run.startsWith('-')) {
      const dashes = run.length - run.replace(/^-+/, '').length;
      start += dashes;
      run = run.slice(dashes);
    }
    if (run.length < SHORTEST || !looksRandom(run) || isPathLike(run) || isGuid(run) || isPlaceholder(run))
      continue;
    const bits = entropy(run);
    const plain = withoutPadding(run);
    const has = classesOf(plain);
    if (bits < (run.length >= 24 ? 3.9 : 4.05) || has.special / plain.length > 0.25) continue;
    // File names, hosts and versions go on beyond the run.
    const before = text.charAt(start - 1);
    const after = text.charAt(start + run.length);
    if (
      (before === '.' || after === '.') &&
      /[\w-]/.test(before === '.' ? text.charAt(start - 2) : text.charAt(start + run.length + 1))
    ) {
      if (has.turns / plain.length < 0.4) continue;
    }
    if (before === MARK || after === MARK || LABELLED.test(text.slice(Math.max(0, start - 40), start)))
      continue;
    claim(start, start + run.length, 'high-entropy');
  }
}

/** Last resort: an unlabelled run that looks like base64 of random bytes (old admin passwords, generated keys). */
export const ENTROPY_RULE: ScanRule = {
  id: 'entropy',
  needles: [],
  scan,
  source: 'measured on 10 000 generated keys and on names from logs',
};
