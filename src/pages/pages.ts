import type { SignInService } from '../azure/sign-in.js';
import type { Route } from '../http/route.js';
import type { Language } from '../knowledge/language.js';
import type { Log } from '../observe/log.js';
import type { PersonKey, ToApprove } from '../store/store.js';
import { approveConfirm } from './approve/confirm.js';
import type { ApproveErrand } from './approve/errand.js';
import { approveLeave, approveStart } from './approve/start.js';
import { linkConfirm } from './link/confirm.js';
import type { LinkErrand } from './link/errand.js';
import { linkLeave, linkStart } from './link/start.js';
import type { RevealErrand } from './reveal/errand.js';
import { revealShow } from './reveal/show.js';
import { revealLeave, revealStart } from './reveal/start.js';
import { route } from './route.js';
import { signedInRoute } from './signed-in.js';
import type { Site } from './site.js';
import { type SignInStore, Steps } from './steps.js';
import { stepCookie } from './web/cookie.js';
import { publicAddress } from './web/public-url.js';

export interface PagesOptions {
  readonly store: SignInStore;
  readonly signIn: SignInService;
  /** Where browsers reach the server: https, or http on loopback. */
  readonly publicUrl: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Authentication context that approving and revealing want, c1 to c99; null: none. */
  readonly context: string | null;
  readonly link: LinkErrand;
  /** Null: nobody approves in the browser. */
  readonly approve: ApproveErrand | null;
  /** Null: no secret is shown. */
  readonly reveal: RevealErrand | null;
}

export interface Pages {
  readonly routes: readonly Route[];
  /**
   * Address at which somebody begins to tie their accounts; good once, for 15 minutes. It goes to that person alone, in
   * private.
   *
   * @param name what the platform calls them
   */
  linkUrl(person: PersonKey, name: string, language: Language): Promise<string>;
  /** Address at which somebody approves a request; good for 15 minutes, for them alone. Null: not set up. */
  readonly approveUrl:
    | ((person: PersonKey, name: string, language: Language, about: ToApprove) => Promise<string>)
    | null;
  /**
   * Address at which a new secret is shown once. Null: not set up.
   *
   * @param token of `deriveToken`
   */
  readonly secretUrl: ((token: string, language: Language) => string) | null;
}

/** Milliseconds for each step of a sign-in (security T20). */
const STEP = 15 * 60_000;

/**
 * The bot's pages. On each the person first signs in with Microsoft Entra ID, where names and e-mail addresses decide
 * nothing, then sees what is about to happen, and presses a button: to tie an account of a chat platform to an Entra
 * account (security T37), to approve a request (T38, T47), or to see a new secret once (T20–T24).
 *
 * @throws InvalidPublicUrl
 */
export function createPages(options: PagesOptions): Pages {
  const { store, signIn, publicUrl, log, now, context, link, approve, reveal } = options;
  const address = publicAddress(publicUrl);
  const steps = new Steps(store, now, STEP);
  const cookie = stepCookie(address.secure, STEP / 1000);
  const site: Site = { address, steps, signIn, log, now, context, cookie, link, approve, reveal };
  const base = `${address.origin}${address.path}`;
  return {
    routes: [
      route('GET', '/signed-in', null, site, signedInRoute),
      route('GET', '/link', 'link', site, linkStart),
      route('POST', '/link', 'link', site, linkLeave),
      route('POST', '/link/confirm', 'link', site, linkConfirm),
      ...(approve === null ? [] : approveRoutes(site)),
      ...(reveal === null ? [] : revealRoutes(site)),
    ],
    async linkUrl(person, name, language) {
      const token = await steps.keep({ kind: 'link', person, name }, language, { kind: 'begun' });
      return `${base}/link?state=${token}`;
    },
    approveUrl:
      approve &&
      (async (person, name, language, { request, specHash, objectId, tenant }) => {
        const about = { request, specHash, objectId, tenant };
        const errand = { kind: 'approve', person, name, ...about } as const;
        const token = await steps.keep(errand, language, { kind: 'begun' });
        return `${base}/approve?state=${token}`;
      }),
    secretUrl: reveal && ((token, language) => `${base}/secret?token=${token}&language=${language}`),
  };
}

function approveRoutes(site: Site): readonly Route[] {
  return [
    route('GET', '/approve', 'approve', site, approveStart),
    route('POST', '/approve', 'approve', site, approveLeave),
    route('POST', '/approve/confirm', 'approve', site, approveConfirm),
  ];
}

function revealRoutes(site: Site): readonly Route[] {
  return [
    route('GET', '/secret', 'reveal', site, revealStart),
    route('POST', '/secret', 'reveal', site, revealLeave),
    route('POST', '/secret/show', 'reveal', site, revealShow),
  ];
}
