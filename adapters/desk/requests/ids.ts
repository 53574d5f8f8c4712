/** What a press on an approver's card names: the request, and the content that was on the card (security T25, T28). */
export interface CardPress {
  readonly request: string;
  /** First 32 hexadecimal digits of the spec's hash. */
  readonly seen: string;
  /** `otherwise`: the form in which to deny or ask back. */
  readonly press: 'approve' | 'otherwise';
}

/** What somebody does about a request of their own. */
export const ownPresses = ['works', 'distrust', 'again', 'answer'] as const;
export type OwnPress = (typeof ownPresses)[number];

const onCard = /^req\.([\w-]{16,64})\.([0-9a-f]{32})\.(approve|otherwise)$/;
const onOwn = /^mine\.([\w-]{16,64})\.([a-z]{1,20})$/;
const SEEN = 32;

export function cardId(
  { id, specHash }: { readonly id: string; readonly specHash: string },
  press: CardPress['press'],
): string {
  return `req.${id}.${specHash.slice(0, SEEN)}.${press}`;
}

/** Null for an id that is not of such a card. Pure. */
export function readCardId(id: string): CardPress | null {
  const [, request, seen, press] = onCard.exec(id) ?? [];
  if (request === undefined || seen === undefined) return null;
  return { request, seen, press: press === 'approve' ? 'approve' : 'otherwise' };
}

/** Whether a hash is the one that a card shows the beginning of. */
export function isSeen(specHash: string, seen: string): boolean {
  return specHash.slice(0, SEEN) === seen;
}

export function ownId(request: string, press: OwnPress): string {
  return `mine.${request}.${press}`;
}

/** Null for an id that is not of a message about one's own request. Pure. */
export function readOwnId(id: string): { readonly request: string; readonly press: OwnPress } | null {
  const [, request, word] = onOwn.exec(id) ?? [];
  const press = ownPresses.find((it) => it === word);
  return request === undefined || press === undefined ? null : { request, press };
}
