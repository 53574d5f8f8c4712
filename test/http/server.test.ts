import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { BODY_LIMIT, readBody } from '../../src/http/body.js';
import type { Route } from '../../src/http/route.js';
import { HttpServer, plain } from '../../src/http/server.js';
import type { LogFields } from '../../src/observe/log.js';

const logged: { readonly event: string; readonly fields: LogFields }[] = [];
const log = (event: string, fields: LogFields = {}): void => {
  logged.push({ event, fields });
};
const echo: Route = {
  method: 'POST',
  path: '/echo',
  handle: async (request, response) => {
    const body = await readBody(request);
    if (body === null) plain(response, 413);
    else response.end(body);
  },
};
const broken: Route = {
  method: 'GET',
  path: '/broken',
  handle: async () => {
    throw new Error('CANARY of the inside');
  },
};
const whole: Route = {
  method: 'GET',
  path: '/whole',
  handle: async (_request, response) => {
    response.setHeader('content-type', 'text/plain').end('whole');
  },
};
const half: Route = {
  method: 'GET',
  path: '/half',
  handle: async (_request, response) => {
    response.write('half');
    throw new Error('CANARY of the inside');
  },
};

let server: HttpServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
  logged.length = 0;
});

async function start(): Promise<string> {
  server = new HttpServer([echo, whole, broken, half], { info: log, warn: log, error: log });
  return `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
}

describe('the server', () => {
  test('knows its paths, whole and with their methods', async () => {
    const base = await start();
    const status = async (path: string, method = 'GET') => (await fetch(`${base}${path}`, { method })).status;
    expect(await status('/echo')).toBe(405);
    expect(await status('/echo/', 'POST')).toBe(404);
    expect(await status('/')).toBe(404);
    expect(await status('/echo?x=1', 'POST')).toBe(200);
  });

  test('answers HEAD as GET, without the body', async () => {
    const base = await start();
    const answer = await fetch(`${base}/whole`, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain']);
    expect(await answer.text()).toBe('');
    expect((await fetch(`${base}/echo`, { method: 'HEAD' })).status).toBe(405);
  });

  test('tells nothing of what broke inside', async () => {
    const base = await start();
    const answer = await fetch(`${base}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('');
    await expect(fetch(`${base}/half`).then((it) => it.text())).rejects.toThrow();
    expect(logged).toEqual([
      { event: 'http.failed', fields: { path: '/broken' } },
      { event: 'http.failed', fields: { path: '/half' } },
    ]);
  });

  test('goes on when a peer goes away in the middle', async () => {
    const base = await start();
    const { port } = new URL(base);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write('POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.resetAndDestroy();
    expect((await fetch(`${base}/echo`, { method: 'POST', body: 'x' })).status).toBe(200);
  });
});

describe('bodies', () => {
  test('come as the bytes that were sent', async () => {
    const base = await start();
    const body = Buffer.from([0, 255, 10, 13, 128]);
    const answer = await fetch(`${base}/echo`, { method: 'POST', body });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body);
  });

  test.each([
    ['announced', Buffer.alloc(BODY_LIMIT + 1)],
    [
      'not announced',
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
      }),
    ],
  ])('that are too large are not read: %s', async (_how, body) => {
    const base = await start();
    const status = await fetch(`${base}/echo`, { method: 'POST', body, duplex: 'half' } as RequestInit).then(
      (it) => it.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(status);
  });

  test('of exactly the limit are read', async () => {
    const base = await start();
    const answer = await fetch(`${base}/echo`, { method: 'POST', body: Buffer.alloc(BODY_LIMIT) });
    expect((await answer.arrayBuffer()).byteLength).toBe(BODY_LIMIT);
  });
});
