import type { Errand } from '../store/store.js';
import { FRESH } from './leave.js';
import { once, type ProblemReply, type Site, type Visit } from './site.js';
import type { SignInAt } from './steps.js';
import { sameToken } from './web/tokens.js';

type Kind = Errand['kind'];
type Of<K extends Kind> = Extract<Errand, { readonly kind: K }>;

/** What somebody who has signed in presses on the page that they came to. */
export interface Decision<K extends Kind> {
  readonly kind: 'pressed';
  readonly signIn: SignInAt<'signed-in'>;
  readonly errand: Of<K>;
  /** Token of the link that they came by, where it is good for more than one attempt. */
  readonly link: string | null;
}

/**
 * Takes the step that a page with a choice stands for: once, and in the browser that signed in (security T38). Of several
 * at once, one finds it.
 *
 * @param used what it is called where it is gone
 */
export async function decisionOn<K extends Kind>(
  kind: K,
  { form, cookie }: Visit,
  { steps, log }: Site,
  used: 'decided' | 'used',
): Promise<Decision<K> | ({ readonly kind: 'refused' } & ProblemReply)> {
  const token = once(form, 'token');
  if (cookie === null || !sameToken(token, cookie.step)) {
    const problem = (await steps.look(token)) === null ? used : 'other-browser';
    log.warn(`${kind}.refused`, { reason: problem });
    return { kind: 'refused', problem };
  }
  const found = await steps.lookAt(token, 'signed-in');
  if (found === null || !isFor(found.errand, kind)) return { kind: 'refused', problem: used };
  const signIn = await steps.take(token, 'signed-in');
  if (signIn === null) return { kind: 'refused', problem: used };
  return { kind: 'pressed', signIn, errand: found.errand, link: cookie.link };
}

function isFor<K extends Kind>(errand: Errand, kind: K): errand is Of<K> {
  return errand.kind === kind;
}

/** When they showed who they are, where that is not too long ago by now: a page may have been left open. */
export function freshAt({ step }: SignInAt<'signed-in'>, now: number): number | null {
  return step.at === null || now - step.at > FRESH ? null : step.at;
}
