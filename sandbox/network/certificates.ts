import { createSecureContext, type SecureContext } from 'node:tls';
import type { Fault } from '../world/world.js';
import { Authority, type Pair } from './authority.js';

type TlsFault = Exclude<Fault['tls'], 'hangs' | 'reset'>;

/** Certificates of the world's hosts, made when somebody first asks for them. */
export class Certificates {
  /** Who trusts this trusts the sandbox. */
  readonly authority: string;
  readonly #trusted: Authority;
  readonly #stranger: Authority;
  readonly #made = new Map<string, Promise<SecureContext>>();

  private constructor(trusted: Authority, stranger: Authority) {
    this.#trusted = trusted;
    this.#stranger = stranger;
    this.authority = trusted.pem;
  }

  static async create(): Promise<Certificates> {
    return new Certificates(
      await Authority.create('acr-help sandbox'),
      await Authority.create('Inspection of a proxy that nobody knows'),
    );
  }

  /** What a server shows for a host; with a fault, what a broken or inspected connection would show. */
  contextFor(host: string, fault: TlsFault): Promise<SecureContext> {
    const key = `${host} ${fault ?? 'right'}`;
    const made = this.#made.get(key) ?? this.#make(host, fault).then((pair) => createSecureContext(pair));
    this.#made.set(key, made);
    return made;
  }

  #make(host: string, fault: TlsFault): Promise<Pair> {
    switch (fault) {
      case 'untrusted':
        return this.#stranger.leaf([host]);
      case 'wrong-name':
        return this.#trusted.leaf(['another-host.invalid']);
      case 'expired':
        return this.#trusted.leaf([host], { from: -10, to: -1 });
      case 'not-yet-valid':
        return this.#trusted.leaf([host], { from: 1, to: 10 });
      case undefined:
        return this.#trusted.leaf([host]);
    }
  }
}
