/** A new secret that waits, sealed, for the one person whom it is for (security §3.4, T20–T24). */
export interface Delivery {
  /** Id of the request. */
  readonly request: string;
  /** Who may see it: an object id of Entra and its tenant. */
  readonly recipient: { readonly objectId: string; readonly tenant: string };
  /** Milliseconds since 1970; after that it is gone. */
  readonly until: number;
}

export type Claimed =
  | { readonly kind: 'claimed'; readonly ciphertext: string; readonly request: string }
  /** Somebody else asks: nothing is used up. */
  | { readonly kind: 'not-yours' }
  /** It was shown before: whoever asks now, or whoever asked then, was not the one (T24). Leaves a row in the audit. */
  | { readonly kind: 'claimed-before' }
  /** Its time is over, or there is none. */
  | { readonly kind: 'over' };

/** Sealed secrets in the store, known by the SHA-256 of their tokens alone. */
export interface Deliveries {
  /** Uses nothing up: a preview or scanner may come first. Null for what is unknown or over; claimed ones are found. */
  look(tokenHash: string, now: number): Promise<Delivery | null>;
  /** Of several at once, one gets the ciphertext, which is deleted in the same statement. */
  claim(tokenHash: string, objectId: string, now: number): Promise<Claimed>;
}
