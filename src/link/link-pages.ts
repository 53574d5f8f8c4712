import type { SignInService } from '../azure/sign-in.js';
import type { Route } from '../http/route.js';
import type { Language } from '../knowledge/language.js';
import type { Log } from '../observe/log.js';
import type { PersonKey } from '../store/store.js';
import { callbackRoute } from './callback.js';
import { confirmRoute } from './confirm.js';
import { stepCookie } from './cookie.js';
import { pageHeaders } from './page.js';
import { publicAddress } from './public-url.js';
import { route } from './respond.js';
import { leaveRoute, startRoute } from './start.js';
import { type LinkStore, Steps } from './steps.js';

export interface LinkPagesOptions {
  readonly store: LinkStore;
  readonly signIn: SignInService;
  /** Where browsers reach the server: https, or http on loopback. */
  readonly publicUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called after the link is kept; nobody waits for it. */
  readonly onLinked: (person: PersonKey) => void | Promise<void>;
  /** How long a link lasts, in milliseconds; 90 days where nothing is said. */
  readonly linkLifetime?: number;
}

export interface LinkPages {
  readonly routes: readonly Route[];
  /**
   * Address at which somebody begins; good once, for 15 minutes. It goes to that person alone, in private.
   *
   * @param name what the platform calls them
   */
  startUrl(person: PersonKey, name: string, language: Language): Promise<string>;
}

const DAY = 24 * 60 * 60_000;
/** Milliseconds for each step of a sign-in (security T20). */
const STEP = 15 * 60_000;

/**
 * The pages that tie an account of a chat platform to an Entra account (security T37): the person signs in with
 * Microsoft Entra ID, sees both accounts, and agrees. Names and e-mail addresses decide nothing.
 *
 * @throws InvalidPublicUrl
 */
export function createLinkPages(options: LinkPagesOptions): LinkPages {
  const { store, signIn, publicUrl, log, now, onLinked, linkLifetime = 90 * DAY } = options;
  const address = publicAddress(publicUrl);
  const steps = new Steps(store, now, STEP);
  const at = {
    address,
    steps,
    signIn,
    log,
    now,
    linkLifetime,
    store,
    onLinked,
    cookie: stepCookie(address.secure, STEP / 1000),
    headers: pageHeaders(signIn.authority),
  };
  return {
    routes: [
      route('GET', '/link', at, startRoute),
      route('POST', '/link', at, leaveRoute),
      route('GET', '/link/callback', at, callbackRoute),
      route('POST', '/link/confirm', at, confirmRoute),
    ],
    async startUrl(person, name, language) {
      const token = await steps.begin({ person, name, language });
      return `${address.origin}${address.path}/link?state=${token}`;
    },
  };
}
