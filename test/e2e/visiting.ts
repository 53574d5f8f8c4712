import { upnOf } from '../../sandbox/entra/directories.js';
import type { Sandbox } from '../../sandbox/open.js';
import type { Browser, Seen } from '../pages/browser.js';
import { ask, form } from '../sandbox/network/running.js';
import type { Company } from './company.js';

/** Follows a link of the bot's through the sign-in, up to the page on which something is to be pressed. */
export async function signIn(browser: Browser, link: string, user: string): Promise<Seen> {
  const left = await browser.press(await browser.get(link));
  const back = await browser.post(left.headers.location ?? '', { user });
  return back.headers.location === undefined ? back : browser.get(back.headers.location);
}

/** The same as somebody of the world, in a browser of their own. */
export async function visit(company: Company, link: string, name: string) {
  const user = company.sandbox.world().users.get(name);
  if (user === undefined) throw new Error(`nobody is called ${name}`);
  const browser = company.browser();
  const page = await signIn(browser, link, upnOf(user));
  company.traces.pages.push(page);
  return { browser, page };
}

/** Approves on the page that a link leads to; gives what the page says then. */
export async function approveOnPage(company: Company, link: string, name: string): Promise<string> {
  const { browser, page } = await visit(company, link, name);
  const after = await browser.press(page, { decision: 'yes' });
  company.traces.pages.push(after);
  return after.body;
}

/** Opens the page that shows a secret once, and presses its button; gives what the page says then. */
export async function openSecret(company: Company, link: string, name: string): Promise<string> {
  const { browser, page } = await visit(company, link, name);
  return (await browser.press(page)).body;
}

/** Secrets of the world that stand on a page. */
export function secretsOn({ sandbox }: Company, page: string): readonly string[] {
  return sandbox.secrets().filter((secret) => new RegExp(`${secret}(?![\\w-])`).test(page));
}

/** Status with which a registry answers to a user name and a password. */
export async function atRegistry(
  sandbox: Sandbox,
  registry: string,
  user: string,
  password: string,
): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const url = `https://${registry}.azurecr.io/v2/`;
  return (await ask(sandbox, url, { headers: { authorization } })).status;
}

/** Status with which Entra answers to an application and its secret. */
export async function atEntra(sandbox: Sandbox, clientId: string, secret: string): Promise<number> {
  const tenant = sandbox.world().asks.tenant.id;
  const fields = {
    ...{ grant_type: 'client_credentials', client_id: clientId, client_secret: secret },
    scope: 'https://management.azure.com/.default',
  };
  const url = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
  return (await ask(sandbox, url, form(fields))).status;
}
