import { describe, expect, test } from 'vitest';
import { BOT_TOKEN, type FakeSlack } from '../../fakes/slack/fake-slack.js';
import { snippet } from '../../fakes/slack/payloads.js';
import { counting } from './counting.js';
import { DANA, GENERAL, seat } from './seat.js';

const MB = 1024 * 1024;
const plain = { 'content-type': 'text/plain; charset=utf-8' };

const put = (
  fake: FakeSlack,
  body: string | Buffer,
  headers: Record<string, string> = plain,
  status = 200,
): string => {
  fake.workspace.files.set('/files/error.txt', { body: Buffer.from(body), headers, status });
  return `${fake.server.origin}/files/error.txt`;
};
const send = (fake: FakeSlack, url: string, text = '', more: Record<string, unknown> = {}) =>
  fake.say(DANA, text, { subtype: 'file_share', files: [snippet(url, more)] });

test('a snippet is read with the token of the bot', async () => {
  const { fake, next } = await seat();
  await send(fake, put(fake, 'unauthorized: authentication required\n<none>'), 'look');
  expect(await next()).toMatchObject({
    kind: 'direct',
    text: 'look\nunauthorized: authentication required\n<none>',
  });
  expect(fake.server.fetched).toEqual([{ path: '/files/error.txt', authorization: `Bearer ${BOT_TOKEN}` }]);
});

test('in a mention, too', async () => {
  const { fake, next } = await seat();
  await fake.mention(DANA, GENERAL, 'see file', { files: [snippet(put(fake, 'denied'))] });
  expect(await next()).toMatchObject({ kind: 'mention', text: 'see file\ndenied' });
});

test('UTF-16 of Windows PowerShell is read', async () => {
  const { fake, next } = await seat();
  await send(fake, put(fake, Buffer.from('\ufeffdenied: äöü', 'utf16le')));
  expect(await next()).toMatchObject({ text: 'denied: äöü' });
});

test('a file of exactly 1 MB is read', async () => {
  const { fake, next } = await seat();
  await send(fake, put(fake, 'a'.repeat(MB)), '', { size: MB });
  const event = await next();
  expect(event.kind === 'direct' && event.text.length).toBe(MB);
});

describe('unreadable', () => {
  test.each<[string, string, Record<string, unknown>, string | Buffer, Record<string, string>, number]>([
    ['larger, by its own account', 'too-large', { size: MB + 1 }, 'x', plain, 200],
    ['larger than it says', 'too-large', { size: 10 }, 'a'.repeat(MB + 1), plain, 200],
    ['a picture', 'binary', { mimetype: 'image/png', mode: 'hosted' }, 'x', plain, 200],
    ['text with zero bytes', 'binary', {}, 'a\0b', plain, 200],
    ['the page to sign in', 'unavailable', {}, '<html>', { 'content-type': 'text/html' }, 200],
    ['missing', 'unavailable', {}, 'x', plain, 404],
    ['a redirect', 'unavailable', {}, '', { location: 'http://127.0.0.1:9/' }, 302],
    [
      'without an address',
      'unavailable',
      { url_private: undefined, url_private_download: undefined },
      'x',
      plain,
      200,
    ],
  ])('%s', async (_what, why, more, body, headers, status) => {
    const { fake, next } = await seat();
    await send(fake, put(fake, body, headers, status), '', more);
    expect(await next()).toMatchObject({ kind: 'unreadable', why });
  });

  test.each([
    'https://files.slack.com.evil.example/x',
    'http://localhost:9/x',
    'file:///etc/passwd',
    'http://169.254.169.254/latest/meta-data',
    'https://files.slack.com/x',
    'not an address',
  ])('of another host than the configured: %s', async (url) => {
    const { fake, next } = await seat();
    await send(fake, url);
    expect(await next()).toMatchObject({ kind: 'unreadable', why: 'unavailable' });
    expect(fake.server.fetched).toEqual([]);
  });

  test.each(['at another host', 'by a redirect to another host'])('%s: nobody else is asked', async (how) => {
    const elsewhere = await counting();
    const { fake, next } = await seat();
    await send(
      fake,
      how === 'at another host' ? elsewhere.url : put(fake, '', { location: elsewhere.url }, 302),
    );
    expect(await next()).toMatchObject({ kind: 'unreadable', why: 'unavailable' });
    expect(elsewhere.asked()).toBe(0);
  });

  test('is said beside the text that came with it, under a key of its own', async () => {
    const { fake, next } = await seat();
    await send(fake, put(fake, 'x'), 'what is this?', { mimetype: 'image/png', mode: 'hosted' });
    const [file, text] = [await next(), await next()];
    expect([file, text]).toMatchObject([
      { kind: 'unreadable', why: 'binary' },
      { kind: 'direct', text: 'what is this?' },
    ]);
    expect(file.key).not.toBe(text.key);
  });
});

test('what somebody writes while a file is fetched waits for it', async () => {
  let release = (): void => {};
  const after = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { fake, events, next } = await seat();
  const url = put(fake, 'first');
  fake.workspace.files.set('/files/error.txt', {
    body: Buffer.from('first'),
    headers: plain,
    status: 200,
    after,
  });
  await send(fake, url);
  await fake.say(DANA, 'second');
  await fake.say(fake.user('U0LEE00001', 'Lee'), 'of another');
  expect(await next()).toMatchObject({ text: 'of another' });
  release();
  expect([await next(), await next()]).toMatchObject([{ text: 'first' }, { text: 'second' }]);
  expect(events).toHaveLength(3);
});
