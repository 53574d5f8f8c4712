/** A call out of a process, before or after which the process is killed. */
export interface Call {
  readonly channel: 'statement' | 'http';
  /** The text of the statement, or method, host and path; ids and values are left out. */
  readonly label: string;
}

/** The nth call of its kind, from 1, and on which side of it. */
export interface Point extends Call {
  readonly nth: number;
  readonly side: 'before' | 'after';
}

/** Both sides of every call that a process was seen to make. */
export function pointsOf(calls: readonly Call[]): readonly Point[] {
  const counts = new Map<string, number>();
  return calls.flatMap((call) => {
    const nth = (counts.get(keyOf(call)) ?? 0) + 1;
    counts.set(keyOf(call), nth);
    return (['before', 'after'] as const).map((side) => ({ ...call, nth, side }));
  });
}

/** What a database says in its own words. */
const ofOneStore = /^(?:pragma|begin|start|commit|rollback|select pg_)/;

/**
 * One point of each kind of call, from turn to turn another: before the first call of the kind, after it, before the
 * second, and so on. Of kinds that both stores have, each takes the half that the other leaves, and they change in each
 * turn.
 *
 * @param turn a whole number, from 0
 * @param half of the two stores the first or the second
 */
export function sampleOf(points: readonly Point[], turn: number, half: 0 | 1): readonly Point[] {
  const kinds = new Map<string, Point[]>();
  for (const point of points) {
    const kind = keyOf(point);
    const isMine = ofOneStore.test(point.label) || (sumOf(kind) + turn) % 2 === half;
    if (isMine) kinds.set(kind, [...(kinds.get(kind) ?? []), point]);
  }
  return [...kinds.values()].flatMap((alike) => alike.slice(Math.floor(turn / 2) % alike.length).slice(0, 1));
}

function sumOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
}

/** Calls are alike where their texts are. */
export function keyOf({ channel, label }: Call): string {
  return `${channel} ${label}`;
}

/** Whether a call that is made now, the nth of its kind, is the one of a point. */
export function isAt(point: Point, call: Call, nth: number): boolean {
  return keyOf(point) === keyOf(call) && point.nth === nth;
}

/** The kind of a statement: its text without values and without what the databases write differently. */
export function statementLabel(text: string): string {
  return text
    .replaceAll('"', '')
    .replaceAll(/\$\d+|'[^']*'|\b\d+\b/g, '?')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** The kind of a request. */
export function requestLabel(method: string, host: string, path: string): string {
  const scope = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\/providers\/[^/]+\/registries\/[^/]+/i;
  const short = path
    .replace(scope, '{registry}')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b/gi, '{id}');
  return `${method} ${host} ${short}`;
}

/** A point in few words, for a reader. */
export function describePoint({ label, nth, side }: Point): string {
  const short = label.length > 100 ? `${label.slice(0, 100)}…` : label;
  return `${side} no. ${nth}: ${short}`;
}
