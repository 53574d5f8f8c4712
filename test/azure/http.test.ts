import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type HttpRequest, type HttpResult, LARGEST_BODY, send } from '../../src/azure/http.js';
import { type FakeServer, fakeNet, type Recorded } from '../support/fake-net.js';
import { address, contoso, egressOn, signal } from './egress-on.js';

/** One request to a server that answers so. */
async function ask(
  answer: (request: Recorded, response: ServerResponse) => void,
  request: Partial<HttpRequest> = {},
  milliseconds = 8_000,
  stop = signal,
): Promise<HttpResult & { readonly server: FakeServer }> {
  const net = await fakeNet();
  net.dns(contoso, [address]);
  const server = await net.serve(address, { names: [contoso], answer });
  const opened = await egressOn(net).open(contoso, async () => false, signal);
  if (opened.kind !== 'open') throw new Error(`not opened: ${opened.kind}`);
  const message: HttpRequest = { host: contoso, method: 'GET', path: '/v2/', ...request };
  const result = await send(opened.socket, message, milliseconds, stop);
  opened.socket.destroy();
  return { ...result, server };
}

test('a request as the registry sees it', async () => {
  const { server, ...result } = await ask((_request, response) =>
    response.writeHead(401, { 'x-a': 'b' }).end('no'),
  );
  expect(result).toMatchObject({
    kind: 'answered',
    response: { status: 401, headers: { 'x-a': 'b' }, body: 'no' },
  });
  expect(server.requests).toMatchObject([
    { method: 'GET', url: '/v2/', headers: { host: contoso, 'accept-encoding': 'identity' }, body: '' },
  ]);
});

test('a form', async () => {
  const form = new URLSearchParams({ scope: 'repository:a/ü:pull', service: contoso });
  const { server } = await ask((_request, response) => response.end(), { method: 'POST', form });
  expect(server.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(server.requests[0]?.body).toBe(`scope=repository%3Aa%2F%C3%BC%3Apull&service=${contoso}`);
});

describe('what an answer may not do (T12)', () => {
  test('be larger than 64 KB', async () => {
    const exact = await ask((_request, response) => response.end('a'.repeat(LARGEST_BODY)));
    expect(exact.kind).toBe('answered');
    const more = await ask((_request, response) => response.end('a'.repeat(LARGEST_BODY + 1)));
    expect(more).toMatchObject({ kind: 'unread', status: 200 });
  });

  test('go on for ever', async () => {
    const chunk = Buffer.alloc(LARGEST_BODY);
    const { kind, server } = await ask((_request, response) => {
      const pump = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pump);
      pump();
    });
    expect(kind).toBe('unread');
    // What stood in the buffers of the operating system on both sides; without the cap it would be gigabytes.
    expect(server.sent()).toBeLessThan(50e6);
  });

  test('be packed: a bomb is not opened', async () => {
    const bomb = gzipSync(Buffer.alloc(20e6));
    const { kind, server } = await ask((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(kind).toBe('unread');
    expect(server.requests[0]?.headers['accept-encoding']).toBe('identity');
  });

  test('have endless headers', async () => {
    const { kind } = await ask((_request, response) =>
      response.writeHead(200, { 'x-a': 'a'.repeat(14_000) }).end(),
    );
    expect(kind).toBe('broken');
    const flood = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`x-${i}`, 'a'.repeat(300)]));
    expect((await ask((_request, response) => response.writeHead(200, flood).end())).kind).toBe('broken');
  });

  test.each(['body', 'headers'])('drip its %s beyond the deadline', async (what) => {
    const { kind } = await ask(
      (_request, response) => {
        if (what === 'headers') return;
        const drip = setInterval(() => response.write('a'), 10);
        response.on('close', () => clearInterval(drip));
      },
      {},
      100,
    );
    expect(kind).toBe('timeout');
  });

  test("outlast the caller's deadline", async () => {
    expect((await ask(() => {}, {}, 8_000, AbortSignal.timeout(50))).kind).toBe('timeout');
    expect((await ask(() => {}, {}, 8_000, AbortSignal.abort())).kind).toBe('timeout');
  });

  test('break off', async () => {
    const cut = await ask((_request, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('a', () => response.destroy());
    });
    expect(cut.kind).toBe('broken');
    expect((await ask((_request, response) => response.destroy())).kind).toBe('broken');
  });

  test('change the protocol', async () => {
    const { kind } = await ask((_request, response) => {
      response.socket?.write(
        'HTTP/1.1 101 Switching Protocols\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
      );
    });
    expect(kind).toBe('broken');
  });

  test('be something else than HTTP', async () => {
    const { kind } = await ask((_request, response) => {
      response.socket?.write('220 mail.example ESMTP\r\n');
    });
    expect(kind).toBe('broken');
  });
});
