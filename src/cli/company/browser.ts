import { createHash, type KeyObject } from 'node:crypto';
import type { Office, ToApprove } from '../../../adapters/desk/office.js';
import { approveInBrowser } from '../../../adapters/desk/requests/approving.js';
import { deriveToken, unseal } from '../../access/delivery/seal.js';
import type { Ledger } from '../../access/ledger.js';
import type { AccessRequest } from '../../access/request.js';
import { type Person, personKey } from '../../chat/person.js';

/**
 * The pages of the bot for a program: whoever opens one is signed in afresh, as the person that they are in the world. The
 * sign-in itself, and what makes it safe, is on the real pages only.
 */
export class Browser {
  readonly #ledger: Ledger;
  readonly #key: KeyObject;
  readonly #now: () => number;
  readonly #approvals = new Map<string, ToApprove>();

  constructor(ledger: Ledger, key: KeyObject, now: () => number) {
    this.#ledger = ledger;
    this.#key = key;
    this.#now = now;
  }

  approveUrl(about: ToApprove): string {
    const url = `bot:approve/${this.#approvals.size + 1}`;
    this.#approvals.set(url, about);
    return url;
  }

  secretUrl({ id, made }: AccessRequest): string | null {
    if (made?.kept.kind !== 'one-time-page') return null;
    return `bot:secret/${deriveToken(this.#key, id, made.kept.attempt)}`;
  }

  /** What the page shows, and did; null where there is no such page. */
  async open(person: Person, url: string, office: Office): Promise<readonly object[] | null> {
    const about = this.#approvals.get(url);
    if (about !== undefined) return this.#approve(person, about, office);
    const token = /^bot:secret\/([\w-]{43})$/.exec(url)?.[1];
    return token === undefined ? null : this.#reveal(person, token);
  }

  async #approve(person: Person, about: ToApprove, office: Office): Promise<readonly object[]> {
    if (person.objectId !== about.objectId) return [{ page: { outcome: 'other-account' } }];
    const language = await office.store.language(personKey(person));
    const { describe, approve } = approveInBrowser(() => office);
    const facts = await describe(about.request, about.specHash, language ?? 'en');
    if (facts === null) return [{ page: { outcome: 'over' } }];
    const given = {
      ...about,
      person: personKey(person),
      language: language ?? 'en',
      signedInAt: this.#now(),
    };
    return [{ page: { ...facts, outcome: (await approve(given)).kind } }];
  }

  async #reveal({ objectId }: Person, token: string): Promise<readonly object[]> {
    const hash = createHash('sha256').update(token).digest('base64url');
    const claimed = await this.#ledger.deliveries.claim(hash, objectId ?? '', this.#now());
    if (claimed.kind !== 'claimed') return [{ page: { outcome: claimed.kind } }];
    const { ciphertext, request } = claimed;
    const secret = unseal(ciphertext, { key: this.#key, token, request, recipient: objectId ?? '' });
    return [{ page: { outcome: 'shown', value: secret?.reveal() ?? null } }];
  }
}
