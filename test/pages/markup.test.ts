import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { languages } from '../../src/knowledge/language.js';
import { pageProblems } from '../../src/knowledge/texts/pages.js';
import { problemPage } from '../../src/pages/problem-page.js';
import { documentOf, pageHeaders } from '../../src/pages/web/document.js';
import { html, sentence } from '../../src/pages/web/html.js';
import { approveLink, secretLink } from './errands.js';
import { answering, lab, toConfirm, upn } from './pages-lab.js';

describe('a template', () => {
  test('escapes what is put in, in text and attributes', () => {
    expect(html`<a title="${`"'<>&`}">${'<b>'}</a>`.text).toBe(
      '<a title="&#34;&#39;&#60;&#62;&#38;">&#60;b&#62;</a>',
    );
    expect(html`${[html`<i>${'<'}</i>`, html`x`]}`.text).toBe('<i>&#60;</i>x');
  });

  test('shows the code of a sentence', () => {
    expect(sentence('write `link <off>` now').text).toBe('write <code>link &#60;off&#62;</code> now');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '</style><script>',
  '&lt;b&gt;',
  '\u202Egnp.exe\u202C',
  'a\u0000b\u200Bc\nd',
];

/** Tags of a document, with their attributes but without what is in these. */
const tagsOf = (body: string) =>
  [...body.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replaceAll(/="[^"]*"/g, '='));

/** Both pages, for somebody whom chat and Entra call so. */
async function pagesFor(name: string): Promise<readonly string[]> {
  const who = { objectId: 'x', tenant: 'y', username: name, age: null };
  const at = await lab({ signIn: () => answering({ kind: 'signed-in', who }) });
  const browser = at.browser();
  const start = await browser.get(await at.start(name));
  const left = await browser.press(start);
  const state = new URL(left.headers.location ?? '').searchParams.get('state');
  const confirm = await browser.get(`${at.origin}/signed-in?state=${state}&code=abc`);
  expect(confirm.body.match(/<bdi>/g)).toHaveLength(4);
  return [start.body, confirm.body];
}

/** Elements that have no end tag (HTML, "Void elements"). */
const voids = ['meta', 'input', 'br'];

/** Tags that are not closed, or closed without being open. */
function openTags(document: string): readonly string[] {
  const text = document.replaceAll(/<(style|script)>[\s\S]*?<\/\1>/g, '');
  const open: string[] = [];
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (voids.includes(name)) continue;
    if (slash === '') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else open.push(`/${name}`);
  }
  return open;
}

describe('what is asked for', () => {
  const usual = 'AcrPush';
  const confirmWith = async (value: string) => {
    const describe = async () => ({ title: value, facts: [{ label: 'Role', value }] });
    const at = await lab({ approve: { describe } });
    return (await toConfirm(at, at.browser(), upn('ana'), await approveLink(at))).body;
  };

  test.each(hostile)('is inert where it is approved: %j', async (value) => {
    const body = await confirmWith(value);
    expect(tagsOf(body)).toEqual(tagsOf(await confirmWith(usual)));
    expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u0000]/);
  });
});

describe('a name', () => {
  test.each(hostile)('is inert: %j', async (name) => {
    const [bodies, usual] = [await pagesFor(name), await pagesFor('Ana')];
    expect(bodies.map(tagsOf)).toEqual(usual.map(tagsOf));
    for (const body of bodies) expect(body).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u0000]/);
  });

  test('is cut where it goes on', async () => {
    const at = await lab();
    const { body } = await at.browser().get(await at.start('😀'.repeat(200)));
    expect(body).toContain(`<bdi>${'😀'.repeat(80)}…</bdi>`);
  });
});

const endings = pageProblems.flatMap((problem) =>
  ([null, 'link', 'approve', 'reveal'] as const).map((errand) => [problem, errand] as const),
);

describe('a page', () => {
  test('lets nothing run, load, frame or keep', async () => {
    const at = await lab();
    const { headers, body } = await at.browser().get(await at.start());
    const { date: _, connection: __, 'keep-alive': ___, 'transfer-encoding': ____, ...kept } = headers;
    const sheet = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(sheet).digest('base64');
    expect(kept).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self' https://login.microsoftonline.com; frame-ancestors 'none'; base-uri 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(body).not.toMatch(/<script|style="|https?:\/\//);
  });

  test('has these headers however it ends', async () => {
    const at = await lab();
    const browser = at.browser();
    const page = await browser.get(await at.start());
    const all = [
      await browser.get(`${at.origin}/link`),
      await browser.get(`${at.origin}/signed-in?state=x`),
      await browser.post(`${at.origin}/link`, {}, { origin: 'https://evil.example' }),
      await browser.press(page),
    ];
    const wanted = pageHeaders('https://login.microsoftonline.com');
    for (const { headers } of all) expect(headers).toMatchObject(wanted);
  });

  test.each([
    ['de-AT,de;q=0.9', 'Dieser Link gilt nicht mehr'],
    ['zh-CN', '此链接已失效'],
    ['fr', 'This link is no longer valid'],
  ])('speaks the language of the browser (%s) to who is not known', async (tag, heading) => {
    const at = await lab();
    const seen = await at.browser().get(`${at.origin}/link`, { 'accept-language': tag });
    expect(seen.body).toContain(heading);
  });

  test.each(languages)('is one document with a language, a title and one heading in %s', (language) => {
    for (const [problem, errand] of endings) {
      const document = documentOf(problemPage({ problem, language, errand, retry: 'x' }, { path: '/acr' }));
      expect(document).toContain(`<html lang="${language}">`);
      expect(document.match(/<h1>/g)).toHaveLength(1);
      expect(document).not.toContain('undefined');
      expect(openTags(document)).toEqual([]);
    }
  });

  test.each(languages)(
    'closes what it opens, on the way to an approval and a secret in %s',
    async (language) => {
      const at = await lab();
      const browser = at.browser();
      for (const url of [await approveLink(at, language), secretLink(at, language).url]) {
        const start = await browser.get(url);
        const choice = await toConfirm(at, browser, upn('ana'), url);
        const end = await browser.press(choice, { decision: 'yes' });
        for (const { body } of [start, choice, end]) {
          expect(openTags(body)).toEqual([]);
          expect(body.match(/<h1>/g)).toHaveLength(1);
          expect(body).toContain(`<html lang="${language}">`);
        }
      }
    },
  );

  test('lets its own script run, and no other', async () => {
    const at = await lab();
    const browser = at.browser();
    const show = await toConfirm(at, browser, upn('ana'), secretLink(at).url);
    const shown = await browser.press(show);
    for (const { headers, body } of [show, shown]) {
      const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(body) ?? [];
      const hash = createHash('sha256').update(script).digest('base64');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`; script-src 'sha256-${hash}'; `);
      expect(policy).not.toContain('unsafe');
      expect(body.match(/<script/g)).toHaveLength(1);
      expect(body).not.toMatch(/ on[a-z]+="|https?:\/\//);
    }
  });
});
