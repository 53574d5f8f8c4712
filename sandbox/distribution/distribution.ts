import type { ServiceAt } from '../network/respond.js';
import { blobOperations } from '../registry/blobs.js';
import { catalogOperations } from '../registry/catalog.js';
import { type ContentStore, madeUpContent } from '../registry/content-store.js';
import { registryHost } from '../registry/hosts.js';
import { registryServiceOn } from '../registry/registry.js';
import type { Service } from '../service.js';
import { blobRead, deposited, listing } from './operations.js';
import { Signing } from './signing.js';
import { Upstream } from './upstream.js';

/**
 * Registries whose images lie in CNCF distribution: pushes are kept, blobs are real. Who may do what, locks, network
 * rules, throttling and faults stay the sandbox's, in front of it.
 */
export class Distribution {
  readonly #service: Service;
  readonly #program: string;
  readonly #signing: Promise<Signing>;
  /** By login server; one is started when somebody first gets as far as its content. */
  readonly #upstreams = new Map<string, Promise<Upstream>>();

  /** @param program `docker-registry` */
  constructor(program: string) {
    this.#program = program;
    this.#signing = Signing.create();
    this.#service = registryServiceOn(this.#store());
  }

  /** Who answers at a host, with these registries in place of those that are made up. */
  instead(at: ServiceAt): ServiceAt {
    return (host, world) => (registryHost(host, world) === null ? at(host, world) : this.#service);
  }

  async close(): Promise<void> {
    const started = await Promise.allSettled(this.#upstreams.values());
    await Promise.all(started.flatMap((it) => (it.status === 'fulfilled' ? [it.value.stop()] : [])));
  }

  #upstream(loginServer: string): Promise<Upstream> {
    const known = this.#upstreams.get(loginServer);
    if (known !== undefined) return known;
    const made = this.#signing.then((signing) => Upstream.start(this.#program, loginServer, signing));
    this.#upstreams.set(loginServer, made);
    return made;
  }

  #store(): ContentStore {
    const find = (loginServer: string) => this.#upstream(loginServer);
    const lists = catalogOperations.map((operation) => listing(operation, find));
    const others = madeUpContent.operations.filter(
      (it) => !catalogOperations.includes(it) && !blobOperations.includes(it),
    );
    return {
      operations: [...lists, blobRead(find), ...others.map((operation) => deposited(operation, find))],
      blob: async ({ loginServer }, name, digest, world) => {
        const upstream = await find(loginServer);
        const sent = { method: 'GET', target: `/v2/${name}/blobs/${digest}` };
        const access = [{ type: 'repository', name, actions: ['pull'] }];
        const { status, bytes } = await upstream.ask(sent, access, world);
        return status === 200 ? { bytes } : null;
      },
    };
  }
}
