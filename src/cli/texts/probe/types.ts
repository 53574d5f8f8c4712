import type { Place } from '../../../probe/values.js';

/** What `probe` says. */
export interface ProbeTexts {
  readonly command: string;
  readonly registry: string;
  readonly options: Readonly<Record<'repository' | 'json', string>>;
  /** "{value}". */
  readonly badRegistry: string;
  readonly badRepository: string;
  readonly failed: string;
  /** "{registry}", "{place}", "{time}" (UTC). */
  readonly head: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly labels: Readonly<
    Record<
      | 'dns'
      | 'lookup'
      | 'tcp'
      | 'tls'
      | 'v2'
      | 'repository'
      | 'data'
      | 'proxy'
      | 'clock'
      | 'docker'
      | 'podman'
      | 'store'
      | 'identity',
      string
    >
  >;
  readonly notTried: string;
  /** "{addresses}": each with one of `kinds`, "{address}". */
  readonly kinds: Readonly<Record<'private' | 'public', string>>;
  readonly noAddress: string;
  /** "{resolver}". */
  readonly resolver: string;
  /** "{names}". */
  readonly aliases: string;
  readonly dns: Readonly<Record<'nxdomain' | 'timeout' | 'servfail' | 'other', string>>;
  readonly tcp: Readonly<
    Record<'ok' | 'refused' | 'timeout' | 'unreachable' | 'proxy-refused' | 'other', string>
  >;
  readonly tls: Readonly<
    Record<'ok' | 'untrusted' | 'expired' | 'name-mismatch' | 'reset' | 'timeout' | 'other', string>
  >;
  /** "{issuer}". */
  readonly issuer: string;
  /** "{status}". */
  readonly v2: Readonly<Record<'challenged' | 'open' | 'forbidden' | 'other', string>>;
  /** "{realm}". */
  readonly realm: string;
  readonly noData: string;
  readonly proxy: Readonly<Record<'none' | 'set' | 'excepted', string>>;
  /** "{seconds}". */
  readonly clock: Readonly<Record<'right' | 'ahead' | 'behind', string>>;
  readonly missing: string;
  readonly daemon: Readonly<Record<'yes' | 'no', string>>;
  /** "{name}". */
  readonly store: Readonly<Record<'none' | 'file' | 'helper', string>>;
  readonly entry: Readonly<Record<'yes' | 'no' | 'unknown', string>>;
  readonly identity: Readonly<Record<'imds' | 'appService' | 'workload' | 'none', string>>;
  /** Before the block. */
  readonly paste: string;
}
