import type { SignIn, Store } from '../store/store.js';
import { isToken, newToken, sha256 } from './tokens.js';

/** What the pages need of the store. */
export type LinkStore = Pick<Store, 'beginSignIn' | 'signIn' | 'takeSignIn' | 'saveLink'>;

/**
 * The steps of a sign-in: link, sign-in page, confirmation. Each has a token of its own, good once, of which the store
 * knows the SHA-256 only; so what was in the chat is worth nothing once its owner has gone on.
 */
export class Steps {
  readonly #store: LinkStore;
  readonly #now: () => number;
  readonly #lifetime: number;

  /** @param lifetime of a step, in milliseconds */
  constructor(store: LinkStore, now: () => number, lifetime: number) {
    this.#store = store;
    this.#now = now;
    this.#lifetime = lifetime;
  }

  /** @returns the token of the first step */
  async begin(who: Pick<SignIn, 'person' | 'name' | 'language'>): Promise<string> {
    return this.#keep({ ...who, verifier: newToken(), nonce: newToken(), signedIn: null });
  }

  /** @returns the token of the next step, after this one was taken */
  async next(signIn: SignIn, signedIn: SignIn['signedIn']): Promise<string> {
    return this.#keep({ ...signIn, signedIn });
  }

  /** Takes nothing: whoever previews a link must not use it up. Null for what is no token, unknown, used or expired. */
  async look(token: string | null): Promise<SignIn | null> {
    return isToken(token) ? this.#store.signIn(sha256(token), this.#now()) : null;
  }

  /** The same, once. */
  async take(token: string | null): Promise<SignIn | null> {
    return isToken(token) ? this.#store.takeSignIn(sha256(token), this.#now()) : null;
  }

  async #keep(signIn: Omit<SignIn, 'expiresAt'>): Promise<string> {
    const token = newToken();
    await this.#store.beginSignIn(sha256(token), { ...signIn, expiresAt: this.#now() + this.#lifetime });
    return token;
  }
}
