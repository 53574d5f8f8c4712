import type { SandboxResponse } from '../service.js';
import type { User } from '../world/world.js';
import { upnOf } from './directories.js';
import type { Workload } from './principals.js';
import { type Aadsts, type Named, textOf } from './refusals.js';

const style =
  'body{font:1.1rem/1.5 system-ui,sans-serif;max-width:26rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}button{font:inherit;display:block;width:100%;padding:.7rem 1rem;margin:.5rem 0;text-align:start}small{color:GrayText}';

/** Who of the directory signs in. Posts to its own address, with the request still in it. */
export function accountsPage(app: Workload, users: readonly User[]): SandboxResponse {
  const buttons = users.map(upnOf).map((upn) => {
    const name = escaped(upn);
    return `<button name="user" value="${name}">${name}</button>`;
  });
  return page(
    200,
    `<h1>Pick an account</h1><p>to go on to ${escaped(app.name)}</p><form method="post">${buttons.join('')}<button name="cancel" value="1">Cancel</button></form>`,
  );
}

/** Where Entra does not send people back: it says why itself. */
export function refusedPage(code: Aadsts, named: Named): SandboxResponse {
  return page(
    400,
    `<h1>Sign in</h1><p>Sorry, but we’re having trouble signing you in.</p><p>${escaped(textOf(code, named))}</p>`,
  );
}

function page(status: number, body: string): SandboxResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Sandbox sign-in</title><style>${style}</style><body>${body}<p><small>A simulated Microsoft Entra ID. Nobody is asked for a password.</small></p></body></html>`,
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
