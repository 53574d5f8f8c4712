import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:tls';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { openSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/open.js';
import type { Side } from '../../../sandbox/service.js';

/** A world that runs, and a client with TLS of its own: no production code in between. */

export const server = 'contoso.azurecr.io';
export const clientId = '11111111-2222-4333-8444-555555555555';

type Part = Readonly<Record<string, unknown>>;

/** @param situation what differs from a registry that an application may pull from */
export async function running(
  { registry = {}, ...situation }: Part & { registry?: Part } = {},
  options: SandboxOptions = {},
): Promise<Sandbox> {
  const opened = await openSandbox(
    stringify({
      title: { en: 'A registry', de: 'Eine Registry', 'zh-Hans': '一个注册表' },
      cause: 'role-missing',
      decoy: 'ip-not-allowed',
      decidedBy: 'check',
      asks: 'ana',
      paste: 'unauthorized',
      changes: { fix: {} },
      tenants: { contoso: {} },
      users: { ana: { tenant: 'contoso' }, ben: { tenant: 'contoso', linked: false } },
      servicePrincipals: { ci: { tenant: 'contoso', clientId, secrets: { only: { value: 'fake-secret' } } } },
      subscriptions: { prod: { tenant: 'contoso' } },
      registries: {
        contoso: { subscription: 'prod', repositories: { 'team/app': { tags: { v1: {} } } }, ...registry },
      },
      roleAssignments: { ci: { principal: 'ci', role: 'AcrPull', scope: 'registry:contoso' } },
      ...situation,
    }),
    options,
  );
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: Buffer;
}

export interface Call {
  readonly side?: Side;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request over a connection of its own. Throws where the way there fails. */
export async function ask(
  sandbox: Sandbox,
  url: string,
  { side = 'person', method = 'GET', headers = {}, body }: Call = {},
): Promise<Reply> {
  const [, host = '', path = '/'] = /^https:\/\/([^/]+)(.*)$/.exec(url) ?? [];
  const network = sandbox.network(side);
  const { signal } = new AbortController();
  const found = await network.resolve(host, signal);
  const [address] = found.kind === 'found' ? found.addresses : [];
  if (address === undefined) throw new Error(`${host}: ${found.kind}`);
  const socket = await network.connect(address, 443, signal);
  onTestFinished(() => void socket.destroy());
  const secure = connect({ socket, servername: host, ca: [...network.extraCa], ALPNProtocols: ['http/1.1'] });
  return new Promise((resolve, reject) => {
    secure.once('error', reject);
    const sent = request(
      { host, method, path, headers: { host, ...headers }, createConnection: () => secure },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () => {
          secure.destroy();
          const { statusCode: status = 0 } = response;
          const bytes = Buffer.concat(chunks);
          resolve({ status, headers: response.headers, body: bytes.toString(), bytes });
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** A form, as token endpoints take it. */
export function form(fields: Readonly<Record<string, string>>): Call {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  };
}
