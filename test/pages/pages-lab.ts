import { createSecretKey } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { botSecret } from '../../sandbox/entra/bot.js';
import type { Sandbox } from '../../sandbox/open.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { createEgress } from '../../src/azure/egress.js';
import { secretProof } from '../../src/azure/sign-in/client-proof.js';
import { createEntraSignIn } from '../../src/azure/sign-in/entra-sign-in.js';
import type { Redeemed, SignInService } from '../../src/azure/sign-in.js';
import { personKey } from '../../src/chat/person.js';
import type { Route } from '../../src/http/route.js';
import { HttpServer } from '../../src/http/server.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Log, LogFields } from '../../src/observe/log.js';
import type { ApprovalGiven, ApproveErrand } from '../../src/pages/approve/errand.js';
import { createPages, type Pages, type PagesOptions } from '../../src/pages/pages.js';
import { fakeDeliveries } from '../fakes/deliveries.js';
import { fakeSignInStore, type PagesStore } from '../fakes/sign-in-store.js';
import { running } from '../sandbox/network/running.js';
import { Browser, type Seen } from './browser.js';

/** The pages on an HTTP server of loopback, and who stands behind them. */

export const ana = personKey({
  platform: 'slack',
  tenant: 'T0CONTOSO',
  id: 'U0ANA',
  objectId: null,
  guest: false,
});

export interface LabOptions extends Partial<Pick<PagesOptions, 'publicUrl' | 'context'>> {
  readonly signIn?: (world: Sandbox) => SignInService | Promise<SignInService>;
  readonly situation?: Readonly<Record<string, unknown>>;
  readonly store?: PagesStore;
  readonly link?: Partial<PagesOptions['link']>;
  readonly approve?: Partial<ApproveErrand>;
}

/** The server's key, as no server has it. */
export const deliveryKey = createSecretKey(Buffer.alloc(32, 7));

/** Whom everybody in the chat asks. */
export const people = {
  ana: { tenant: 'contoso' },
  ben: { tenant: 'contoso' },
  gus: { tenant: 'contoso', guest: true },
  fay: { tenant: 'fabrikam' },
};

export async function lab({
  signIn = (world) => ofWorld(world),
  situation = {},
  link = {},
  approve = {},
  ...options
}: LabOptions = {}) {
  const sandbox = await running({
    tenants: { contoso: {}, fabrikam: {} },
    users: people,
    ...situation,
  });
  const store = fakeSignInStore();
  const deliveries = fakeDeliveries();
  const approvals: ApprovalGiven[] = [];
  const lines: { level: string; event: string; fields: LogFields }[] = [];
  const linked: string[] = [];
  const log = logTo(lines);
  // Stands still but for `advance`.
  let time = sandbox.now().getTime();
  const now = () => time;
  // Routes are made before the port is known, and it is part of what they say.
  let pages: Pages | null = null;
  const server = new HttpServer(
    later(() => pages),
    log,
  );
  const port = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.close());
  const origin = `http://127.0.0.1:${port}`;
  const made = createPages({
    ...{ store, log, now, context: null },
    signIn: await signIn(sandbox),
    publicUrl: origin,
    link: { store: options.store ?? store, onLinked: (person) => void linked.push(person), ...link },
    approve: {
      describe: async () => ({ title: 'Dana asks for a role', facts: [{ label: 'Role', value: 'AcrPush' }] }),
      approve: async (given) => {
        approvals.push(given);
        return { kind: 'done' };
      },
      ...approve,
    },
    reveal: { deliveries, key: deliveryKey },
    ...options,
  });
  pages = made;
  const start = (name = 'Ana', language: Language = 'en') => made.linkUrl(ana, name, language);
  return {
    sandbox,
    store,
    deliveries,
    lines,
    linked,
    approvals,
    pages: made,
    origin,
    now,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    start,
    browser: () => new Browser(origin, sandbox),
    objectIdOf: (name: string) => sandbox.world().users.get(name)?.id ?? '',
    tenant: sandbox.world().bot.tenant.id,
  };
}
export type Lab = Awaited<ReturnType<typeof lab>>;

/** @param browserAuthority origin of the sign-in page, where it is not the real one */
export function ofWorld(sandbox: Sandbox, browserAuthority?: string): SignInService {
  const { bot } = sandbox.world();
  return createEntraSignIn({
    egress: createEgress({ network: sandbox.network('bot'), cloud: publicCloud }),
    tenant: bot.tenant.id,
    clientId: bot.clientId,
    proof: secretProof(botSecret),
    now: sandbox.now,
    ...(browserAuthority !== undefined && { browserAuthority }),
  });
}

const paths = [
  ...['GET /signed-in', 'GET /link', 'POST /link', 'POST /link/confirm'],
  ...['GET /approve', 'POST /approve', 'POST /approve/confirm'],
  ...['GET /secret', 'POST /secret', 'POST /secret/show'],
];

function later(pages: () => Pages | null): readonly Route[] {
  return paths.map((it): Route => {
    const [method, path = ''] = it.split(' ');
    return {
      method: method === 'POST' ? 'POST' : 'GET',
      path,
      handle: async (request, response) => {
        const known = pages()?.routes.find((route) => route.method === method && route.path === path);
        await known?.handle(request, response);
      },
    };
  });
}

function logTo(lines: { level: string; event: string; fields: LogFields }[]): Log {
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ level, event, fields });
  return { info: line('info'), warn: line('warn'), error: line('error') };
}

export const upn = (name: string, tenant = 'contoso') => `${name}@${tenant}.onmicrosoft.com`;

/** From the link in the chat to the address that the sign-in page sends the browser back to. */
export async function toSignedIn(
  at: Lab,
  browser: Browser,
  user = upn('ana'),
  url?: string,
): Promise<string> {
  const page = await browser.get(url ?? (await at.start()));
  return signingIn(browser, await browser.press(page), user);
}

/** On the sign-in page, to the address that it sends the browser back to. */
export async function signingIn(browser: Browser, left: Seen, user: string): Promise<string> {
  const signedIn = await browser.post(left.headers.location ?? '', { user });
  return signedIn.headers.location ?? '';
}

/** On to the page with the choice. */
export async function toConfirm(at: Lab, browser: Browser, user = upn('ana'), url?: string) {
  return browser.get(await toSignedIn(at, browser, user, url));
}

/** The browser's cookies, for requests side by side. */
export function cookieOf({ cookies }: Pick<Browser, 'cookies'>): { readonly cookie: string } {
  return { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
}

/** The same form twenty times at once; statuses in order. */
export async function twenty(
  at: Lab,
  browser: Browser,
  path: string,
  fields: Readonly<Record<string, string>>,
) {
  const cookie = cookieOf(browser);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => at.browser().post(`${at.origin}${path}`, fields, cookie)),
  );
  return all.map(({ status }) => status).sort();
}

/** One succeeds, of twenty. */
export const oneOfTwenty = [200, ...Array.from({ length: 19 }, () => 410)];

/** A sign-in service that gives one answer. */
export function answering(redeemed: Redeemed): SignInService {
  return {
    authority: 'https://login.microsoftonline.com',
    authorizeUrl: ({ state }) => `https://login.microsoftonline.com/authorize?state=${state}`,
    redeem: async () => redeemed,
  };
}
