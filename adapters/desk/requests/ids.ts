/** What a press on an approver's card names: the request, and the content that was on the card (security T25, T28). */
export interface CardPress {
  readonly request: string;
  /** First 32 hexadecimal digits of the spec's hash. */
  readonly seen: string;
  readonly verdict: 'approve' | 'deny';
}

const pattern = /^req\.([\w-]{16,64})\.([0-9a-f]{32})\.(approve|deny)$/;
const SEEN = 32;

export function cardId(
  { id, specHash }: { readonly id: string; readonly specHash: string },
  verdict: CardPress['verdict'],
): string {
  return `req.${id}.${specHash.slice(0, SEEN)}.${verdict}`;
}

/** Null for an id that is not of such a card. Pure. */
export function readCardId(id: string): CardPress | null {
  const [, request, seen, verdict] = pattern.exec(id) ?? [];
  if (request === undefined || seen === undefined) return null;
  return { request, seen, verdict: verdict === 'approve' ? 'approve' : 'deny' };
}

/** Whether a hash is the one that a card shows the beginning of. */
export function isSeen(specHash: string, seen: string): boolean {
  return specHash.slice(0, SEEN) === seen;
}
