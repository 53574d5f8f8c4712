import { type Canary, type Flock, MARK } from './canary.js';

/** What is looked through: everything that left the bot, or that it keeps. */
export interface Sink {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface Leak {
  readonly sink: string;
  /** Null: of no canary that is known, which is a leak all the same. */
  readonly canary: Canary | null;
}

/** A pull secret is base64 in base64, and may be pasted and kept in base64 once more each. */
const DEEPEST = 4;

/**
 * Every canary in a sink: as it is – which is how HTML, URLs and JSON have it, too –, in UTF-16, hexadecimal and base64,
 * some times over. Also one that is cut off.
 */
export function leaksIn({ name, bytes }: Sink, flock: Flock): readonly Leak[] {
  const views = viewsOf(bytes);
  const cores = new Set(
    views
      .flatMap((view) => view.match(new RegExp(`${MARK}[0-9a-z]{0,6}`, 'gi')) ?? [])
      .map((it) => it.toLowerCase()),
  );
  const literal = flock.all.filter((it) => it.literal !== null && isIn(views, it.literal));
  return [...[...cores].map((core) => flock.find(core)), ...literal].map((canary) => ({
    sink: name,
    canary,
  }));
}

/** Which of some values, such as passwords that Azure made, are in a sink, in whatever way they are written. */
export function valuesIn({ bytes }: Sink, values: readonly string[]): readonly string[] {
  const views = viewsOf(bytes);
  return values.filter((value) => isIn(views, value));
}

function isIn(views: readonly string[], value: string): boolean {
  const json = JSON.stringify(value).slice(1, -1);
  const html = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const needles = new Set([value, json, html, encodeURIComponent(value)]);
  return [...needles].some((needle) => views.some((view) => view.includes(needle)));
}

/** The bytes as text, in every way in which they can be read. */
function viewsOf(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1');
  const plain = new Set([text, text.replaceAll('\0', ''), unescaped(text), ...fromHex(text)]);
  return [...plain].flatMap((view) => [view, ...decoded(view, DEEPEST)]);
}

/** Without what URLs, JSON and HTML make of signs: it would tear base64 apart. */
function unescaped(text: string): string {
  return text.replaceAll(
    /%([0-9a-f]{2})|\\u00([0-9a-f]{2})|&#(\d{2,3});|\\(\/)/gi,
    (_all, url?: string, json?: string, html?: string, slash?: string) =>
      slash ??
      String.fromCharCode(html === undefined ? Number.parseInt(url ?? json ?? '', 16) : Number(html)),
  );
}

function decoded(text: string, times: number): readonly string[] {
  if (times === 0 || text === '') return [];
  return fromBase64(text).flatMap((view) => [view, ...decoded(view, times - 1)]);
}

/** What all runs of base64 say; where one begins is not known, so that there are four ways to read it. */
function fromBase64(text: string): readonly string[] {
  const runs = text.match(/[A-Za-z0-9+/_-]{12,}/g) ?? [];
  if (runs.length === 0) return [];
  return [0, 1, 2, 3].map((skip) =>
    runs.map((run) => Buffer.from(run.slice(skip), 'base64').toString('latin1')).join(' '),
  );
}

function fromHex(text: string): readonly string[] {
  const runs = text.match(/[0-9a-f]{12,}/gi) ?? [];
  return [0, 1].map((skip) =>
    runs.map((run) => Buffer.from(run.slice(skip), 'hex').toString('latin1')).join(' '),
  );
}
