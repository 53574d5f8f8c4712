import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from '../http/body.js';
import type { Route } from '../http/route.js';
import { type Language, languageOf } from '../knowledge/language.js';
import { problemPage } from './problem-page.js';
import type { ErrandKind, Reply, Site, Visit } from './site.js';
import { pageHeaders, sendPage } from './web/document.js';
import { isSameOrigin } from './web/same-origin.js';

/** Forms of these pages have a few short fields. */
const FORM_LIMIT = 2048;

/**
 * A page as a route. Posts from elsewhere do not reach `answer`, and what it throws becomes a page.
 *
 * @param errand what the page is for; null: for all
 */
export function route(
  method: Route['method'],
  path: string,
  errand: ErrandKind | null,
  site: Site,
  answer: (visit: Visit, site: Site) => Promise<Reply>,
): Route {
  const event = errand ?? 'sign-in';

  async function replyTo(request: IncomingMessage): Promise<Reply> {
    const form = method === 'POST' ? await formOf(request, site) : new URLSearchParams();
    if (form === null) {
      site.log.warn(`${event}.refused`, { reason: 'foreign-page' });
      return { problem: 'foreign-page' };
    }
    const query = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
    return answer({ query, form, cookie: site.cookie.read(request), language: spoken(request) }, site);
  }

  return {
    method,
    path,
    handle: async (request, response) => {
      const reply = await replyTo(request).catch((error: unknown): Reply => {
        site.log.error(`${event}.failed`, { path, error: error instanceof Error ? error.name : 'unknown' });
        return { problem: 'failed' };
      });
      send(response, reply, { language: spoken(request), errand }, site);
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

interface Usual {
  readonly language: Language;
  readonly errand: ErrandKind | null;
}

function send(response: ServerResponse, reply: Reply, usual: Usual, site: Site): void {
  const { authority } = site.signIn;
  const cookie: Record<string, string> =
    reply.cookie === undefined ? {} : { 'set-cookie': site.cookie.set(reply.cookie) };
  if ('to' in reply) {
    response.writeHead(303, { ...pageHeaders(authority), ...cookie, location: reply.to });
    response.end();
    return;
  }
  const page = 'page' in reply ? reply.page : problemPage({ ...usual, ...reply }, site.address);
  sendPage(response, page, authority, cookie);
}

function spoken({ headers }: IncomingMessage): Language {
  return languageOf((headers['accept-language'] ?? '').split(/[,;]/, 1)[0]);
}
