import { setMaxListeners } from 'node:events';
import { Agent, type RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Egress, PrivateAllowed } from './egress.js';
import { NotConnected } from './not-connected.js';

export interface AgentRules {
  /** Hosts that may be sent to, beyond what the guard itself says. */
  readonly admits: (host: string) => boolean;
  readonly privateAllowed: (host: string, signal: AbortSignal) => Promise<boolean>;
}

/** Milliseconds; Azure's load balancers forget an idle connection after four minutes, without a word. */
const LONGEST_IDLE = 30_000;

const never = new AbortController().signal;
// All connections that are being opened listen to it; Node takes more than ten listeners for a leak.
setMaxListeners(0, never);

/**
 * Keeps connections of the guard alive, and opens no others: what a request says about TLS, server name or proxy
 * is not listened to. A connection stays with the host that it was opened for.
 */
export class EgressAgent extends Agent {
  readonly #egress: Egress;
  readonly #rules: AgentRules;

  constructor(egress: Egress, rules: AgentRules) {
    super({ keepAlive: true, timeout: LONGEST_IDLE });
    this.#egress = egress;
    this.#rules = rules;
  }

  override createConnection(
    { host, port }: RequestOptions,
    callback?: (error: Error | null, stream: Duplex) => void,
  ): undefined {
    // Node ignores the stream where there is an error; its type does not say so.
    const done = callback as ((error: Error | null, stream?: Duplex) => void) | undefined;
    this.#open(host ?? '', Number(port ?? 443)).then(
      (opened) => (opened.kind === 'open' ? done?.(null, opened.socket) : done?.(new NotConnected(opened))),
      (error) => done?.(error),
    );
  }

  async #open(host: string, port: number) {
    const { admits, privateAllowed } = this.#rules;
    const mayBePrivate: PrivateAllowed = (signal) => privateAllowed(host, signal);
    if (port !== 443 || !admits(host)) {
      return { kind: 'guard', dns: { kind: 'failed', reason: 'refused' } } as const;
    }
    return this.#egress.open(host, mayBePrivate, never);
  }
}

/** For the clients and credentials of the Azure SDK: the hosts of the cloud profile, at public addresses. */
export function cloudAgent(egress: Egress): EgressAgent {
  return new EgressAgent(egress, {
    admits: (host) => egress.cloud.hosts.includes(host),
    privateAllowed: async () => false,
  });
}
