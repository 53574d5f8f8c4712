import type { Canary, Flock } from './canary.js';
import { encodings, type Shape, shapes } from './shapes.js';

/** What the program said, as the bot is asked about it. */
const said =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';

/**
 * Pastes for a handler: all shapes in all encodings, with canaries of their own.
 *
 * @param together shapes in one paste
 */
export function pastesFor(handler: string, together: number, flock: Flock): readonly string[] {
  const lines = shapes.map((shape) =>
    Object.keys(encodings).map((encoding) => hatch(handler, shape, encoding, flock).line),
  );
  return Array.from({ length: Math.ceil(lines.length / together) }, (_, i) =>
    [...lines.slice(i * together, (i + 1) * together).flat(), said].join('\n'),
  );
}

/** One canary of a shape, as it is typed into a field. */
export function hatch(handler: string, shape: Shape, encoding: string, flock: Flock): Canary {
  return flock.hatch({ handler, shape: shape.name, encoding }, (core) => ({
    line: encodings[encoding]?.(shape.line(core)) ?? '',
    literal: shape.literal?.(core) ?? null,
  }));
}
