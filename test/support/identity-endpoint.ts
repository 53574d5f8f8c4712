import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll } from 'vitest';

/** The endpoint that Container Apps puts beside an app: a server on loopback, told of in the environment. */
export interface IdentityEndpoint {
  /** Parameters of the calls, in their order; tests may empty it. */
  readonly asked: URLSearchParams[];
  /** What the next calls get. */
  answer: (asked: URLSearchParams) => { readonly status: number; readonly token: string };
}

const variables = ['IDENTITY_ENDPOINT', 'IDENTITY_HEADER'] as const;

/** One for all tests of a file: MSAL keeps the first endpoint that it sees for as long as the process lives. */
export function identityEndpoint(): IdentityEndpoint {
  const endpoint: IdentityEndpoint = { asked: [], answer: () => ({ status: 200, token: 'token' }) };
  const server = createServer(({ url }, response) => {
    const asked = new URL(url ?? '', 'http://localhost').searchParams;
    endpoint.asked.push(asked);
    const { status, token } = endpoint.answer(asked);
    const expires = Math.ceil(Date.now() / 1000) + 3600;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: token, expires_on: `${expires}`, token_type: 'Bearer' }));
  });
  const before = variables.map((name) => [name, process.env[name]] as const);
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${address.port}/msi/token`;
    process.env['IDENTITY_HEADER'] = 'fake';
  });
  afterAll(() => {
    server.close();
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  return endpoint;
}
