import { z } from 'zod';
import type { User } from '../world/world.js';
import { parsedJson } from './reply.js';

const wanted = z
  .object({
    essential: z.boolean().optional(),
    value: z.string().optional(),
    values: z.array(z.string()).optional(),
  })
  .nullable();
const shape = z.object({ id_token: z.object({ acrs: wanted.optional() }).optional() });

/** Authentication contexts that a request asks for. */
export interface Contexts {
  readonly all: readonly string[];
  /** Those without which there is no token. */
  readonly essential: readonly string[];
}

/**
 * Reads the request parameter `claims`: `{"id_token":{"acrs":{"essential":true,"value":"c1"}}}` ("Developer guide to
 * Conditional Access authentication context"; OpenID Connect Core 5.5).
 *
 * @returns null for what is no such request
 */
export function contextsIn(query: URLSearchParams): Contexts | null {
  const claims = query.get('claims');
  if (claims === null) return { all: [], essential: [] };
  const read = shape.safeParse(parsedJson(claims));
  if (!read.success) return null;
  const { essential = false, value, values = [] } = read.data.id_token?.acrs ?? {};
  const all = [...(value === undefined ? [] : [value]), ...values];
  return { all, essential: essential ? all : [] };
}

export function satisfies({ contexts }: User, wanted: readonly string[]): boolean {
  return wanted.every((context) => contexts.includes(context));
}
