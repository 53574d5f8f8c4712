import { forwardSpan } from '../../../adapters/terminal/protocol.js';

/** What is typed while a world is served. */
export type Order =
  | { readonly kind: 'nothing' | 'quit' | 'unknown' }
  | { readonly kind: 'apply'; readonly change: string }
  | { readonly kind: 'advance'; readonly milliseconds: number };

/** Reads a line. English only, since scripts write them too. Pure. */
export function readOrder(line: string): Order {
  const [verb = '', value, ...more] = line.trim().split(/\s+/);
  if (verb === '') return { kind: 'nothing' };
  if (more.length > 0) return { kind: 'unknown' };
  switch (verb.toLowerCase()) {
    case 'quit':
    case 'exit':
      return { kind: value === undefined ? 'quit' : 'unknown' };
    case 'apply':
      return value === undefined ? { kind: 'unknown' } : { kind: 'apply', change: value };
    case 'advance': {
      const milliseconds = forwardSpan(`+${value?.replace(/^\+/, '') ?? ''}`);
      return milliseconds === null ? { kind: 'unknown' } : { kind: 'advance', milliseconds };
    }
    default:
      return { kind: 'unknown' };
  }
}
