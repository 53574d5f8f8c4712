import type { ServerResponse } from 'node:http';
import type { Language } from '../../knowledge/language.js';
import { Html, html } from './html.js';
import type { Script } from './scripts.js';
import { style, styleHash } from './style.js';

/** A page to answer with. */
export interface Page {
  readonly status: number;
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** The one script that may run; none without. */
  readonly script?: Script;
}

/**
 * Headers of every answer. Nothing runs but the page's own script, nothing is loaded but the style sheet, nobody frames it,
 * nobody keeps it, and no address with a token in it goes anywhere (security T20).
 *
 * @param authority origin of the sign-in page: browsers apply `form-action` to the redirect after a form, too
 */
export function pageHeaders(authority: string, script?: Script): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    `style-src ${styleHash}`,
    ...(script === undefined ? [] : [`script-src ${script.hash}`]),
    `form-action 'self' ${authority}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

/** The whole document. */
export function documentOf({ language, title, body, script }: Omit<Page, 'status'>): string {
  const run = script === undefined ? [] : [html`<script>${new Html(script.text)}</script>\n`];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – acr-help</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
<p class="brand">acr-help</p>
<h1>${title}</h1>
${body}
</main>
${run}</body>
</html>
`.text;
}

/** @param authority as for `pageHeaders` */
export function sendPage(
  response: ServerResponse,
  page: Page,
  authority: string,
  more: Readonly<Record<string, string>>,
): void {
  const headers = { ...pageHeaders(authority, page.script), ...more };
  response.writeHead(page.status, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  response.end(documentOf(page));
}
