import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SignInService } from '../azure/sign-in.js';
import { readBody } from '../http/body.js';
import type { Route } from '../http/route.js';
import { type Language, languageOf } from '../knowledge/language.js';
import type { LinkProblem } from '../knowledge/texts/link.js';
import type { Log } from '../observe/log.js';
import type { PersonKey } from '../store/store.js';
import type { StepCookie } from './cookie.js';
import { type Page, sendPage } from './page.js';
import { problemPage } from './pages.js';
import type { PublicAddress } from './public-url.js';
import { isSameOrigin } from './same-origin.js';
import type { LinkStore, Steps } from './steps.js';

/** What every page works with. */
export interface Site {
  readonly address: PublicAddress;
  readonly steps: Steps;
  readonly store: LinkStore;
  readonly signIn: SignInService;
  readonly cookie: StepCookie;
  readonly headers: Readonly<Record<string, string>>;
  readonly log: Log;
  readonly now: () => number;
  readonly linkLifetime: number;
  readonly onLinked: (person: PersonKey) => void | Promise<void>;
}

/** What came in, read. */
export interface Visit {
  readonly query: URLSearchParams;
  /** Fields of the form; none of a GET. */
  readonly form: URLSearchParams;
  /** Token in the browser's cookie. */
  readonly cookie: string | null;
}

/** How a visit is answered. `cookie`: the browser's token from now on; null takes it away. */
export type Reply = { readonly cookie?: string | null } & (
  | { readonly page: Page }
  | { readonly to: string }
  | { readonly problem: LinkProblem; readonly language?: Language }
);

/** Forms of these pages have two short fields. */
const FORM_LIMIT = 2048;

/** A page as a route. Posts from elsewhere do not reach `answer`, and what it throws becomes a page. */
export function route(
  method: Route['method'],
  path: string,
  site: Site,
  answer: (visit: Visit, site: Site) => Promise<Reply>,
): Route {
  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const form = method === 'POST' ? await formOf(request, site) : new URLSearchParams();
    if (form === null) {
      site.log.warn('link.refused', { reason: 'foreign-page' });
      return { problem: 'foreign-page' };
    }
    const query = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
    return answer({ query, form, cookie: site.cookie.read(request) }, site);
  }

  return {
    method,
    path,
    handle: async (request, response) => {
      const reply = await replyTo(request).catch((error: unknown): Reply => {
        site.log.error('link.failed', { path, error: error instanceof Error ? error.name : 'unknown' });
        return { problem: 'failed' };
      });
      send(response, reply, spoken(request), site);
    },
  };
}

/** Null for what does not come from a form of our own pages. */
async function formOf(request: IncomingMessage, { address }: Site): Promise<URLSearchParams | null> {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (!isSameOrigin(request.headers, address.origin)) return null;
  if (type !== 'application/x-www-form-urlencoded') return null;
  const body = await readBody(request, FORM_LIMIT);
  return body === null ? null : new URLSearchParams(body.toString());
}

function send(response: ServerResponse, reply: Reply, language: Language, site: Site): void {
  const cookie = reply.cookie === undefined ? {} : { 'set-cookie': site.cookie.set(reply.cookie) };
  const headers = { ...site.headers, ...cookie };
  if ('to' in reply) {
    response.writeHead(303, { ...headers, location: reply.to });
    response.end();
    return;
  }
  const page = 'page' in reply ? reply.page : problemPage(reply.language ?? language, reply.problem);
  sendPage(response, page, headers);
}

/** Language of the browser, for whoever is not known. */
function spoken({ headers }: IncomingMessage): Language {
  return languageOf((headers['accept-language'] ?? '').split(/[,;]/, 1)[0]);
}

/** A parameter that is there once; null otherwise: which of two would count is nobody's to guess. */
export function once(parameters: URLSearchParams, name: string): string | null {
  const [value, ...more] = parameters.getAll(name);
  return value === undefined || more.length > 0 ? null : value;
}
