import type { Network } from '../../azure/network.js';
import type { Environment } from '../../config/settings.js';
import type { ProbeAnswer } from '../report.js';

/** What a probe touches of the machine that it runs on. Injected: a test's leads nowhere but to loopback. */
export interface Surroundings {
  /** Name service and connections. `extraCa`: what this machine trusts beside Node's own list. */
  readonly network: Network;
  /** Addresses of the name servers that the machine asks, first choice first. */
  readonly resolvers: readonly string[];
  /** The system's own look-up, with hosts file and search domains: words that are not judged yet. Ends with the signal. */
  readonly lookUp: (name: string, signal: AbortSignal) => Promise<ProbeAnswer>;
  readonly env: Environment;
  /** Text of a file in the configuration folder of Docker; null where there is none that can be read. */
  readonly dockerFile: (name: string) => Promise<string | null>;
  /** Runs a program to its end; null where it is not there or did not end in time. */
  readonly run: (program: string, args: readonly string[], signal: AbortSignal) => Promise<Ran | null>;
  /** Where Azure's metadata service answers a virtual machine. */
  readonly imds: { readonly address: string; readonly port: number };
  readonly now: () => Date;
}

export interface Ran {
  readonly ok: boolean;
  readonly stdout: string;
}
