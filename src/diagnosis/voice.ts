/**
 * Who speaks at a place of a text. `printed`: a program. `told`: a person says so. `guessed`: a person asks or supposes
 * it, which is a hypothesis and never a finding.
 */
export const voices = ['printed', 'told', 'guessed'] as const;
export type Voice = (typeof voices)[number];

/** How far a sentence is followed each way, in characters. */
const REACH = 400;

/** How lines begin that a program prints, or a person types for one: a prompt, a time, a level, JSON, a cluster's event. */
const machine: readonly RegExp[] = [
  /^(?:[\w.@:~/\\[\] -]{0,60}[\w)\]~\\/:-] ?)?\$ ?\S/,
  /^(?:\[?\w{1,32}@|ps [a-z]:\\)[^\n]{0,60}[#>] ?\S/,
  /^[[(]?\d{4}-\d\d-\d\d[t ]\d\d:/,
  /^[[(]?\d\d:\d\d:\d\d\b/,
  /^[[(#]{0,3}(?:error|warning|warn|err|info|debug|fatal|exception|level)\b ?(?:[\]:=)]|response|from|\d)/,
  /^(?:warning|normal) [a-z]{3,40} \d{1,4}[smhd]/,
  /^[{[<]|^'[\w.-]{1,60}' ?:/,
];

/** A program speaks to whom it serves. */
const secondPerson = /(?<![\w/.-])your?(?![\w/.-])/;

/** A person speaks of themselves. */
const firstPerson =
  /(?<![\w/.-])(?:i|i'm|i've|i'd|we|we're|we've|my|our|ich|wir|mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?)(?![\w/.-])|我|咱/;

/** Words with which people suppose something. */
const supposing =
  /\b(?:maybe|perhaps|(?:i|we) (?:think|guess|suspect|assume|wonder|suppose)|not sure (?:if|whether)|wondering (?:if|whether)|my guess|vielleicht|womöglich|(?:ich|wir) (?:glaube|denke|vermute)n?|liegt es|liegt das|frage mich|nicht sicher, ob|weiß nicht, ob|peut-être|quizás?|tal vez|talvez)(?!\w)|也许|或许|难道|会不会|是不是|怀疑|估计是|我猜/;

/** The same from a person; a program means by them what it cannot know ("the image may be missing"). */
const unsure =
  /\b(?:possibly|probably|might|could be|vermutlich|eventuell|möglicherweise|wahrscheinlich|könnte)(?!\w)|可能|大概|是否|应该是|かもしれ|でしょうか/;

/** The end of a question, and what asks for a reason or a way: that takes for granted what it speaks of. */
const asking = /(?:[?？]|[吗么呢])['")\]）」]{0,3}\s{0,3}$/;
const reasonAsked =
  /^\W{0,3}(?:(?:and|so|but|or|also|then|ok|hi|hello|please|any idea|und|aber|also|nun|hallo|oder)[ ,]{1,2}){0,3}(?:why|how(?! about)|what(?! if| about)|which|where|when|who|warum|wieso|weshalb|wie|was(?! (?:it|this|that|the|there|our|my|he|she|wenn)\b| ist, wenn)|welche[mnrs]?|wo|woran|wann|wer|pourquoi|comment|por qué|cómo|por que|como)(?!\w)|为什么|为何|怎么|怎样|如何|什么|哪|なぜ|どう/;

/** The questions that programs ask begin so; their documented words hold them from there. */
const programAsks = /^(?:is|are|do|does|did|have|has|can) /;

/** Ends of sentences: a mark before a blank or the end, one of those that need no blank, or a dash between blanks. */
function endsAt(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === '\n' || '。！？'.includes(char)) return true;
  if ('-–—'.includes(char)) return text.charAt(at - 1) === ' ' && text.charAt(at + 1) === ' ';
  return '.!?;'.includes(char) && /^(?:['")\]]{0,2}\s|$)/.test(text.slice(at + 1, at + 4));
}

function sentenceFrom(text: string, start: number): number {
  let from = start;
  while (from > 0 && start - from < REACH && !endsAt(text, from - 1)) from -= 1;
  return from;
}

function sentenceTo(text: string, end: number): number {
  let to = Math.max(0, end - 1);
  while (to < text.length && to - end < REACH && !endsAt(text, to)) to += 1;
  return Math.min(text.length, to + 1);
}

function lineAt(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return text.slice(from, to === -1 ? text.length : to);
}

/** Whether a sentence asks whether something is so, or supposes it. */
function isGuess(sentence: string, personal: boolean): boolean {
  if (supposing.test(sentence) || (personal && unsure.test(sentence))) return true;
  return asking.test(sentence) && !reasonAsked.test(sentence);
}

/** Whether the place stands in such a sentence; a stretch over several counts by its ends. */
function guessedAt(lines: string, start: number, end: number, personal: boolean): boolean {
  const first = lines.slice(sentenceFrom(lines, start), sentenceTo(lines, start + 1));
  const last = lines.slice(sentenceFrom(lines, Math.max(start, end - 1)), sentenceTo(lines, end));
  return isGuess(first, personal) || isGuess(last, personal);
}

/** What is said at a place: whose words they are as a rule, and whether they stand there in a program's own form. */
export interface Place {
  readonly start: number;
  readonly end: number;
  /** People say it so, in whatever words. */
  readonly people: boolean;
  /** The documented words themselves stand there. */
  readonly verbatim: boolean;
}

/**
 * Who speaks at a place of a folded text (see `View.lines`). A line in a program's form is a program's. Elsewhere a
 * program's words are still its own, also where a person passes them on; but what somebody says in other words, or asks,
 * is theirs.
 */
export function voiceAt(lines: string, { start, end, people, verbatim }: Place): Voice {
  const line = lineAt(lines, start);
  if (machine.some((pattern) => pattern.test(line))) return 'printed';
  if (!people && programAsks.test(lines.slice(start, start + 8))) return 'printed';
  const own = firstPerson.test(line);
  const personal = people || own;
  // Programs suppose too ("may require 'docker login'"), but ask nobody whether something is so.
  if (guessedAt(lines, start, end, personal)) return 'guessed';
  if (people) return secondPerson.test(line) && !own ? 'printed' : 'told';
  return own && !verbatim ? 'told' : 'printed';
}
