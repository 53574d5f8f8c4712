import { isErrorWord, isPlaceholder } from '../benign.js';
import { classesOf, isGuid, isJoinedWords, isKnownShape, looksRandom } from '../shape.js';
import { isSpace, lineEnd, readAssigned } from '../values.js';
import { MARK, type View } from '../view.js';
import { acceptStrong } from './assignments.js';
import { type Head, headsOf } from './prose-heads.js';
import { type Token, Tokens } from './prose-tokens.js';
import type { Claim, ScanRule } from './rule.js';

const CJK_LINK =
  /^[\s是为為はがをにと:：=の는은이가를을로으]{0,160}(?:です|입니다)?[\s:：=「『“"'(（]{0,160}$/;

type Candidate = Pick<Token, 'start' | 'text' | 'quoted'>;

/** What is no password whatever it looks like: shapes with a meaning, and pieces of structured text. */
const isCandidate = (token: Candidate): boolean =>
  token.text.length >= 4 &&
  token.text.length <= 256 &&
  !token.text.includes(MARK) &&
  !isPlaceholder(token.text) &&
  !isErrorWord(token.text) &&
  !isKnownShape(token.text) &&
  !/^--?[a-z]|^[a-z_-]+=|^\w+\(|:\/\/|^[\w.-]+\.azurecr\.|^\d+[./:-]\d|"[:,]|[&;]\w+=|^[A-Za-z]\w*=["']/i.test(
    token.text,
  );

/** Directly after "password is": two classes will do; after the bare word three; anywhere near all four. */
function isPassword(token: Candidate, link: 'linked' | 'next' | 'near'): boolean {
  const has = classesOf(token.text);
  // Ordinary words leave here; the rest is dear.
  if (has.kinds < 2 || token.text.length < 5 || !isCandidate(token)) return false;
  const mixed = has.kinds === 4 && token.text.length >= 8 && !/^[\w.@-]+$/.test(token.text);
  if (looksRandom(token.text) && !/[/]{1}[a-z]{3,}\//.test(token.text)) return true;
  // Random letters may happen to hold no digit; words change case at their borders only.
  if (token.text.length >= 20 && has.upper >= 4 && has.turns / token.text.length >= 0.35) return true;
  // `refresh token (ACR:AAD-OAuth.md)`, `credential | gh:Azure/AKS#4593`
  if (
    isJoinedWords(
      token.text,
      link === 'linked' ? /[:/|"{}[\](),`\\]|^[A-Za-z]+#\d+$|\.[a-z]{2,4}$/ : /[^A-Za-z0-9]/,
    )
  )
    return false;
  if (link === 'near') return mixed;
  if (/^[A-Za-z]+(?:[/-][A-Za-z]+)*$/.test(token.text))
    return token.quoted && link === 'linked' && has.kinds >= 3;
  if (has.kinds >= 3 && token.text.length >= 6 && has.digit + has.special > 0) {
    return link === 'linked' || has.special > 0
      ? !/^[A-Z][a-z]+(?:[-.][A-Z]?[a-z]+)*\d?$/.test(token.text)
      : has.turns >= 2;
  }
  return (
    link === 'linked' &&
    has.kinds >= 2 &&
    token.text.length >= (token.quoted ? 5 : 6) &&
    has.digit + has.special > 0 &&
    !/^[a-z]+[-'][a-z]+$/i.test(token.text)
  );
}

/** `secret "acr-pull" not found`: Kubernetes speaks of an object by its name (RFC 1123), which is lower case. */
const OBJECT =
  /^s? "[a-z0-9](?:[a-z0-9.-]{0,62})"(?: in namespace "[a-z0-9-]{1,63}")? (?:not found|is forbidden|already exists|not registered)/;

/** `"{{ vault_password }}"`: what fills it in is written elsewhere. */
const TEMPLATE = /^["' :=]{0,8}[$#]?\{\{/;

function claimAfter(view: View, tokens: Tokens, from: number, limit: number, claim: Claim): void {
  const { text } = view;
  if (OBJECT.test(text.slice(from, from + 180)) || TEMPLATE.test(text.slice(from, from + 16))) return;
  // `"password": …`, `password=…`, `passwords[0]`, `<password>` are settings, not sentences.
  if (
    /^(?:["'\x60]{0,1}\]?\s{0,4}=(?!\s)|["'\x60](?:\s{0,4}:|[,;)&\]}])|[\])]?\s{0,2}=>|[[&>}(.,;\\?!*+#~@%]|\/(?!\S*[\s:]))/.test(
      text.slice(from, from + 40),
    )
  )
    return;
  const stop = lineEnd(text, from, limit - from);
  let link: 'linked' | 'next' | 'near' = /^["'\x60)*]*\s*(?:[:=]|->|\|\s)/.test(text.slice(from, stop))
    ? 'linked'
    : 'next';
  let skip = false;
  let seen = 0;
  let last = from;
  for (let token = tokens.next(from, stop); token; token = tokens.next(token.to, stop)) {
    if (token.from > last + 1 || text.charCodeAt(last) > 0x7f) {
      const gap = text.slice(last, token.from);
      if (/[\u0e00-\uffee]/.test(gap) && !/\ue000/.test(gap)) link = CJK_LINK.test(gap) ? 'linked' : 'near';
    }
    last = token.to;
    if (token.marked) return;
    if (token.links || token.empty) {
      if (token.links && (link === 'next' || token.copula)) link = 'linked';
      skip = false;
      continue;
    }
    if (!skip && isPassword(token, link)) {
      claim(token.start, token.start + token.text.length, isGuid(token.text) ? 'client-secret' : 'password');
      return;
    }
    skip = token.possessive;
    link = 'near';
    seen += 1;
    if (seen > 6 || token.last) return;
  }
}

/** "mit Geheim!123 als Passwort", "FAKE!1pass is the password": looked for backwards, all four classes wanted. */
function claimBefore(view: View, tokens: Tokens, from: number, to: number, claim: Claim): void {
  let begin = to;
  while (begin > from && !isBreak(view.text.charCodeAt(begin - 1))) begin -= 1;
  const near: Token[] = [];
  for (let token = tokens.next(begin, to); token; token = tokens.next(token.to, to)) near.push(token);
  for (const token of near.slice(-4).reverse()) {
    if (token.marked) return;
    // The first token of the window may be cut.
    if (token.from === begin && to - begin >= 80) return;
    if (isPassword(token, 'near')) {
      claim(token.start, token.start + token.text.length, 'password');
      return;
    }
  }
}

/** A line break. */
const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

/** `La contraseña: x`, `пароль = x`: the same judgement as for settings, whose names are ASCII. */
function claimSetting(view: View, from: number, claim: Claim): boolean {
  const separator = /^["'\x60)]{0,2}[ \t]{0,3}([:=])[ \t]{0,4}(?=\S)/.exec(view.text.slice(from, from + 16));
  const value = separator ? readAssigned(view, from + separator[0].length) : undefined;
  if (!separator || !value || value.end <= value.start) return false;
  const text = view.text.slice(value.start, value.end);
  const ascii = /^[\u0021-\u024f\u0400-\u04ff]/.test(text);
  if (
    !ascii ||
    isPlaceholder(text) ||
    !acceptStrong(view, value, ':', { strength: 'strong', kind: 'password' })
  )
    return false;
  claim(value.start, value.end, 'password');
  return true;
}

/** `Password:` at the end of a line and nothing but a password on the next. */
function claimBelow(view: View, from: number, claim: Claim): void {
  // Nothing long stands between the word and the end of its line.
  const end = lineEnd(view.text, from, 16);
  if (!isBreak(view.text.charCodeAt(end))) return;
  const below =
    /^(?: {0,2}(?:is|ist|lautet|est|es))?[ \t]{0,2}[:=]?[ \t]{0,4}(?:\r?\n[ \t]{0,8}){1,2}([^\s]{8,128})[ \t]{0,4}(?:\r?\n|$)/i.exec(
      view.text.slice(from, from + 180),
    );
  const text = below?.[1];
  if (!below || text === undefined || /[$#>:%,]$|^[[<({]/.test(text)) return;
  const start = from + below[0].indexOf(text);
  if (classesOf(text).kinds >= 3 && isPassword({ start, text, quoted: false }, 'linked'))
    claim(start, start + text.length, 'password');
}

const ASKS = /(?:^|[^\p{L}])(?:what|which|whats|welches|welche|was|quel|quelle|qué|cuál|qual)[^\n]{0,40}$/iu;
/** The rest of the line, who answers, and the answer. */
const ANSWER =
  /^[^\n]{0,60}\n(?:(?:\[[^\]\n]{1,24}\]|\d{1,2}:\d{2})[^\n]{0,60}\n|[^\n:]{1,60}:[ \t]{0,4}\n?)?[ \t]{0,8}([^\s]{8,128})[ \t]{0,4}(?:\r?\n|$)/;

/** "what pw are you using", and nothing but a password in the answer of a chat. */
function claimAnswer(view: View, { start, end }: Head, claim: Claim): void {
  if (!ASKS.test(view.text.slice(Math.max(0, start - 60), start))) return;
  const found = ANSWER.exec(view.text.slice(end, end + 320));
  const text = found?.[1];
  if (!found || text === undefined || classesOf(text).kinds < 3) return;
  const at = end + found[0].lastIndexOf(text);
  if (isPassword({ start: at, text, quoted: false }, 'linked')) claim(at, at + text.length, 'password');
}

function scan(view: View, claim: Claim): void {
  const heads = headsOf(view);
  const tokens = new Tokens(view.text);
  let before = 0;
  for (const [i, { start, end }] of heads.entries()) {
    const next = heads[i + 1];
    // A window ends where the next word begins, else a text of nothing but these words would cost its square.
    const wordNext = next !== undefined && isSpace(view.text.charCodeAt(next.end));
    const limit = next !== undefined && (wordNext || next.start - end < 3) ? next.start : view.text.length;
    const ascii = /^[\u0000-\u007f]*$/.test(view.text.slice(start, end));
    const set = !ascii && claimSetting(view, end, claim);
    if (!set && limit - end >= 4) claimAfter(view, tokens, end, Math.min(end + 160, limit), claim);
    claimBelow(view, end, claim);
    claimAnswer(view, { start, end }, claim);
    if (start - before >= 5) claimBefore(view, tokens, Math.max(before, start - 80), start, claim);
    before = end;
  }
}

/** Passwords in sentences, in the languages people write to us in. */
export const PROSE_RULE: ScanRule = { id: 'prose', needles: [], scan, source: 'own list of words' };
