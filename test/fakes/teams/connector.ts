import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { directOf, type TeamsUser } from './people.js';
import { type Shown, shown } from './shown.js';
import type { SigningKey } from './tokens.js';

type Json = Readonly<Record<string, unknown>>;

/** How the connector is to misbehave. `silent`: it takes the request and never answers. */
export interface Failure {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly silent?: boolean;
  /** How often; for ever where nothing is said. */
  readonly times?: number;
}

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
  readonly body: Json;
}

interface Kept {
  readonly conversation: string;
  readonly activity: Json;
  readonly updates: number;
}

/** The Bot Connector and the channel's keys, on loopback. */
export class FakeConnector {
  readonly calls: Call[] = [];
  readonly keys: SigningKey[] = [];
  readonly users = new Map<string, TeamsUser>();
  /** How often the channel's keys are still given out. */
  keysLeft = Number.POSITIVE_INFINITY;
  readonly #messages = new Map<string, Kept>();
  readonly #failures: { readonly pattern: RegExp; readonly failure: Failure; left: number }[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #server: Server;
  #count = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#answer(request, response);
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    // It listens on a port.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Answers calls whose `METHOD /path` matches with a failure. */
  fail(pattern: RegExp, failure: Failure): void {
    this.#failures.push({ pattern, failure, left: failure.times ?? Number.POSITIVE_INFINITY });
  }

  /** The latest state of each message of a conversation, in the order in which they came. */
  messages(isIn: (conversation: string) => boolean): readonly Shown[] {
    return [...this.#messages]
      .filter(([, { conversation }]) => isIn(conversation))
      .map(([id, { conversation, updates, activity }]) => shown(id, conversation, updates, activity));
  }

  /** Takes a message away, as a person or a policy does. */
  forget(id: string): void {
    this.#messages.delete(id);
  }

  /** Resolves when something holds; asked again after each call. */
  async until(holds: () => boolean, ms = 5000): Promise<void> {
    const end = Date.now() + ms;
    while (!holds()) {
      if (Date.now() > end) throw new Error('what was waited for did not happen');
      await new Promise<void>((resolve) => {
        const late = setTimeout(done, 50);
        const waiting = this.#waiting;
        function done(): void {
          clearTimeout(late);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://fake').pathname);
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString('utf8');
    if (path.startsWith('/.well-known') || path === '/keys') {
      write(response, this.#keysOf(path));
      return;
    }
    // What the SDK serialised is an object.
    const body = (text === '' ? {} : JSON.parse(text)) as Json;
    const method = request.method ?? 'GET';
    this.calls.push({ method, path, authorization: request.headers.authorization ?? '', body });
    const failing = this.#failures.find(({ pattern, left }) => left > 0 && pattern.test(`${method} ${path}`));
    if (failing === undefined) write(response, this.#serve(method, path, body));
    else {
      failing.left -= 1;
      const { silent = false, status = 500, headers = {}, body: said = '' } = failing.failure;
      if (!silent) response.writeHead(status, headers).end(said);
    }
    for (const done of [...this.#waiting]) done();
  }

  #keysOf(path: string): Reply {
    this.keysLeft -= 1;
    if (this.keysLeft < 0) return reply(500, {});
    const body =
      path === '/keys'
        ? { keys: this.keys.map(({ published }) => published) }
        : {
            issuer: 'https://api.botframework.com',
            jwks_uri: `${this.url}/keys`,
            id_token_signing_alg_values_supported: ['RS256'],
          };
    return reply(200, body);
  }

  #serve(method: string, path: string, body: Json): Reply {
    const [, , kind, conversation = '', what, id = ''] = path.split('/');
    if (kind !== 'conversations') return reply(404, { error: { code: 'NotFound' } });
    if (conversation === '') return this.#open(body);
    if (what === 'members') return this.#member(id);
    if (method === 'POST') {
      const owner = this.#ownerOf(conversation);
      if (owner?.installed === false) return reply(403, { error: { code: 'MessageWritesBlocked' } });
      this.#count += 1;
      const made = `m${this.#count}`;
      this.#messages.set(made, { conversation, activity: body, updates: 0 });
      return reply(201, { id: made });
    }
    const kept = this.#messages.get(id);
    if (kept === undefined) return reply(404, { error: { code: 'ActivityNotFoundInConversation' } });
    if (method === 'DELETE') this.#messages.delete(id);
    else this.#messages.set(id, { conversation, activity: body, updates: kept.updates + 1 });
    return reply(200, { id });
  }

  #open(body: Json): Reply {
    const members = body['members'] as readonly { readonly id: string }[];
    const owner = this.users.get(members[0]?.id ?? '');
    if (owner === undefined || !owner.installed)
      return reply(403, { error: { code: 'BotNotInConversationRoster' } });
    return reply(201, { id: directOf(owner) });
  }

  #member(id: string): Reply {
    const found = this.users.get(id);
    if (found === undefined) return reply(404, { error: { code: 'MemberNotFoundInConversation' } });
    const { name, aadObjectId, tenant, role } = found;
    return reply(200, {
      id,
      name,
      objectId: aadObjectId,
      aadObjectId,
      givenName: name,
      surname: name,
      email: `${name}@contoso.example`,
      userPrincipalName: `${name}@contoso.example`,
      tenantId: tenant,
      userRole: role,
    });
  }

  #ownerOf(conversation: string): TeamsUser | undefined {
    return [...this.users.values()].find((one) => directOf(one) === conversation);
  }
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

function reply(status: number, body: unknown): Reply {
  return { status, body };
}

function write(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
