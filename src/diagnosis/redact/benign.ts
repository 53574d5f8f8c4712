import { MARK } from './view.js';
import { ERROR_WORDS, PLACEHOLDER_WORDS } from './words.js';

/** Stand-ins that begin with a sign, by that sign. */
const SIGNED: ReadonlyMap<string, readonly RegExp[]> = new Map([
  [
    '$',
    [
      /^\$(?:env:|global:|script:)?[A-Za-z_][\w.]{0,80}(?:\[[^\]]{0,40}\])?$/i, // $VAR $env:VAR
      /^\$[A-Za-z_][\w.]{0,80}\(\)(?:\.[A-Za-z]{1,40})?$/, // $cred.GetNetworkCredential().Password
      /^"?\$\{{1,2}[^}]{0,200}\}{1,2}"?$/, // ${VAR} ${{ secrets.X }}
      /^\$\([\s\S]{0,400}/, // $(command)
      /^\$\{\{?[^}]{0,80}$/, // cut off at a space
    ],
  ],
  ['"', [/^"?\$\{{1,2}[^}]{0,200}\}{1,2}"?$/]],
  ['%', [/^%[A-Za-z_]\w{0,80}%$/, /^%5B[A-Z]{3,12}%5D$/]], // %VAR% [REDACTED]
  ['!', [/^![A-Z][A-Z_]{1,60}!$/]], // !VAR!
  ['{', [/^\{\{[^}]{0,200}\}{0,2}$|^\{[A-Za-z_][\w .-]{0,80}(?:\([\w .:,-]{0,60}\))?\}$|^\{$/]], // {name} {{ .Values.x }}
  ['<', [/^<(?:[A-Za-z\u00c0-\u9fff]|\d{1,5} )[^<>]{0,120}>?$/]], // <password>
  ['[', [/^\[[A-Za-z][A-Za-z _-]{0,60}\]?$/]], // [password]
  ['(', [/^\([A-Za-z][A-Za-z _-]{0,60}\)?$/, /^\(\d{1,4} char[^()]{0,80}\)?$/, /^\(\([^)]{0,80}\)\)$/]], // (hidden) ((var))
  [
    '_',
    [/^__\w{1,60}__$/, /^_{1,2}[a-z]\w{0,80}(?:\.\w{1,60}){0,4}\((?:$|\)$|["']|[a-z_]{2,40}(?:[.(,=[]|$))/],
  ], // deployment tokens, calls
  ['#', [/^#\{[^}]{0,60}\}{1,2}#?$/]],
  [
    '@',
    [
      /^@(?:-|[\w./\\-]{0,100}(?:[/\\][\w.-]{1,80}|\.(?:txt|json|pem|key|env|ya?ml)))$/, // @file
      /^@Microsoft\.KeyVault\(/,
    ],
  ],
  ['.', [/^\.Values\.[\w.]{1,160}$/]], // Helm
]);
/** Stand-ins that begin like a word and hold a dot, colon, bracket or space. */
const NAMED: readonly RegExp[] = [
  /^(?:az|cat|kubectl|pass|op|vault|aws|jq|gcloud|gopass|security|secret-tool|docker)(?:\.exe)? [\s\S]{1,400}/, // `command`
  /^(?:var|local|data|module|env|secrets|vars|process|os|inputs|params|parameters|steps|each|self|output)\.[\w.[\]"'-]{1,160}$/i,
  /^azurerm_\w{1,60}\.[\w.[\]-]{1,160}$/i, // terraform attribute
  /^(?:file|env|getenv|os\.getenv|lookup|sensitive|nonsensitive|base64\w{0,8}|secret|listCredentials|reference|parameters|variables|concat|format|getpass\.\w{1,10}|Get-\w{1,30}|Read-Host)\(.{0,200}$/, // function call
  /^keyvault(?:ref)?:/i,
  /^(?:[A-Za-z_]\w{0,40}\.){1,5}\w{1,60}\(|^[a-z]{1,30}(?:_[a-z]{1,30}){1,6}\(|^[a-z]{1,30}[A-Z][A-Za-z]{1,40}\(/, // code
  /^[A-Za-z_]\w{0,60}(?:\.[A-Za-z_]\w{0,60}){0,5}\[(?:\d{1,3}\](?:$|[.,)[])|["'])/, // creds['x'], creds.list[0]
  /^[a-z]{2,30}\((?:$|\)(?:$|\.)|["']|[a-z_]{2,40}(?:[.(,=[]|\)$))/, // loads(response.content
  /^vault:[\w/#-]{1,120}$/i,
];
const LONGEST_ERROR_WORD = Math.max(...Array.from(ERROR_WORDS, (word) => word.length));
/** Cmdlets that ask for a secret, or fetch it. */
const CMDLET = /^(?:Read-Host|(?:Get|New|Import|ConvertTo|ConvertFrom)-[A-Z][A-Za-z]{2,40})$/;
const MASK = /^[*•●▪x#.…_?=–—-]{2,}$|^[*•●…x]$/i;

/** Lower-case words of a name: `YOUR_PASSWORD`, `accessToken`, `acr-password` -> ['your','password'] ... */
function wordsOf(value: string): readonly string[] {
  return value
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/)
    .filter((word) => word !== '');
}

/** A stand-in written where the secret would be: mask, variable, template, command, `<password>`, `YOUR_TOKEN`. */
export function isPlaceholder(raw: string): boolean {
  const value = raw.trim();
  if (value.length === 0) return true;
  if (value.length > 500) return value.startsWith('$(');
  if (value.includes(MARK) && /^[\s"'.,;:)\]}\uE000]*$/.test(value)) return true;
  if (MASK.test(value) || CMDLET.test(value)) return true;
  const named = /^[A-Za-z]/.test(value);
  const shapes = named ? (/[.:([ ]/.test(value) ? NAMED : []) : (SIGNED.get(value.charAt(0)) ?? []);
  if (shapes.some((shape) => shape.test(value))) return true;
  if (value.length > 60 || !/^[A-Za-z][A-Za-z_. -]*[12]?$/.test(value)) return false;
  const words = wordsOf(value);
  return (
    words.length > 0 &&
    words.length <= 8 &&
    words.every((word) => PLACEHOLDER_WORDS.has(word.replace(/[12]$/, '')))
  );
}

const OPENING = '("\'`';
const CLOSING = ')"\'`.,;:!?';

/** A word of an ordinary sentence (`wrong`, `expired`, `string`, `via`), in any of the languages we read. */
export function isErrorWord(raw: string): boolean {
  let start = 0;
  let end = raw.length;
  while (start < end && OPENING.includes(raw.charAt(start))) start += 1;
  while (end > start && CLOSING.includes(raw.charAt(end - 1))) end -= 1;
  return end - start <= LONGEST_ERROR_WORD && ERROR_WORDS.has(raw.slice(start, end).toLowerCase());
}

const PLAIN_WORD = /^[("'\p{L}-]{1,400}[)"'.,;:!?]{0,400}$/u;
/** From here on a text with a few names and ids in it is still a sentence: no password has so many plain words. */
const LONG_SENTENCE = 8;

/**
 * Several words, all letters, with at least one that belongs to a message: `must not be empty`. A long one may hold
 * names and ids; a secret among them is found by its own shape.
 */
export function isSentence(value: string): boolean {
  if (value.length > 600 || !value.includes(' ')) return false;
  const words = value.split(/\s+/);
  const plain = words.filter((word) => PLAIN_WORD.test(word));
  const telling = plain.filter(isErrorWord).length;
  if (plain.length === words.length) return telling > 0;
  return plain.length >= LONG_SENTENCE && telling > 1 && plain.length * 10 >= words.length * 7;
}
