import type { Caller } from '../entra/caller.js';

/** Who signed in to a registry, and how. */
export type Identity =
  | {
      readonly kind: 'entra';
      readonly caller: Caller;
      /** Role assignments as they were read at the exchange: later ones need a new exchange. Null: as of now. */
      readonly assignments: readonly string[] | null;
    }
  | { readonly kind: 'admin' }
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'anonymous' };
