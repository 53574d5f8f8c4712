import type { Errand, SignIn, SignInStep, Store } from '../store/store.js';
import { isToken, newToken, sha256 } from './web/tokens.js';

/** What the steps of a sign-in need of the store. */
export type SignInStore = Pick<Store, 'beginSignIn' | 'signIn' | 'takeSignIn'>;

type Kind = SignInStep['kind'];
type At<K extends Kind> = Extract<SignInStep, { readonly kind: K }>;

/** A sign-in that has come so far. */
export interface SignInAt<K extends Kind> extends SignIn {
  readonly step: At<K>;
}

/**
 * The steps of a sign-in: link, sign-in page, confirmation. Each has a token of its own, good once, of which the store
 * knows the SHA-256 only; so what was in the chat is worth nothing once its owner has gone on.
 */
export class Steps {
  readonly #store: SignInStore;
  readonly #now: () => number;
  readonly #lifetime: number;

  /** @param lifetime of a step, in milliseconds */
  constructor(store: SignInStore, now: () => number, lifetime: number) {
    this.#store = store;
    this.#now = now;
    this.#lifetime = lifetime;
  }

  /** @returns the token of the step */
  async keep(errand: Errand, language: SignIn['language'], step: SignInStep): Promise<string> {
    const token = newToken();
    const signIn = { errand, language, step, expiresAt: this.#now() + this.#lifetime };
    await this.#store.beginSignIn(sha256(token), signIn);
    return token;
  }

  /** Takes nothing: whoever previews a link must not use it up. Null for what is no token, unknown, used or expired. */
  async look(token: string | null): Promise<SignIn | null> {
    return isToken(token) ? this.#store.signIn(sha256(token), this.#now()) : null;
  }

  /** The same of one that has come so far, and no other. */
  async lookAt<K extends Kind>(token: string | null, kind: K): Promise<SignInAt<K> | null> {
    const found = await this.look(token);
    return found !== null && isAt(found, kind) ? found : null;
  }

  /** The same, once. What has come less or more far is left where it is. */
  async take<K extends Kind>(token: string | null, kind: K): Promise<SignInAt<K> | null> {
    if (!isToken(token) || (await this.lookAt(token, kind)) === null) return null;
    const taken = await this.#store.takeSignIn(sha256(token), this.#now());
    return taken !== null && isAt(taken, kind) ? taken : null;
  }
}

function isAt<K extends Kind>(signIn: SignIn, kind: K): signIn is SignInAt<K> {
  return signIn.step.kind === kind;
}
