import type { Incoming } from '../../src/chat/incoming.js';
import type { UiTexts } from '../../src/knowledge/texts/ui.js';

/** Why a line was refused; the sentence stands in the texts. */
export type Refusal = keyof UiTexts['terminal']['wire'];

/** What a line of the NDJSON protocol asks for (DESIGN §3, `chat --json`). */
export type Request =
  | { readonly kind: 'incoming'; readonly incoming: Incoming }
  /** A page of the bot, opened by somebody who signs in. */
  | { readonly kind: 'open'; readonly as: string; readonly url: string }
  | { readonly kind: 'clock'; readonly milliseconds: number }
  | { readonly kind: 'world'; readonly change: string }
  | { readonly kind: 'bad'; readonly why: Refusal; readonly key?: string };

const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const actions = ['say', 'answer', 'press', 'form', 'start', 'open'] as const;
const LONGEST_NAME = 200;

/** Reads one line. Pure; never throws. */
export function readRequest(line: string): Request {
  const value = parse(line);
  if (!isRecord(value)) return { kind: 'bad', why: 'notJson' };
  if ('clock' in value) return readClock(value['clock']);
  if ('world' in value) return readWorld(value['world']);
  const as = value['as'];
  if (typeof as !== 'string' || as === '' || as.length > LONGEST_NAME)
    return { kind: 'bad', why: 'noPerson' };
  const [action, second] = actions.filter((key) => key in value);
  if (action === undefined || second !== undefined) return { kind: 'bad', why: 'oneAction' };
  if (action === 'open') {
    const url = value[action];
    return typeof url === 'string'
      ? { kind: 'open', as, url }
      : { kind: 'bad', why: 'badValue', key: action };
  }
  const incoming = readAction(as, action, value[action]);
  return incoming === null ? { kind: 'bad', why: 'badValue', key: action } : { kind: 'incoming', incoming };
}

function readAction(
  as: string,
  action: Exclude<(typeof actions)[number], 'open'>,
  value: unknown,
): Incoming | null {
  switch (action) {
    case 'say':
      return typeof value === 'string' ? { kind: 'say', as, text: value } : null;
    case 'press':
      return typeof value === 'string' ? { kind: 'press', as, button: value } : null;
    case 'start':
      return value === true ? { kind: 'start', as } : null;
    case 'answer': {
      if (!isRecord(value)) return null;
      const { node, option } = value;
      return typeof node === 'string' && typeof option === 'string'
        ? { kind: 'answer', as, node, option }
        : null;
    }
    case 'form': {
      if (!isRecord(value)) return null;
      const { id, values } = value;
      return typeof id === 'string' && isTexts(values) ? { kind: 'form', as, id, values } : null;
    }
  }
}

/** `{"world":{"apply":"fix"}}`: a named change of the world. */
function readWorld(value: unknown): Request {
  const change = isRecord(value) ? value['apply'] : undefined;
  return typeof change === 'string' && change !== ''
    ? { kind: 'world', change }
    : { kind: 'bad', why: 'badValue', key: 'world' };
}

function readClock(value: unknown): Request {
  const milliseconds = typeof value === 'string' ? forwardSpan(value) : null;
  return milliseconds === null ? { kind: 'bad', why: 'badClock' } : { kind: 'clock', milliseconds };
}

/** Milliseconds of a span such as `+10m`; null for anything else. */
export function forwardSpan(text: string): number | null {
  const found = /^\+(\d{1,6})([smhd])$/.exec(text);
  const unit = units[found?.[2] ?? ''];
  return found === null || unit === undefined ? null : Number(found[1]) * unit;
}

/** JSON.parse that answers undefined for what is no JSON. */
export function parse(line: string): unknown {
  try {
    return JSON.parse(line.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((it) => typeof it === 'string');
}
