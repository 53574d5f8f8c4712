import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import type { Scope } from '../registry/scope.js';
import type { World } from '../world/world.js';
import { DistributionProcess } from './process.js';
import { Seeds } from './seeds.js';
import type { Signing } from './signing.js';

/** One request to distribution. */
export interface Sent {
  readonly method: string;
  /** With its query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** The distribution behind one login server, with what the world says is in it. */
export class Upstream {
  readonly #service: string;
  readonly #process: DistributionProcess;
  readonly #signing: Signing;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #seeds = new Seeds((sent, access) => this.#ask(sent, access));

  private constructor(service: string, process: DistributionProcess, signing: Signing) {
    this.#service = service;
    this.#process = process;
    this.#signing = signing;
  }

  /** @param service login server */
  static async start(program: string, service: string, signing: Signing): Promise<Upstream> {
    return new Upstream(service, await DistributionProcess.start(program, service, signing.bundle), signing);
  }

  /** Asks once everything is there that the world names by now. */
  async ask(sent: Sent, access: readonly Scope[], world: World): Promise<Received> {
    const registry = [...world.registries.values()].find(({ loginServer }) => loginServer === this.#service);
    if (registry !== undefined) await this.#seeds.plant(registry);
    return this.#ask(sent, access);
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.#process.stop();
  }

  async #ask({ method, target, headers = {}, body }: Sent, access: readonly Scope[]): Promise<Received> {
    const authorization = `Bearer ${await this.#signing.tokenFor(this.#service, access)}`;
    const length = body === undefined ? {} : { 'content-length': String(body.byteLength) };
    return new Promise((resolve, reject) => {
      const sent = request(
        new URL(target, this.#process.origin),
        { method, agent: this.#agent, headers: { ...headers, ...length, authorization } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.once('error', reject);
          response.once('end', () => {
            const { statusCode: status = 0, headers } = response;
            resolve({ status, headers, bytes: Buffer.concat(chunks) });
          });
        },
      );
      sent.once('error', reject);
      sent.end(body);
    });
  }
}
