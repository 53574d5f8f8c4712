/** JSON of an Adaptive Card: elements and actions are objects with a `type` (Adaptive Cards schema 1.5). */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };
export type Element = { readonly type: string; readonly [key: string]: Json };

/** A whole card. */
export type Card = Element & { readonly type: 'AdaptiveCard' };

/** Bytes of JSON that an element takes. */
export function sizeOf(json: Json): number {
  return Buffer.byteLength(JSON.stringify(json));
}
