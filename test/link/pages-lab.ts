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
import { createLinkPages, type LinkPages, type LinkPagesOptions } from '../../src/link/link-pages.js';
import type { Log, LogFields } from '../../src/observe/log.js';
import { running } from '../sandbox/network/running.js';
import { fakeLinkStore } from '../support/fake-link-store.js';
import { Browser } from './browser.js';

/** The pages on an HTTP server of loopback, and who stands behind them. */

export const ana = personKey({
  platform: 'slack',
  tenant: 'T0CONTOSO',
  id: 'U0ANA',
  objectId: null,
  guest: false,
});

interface LabOptions extends Partial<Omit<LinkPagesOptions, 'signIn'>> {
  readonly signIn?: (world: Sandbox) => SignInService | Promise<SignInService>;
  readonly situation?: Readonly<Record<string, unknown>>;
}

export async function lab({
  signIn = (world) => ofWorld(world),
  situation = {},
  ...options
}: LabOptions = {}) {
  const sandbox = await running({
    tenants: { contoso: {}, fabrikam: {} },
    users: {
      ana: { tenant: 'contoso' },
      gus: { tenant: 'contoso', guest: true },
      fay: { tenant: 'fabrikam' },
    },
    ...situation,
  });
  const store = fakeLinkStore();
  const lines: { level: string; event: string; fields: LogFields }[] = [];
  const linked: string[] = [];
  const log = logTo(lines);
  // Stands still but for `advance`.
  let time = sandbox.now().getTime();
  const now = () => time;
  // Routes are made before the port is known, and it is part of what they say.
  let pages: LinkPages | null = null;
  const server = new HttpServer(
    later(() => pages),
    log,
  );
  const port = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.close());
  const origin = `http://127.0.0.1:${port}`;
  pages = createLinkPages({
    store,
    signIn: await signIn(sandbox),
    publicUrl: origin,
    log,
    now,
    onLinked: (person) => void linked.push(person),
    ...options,
  });
  const start = (name = 'Ana', language: Language = 'en') => pages?.startUrl(ana, name, language) ?? '';
  return {
    sandbox,
    store,
    lines,
    linked,
    origin,
    now,
    advance: (milliseconds: number) => {
      time += milliseconds;
    },
    start,
    browser: () => new Browser(origin, sandbox),
    objectIdOf: (name: string) => sandbox.world().users.get(name)?.id,
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

function later(pages: () => LinkPages | null): readonly Route[] {
  const paths = ['GET /link', 'POST /link', 'GET /link/callback', 'POST /link/confirm'];
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
export async function toCallback(
  at: Lab,
  browser: Browser,
  user = upn('ana'),
  url?: string,
): Promise<string> {
  const page = await browser.get(url ?? (await at.start()));
  const left = await browser.press(page);
  const authorize = left.headers.location ?? '';
  const signedIn = await browser.post(authorize, { user });
  return signedIn.headers.location ?? '';
}

/** On to the page with both accounts. */
export async function toConfirm(at: Lab, browser: Browser, user = upn('ana')) {
  return browser.get(await toCallback(at, browser, user));
}

/** A sign-in service that gives one answer. */
export function answering(redeemed: Redeemed): SignInService {
  return {
    authority: 'https://login.microsoftonline.com',
    authorizeUrl: ({ state }) => `https://login.microsoftonline.com/authorize?state=${state}`,
    redeem: async () => redeemed,
  };
}
