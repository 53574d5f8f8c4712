import type { LinkErrand } from '../../src/pages/link/errand.js';
import type { SignInStore } from '../../src/pages/steps.js';
import type { Link, SignIn } from '../../src/store/store.js';

/** What the pages keep of sign-ins and links. */
export type PagesStore = SignInStore & LinkErrand['store'];

/** The same in memory. */
export interface FakeSignInStore extends PagesStore {
  readonly links: Map<string, Link>;
  /** How often a link was saved. */
  readonly saved: () => number;
  /** Everything that is kept, as one text. */
  readonly dump: () => string;
}

export function fakeSignInStore(): FakeSignInStore {
  const signIns = new Map<string, SignIn>();
  const links = new Map<string, Link>();
  let saved = 0;
  const good = (hash: string, now: number): SignIn | null => {
    const found = signIns.get(hash);
    return found !== undefined && found.expiresAt > now ? found : null;
  };
  return {
    links,
    saved: () => saved,
    dump: () => JSON.stringify([...signIns, ...links]),
    async beginSignIn(hash, signIn) {
      signIns.set(hash, signIn);
    },
    async signIn(hash, now) {
      return good(hash, now);
    },
    async takeSignIn(hash, now) {
      const found = good(hash, now);
      signIns.delete(hash);
      return found;
    },
    async saveLink(person, link) {
      saved += 1;
      links.set(person, link);
    },
  };
}
