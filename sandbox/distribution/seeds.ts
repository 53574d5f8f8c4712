import { type Image, imagesOf, type Manifest, type Stored } from '../registry/images.js';
import { repositoryScope, type Scope } from '../registry/scope.js';
import type { Registry } from '../world/world.js';
import type { Received, Sent } from './upstream.js';

type Ask = (sent: Sent, access: readonly Scope[]) => Promise<Received>;

/** Puts the images that a world names into distribution, by pushes like those of other clients. */
export class Seeds {
  readonly #ask: Ask;
  /** Digests by `repository:tag`. */
  readonly #planted = new Map<string, string>();
  /** One after the other: two requests may come at the same time. */
  #last: Promise<void> = Promise.resolve();

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /**
   * Pushes what a world has come to name since the last time, and deletes what it no longer names. A tag that somebody
   * has pushed anew stays theirs.
   */
  plant(registry: Registry): Promise<void> {
    const next = this.#last.then(() => this.#plant(registry));
    this.#last = next.catch(() => {});
    return next;
  }

  async #plant({ repositories }: Registry): Promise<void> {
    const named = Object.entries(repositories).flatMap(([name, repository]) =>
      imagesOf(name, repository).map((image) => ({ key: `${name}:${image.name}`, name, image })),
    );
    const keys = new Set(named.map(({ key }) => key));
    for (const [key, digest] of this.#planted) {
      if (keys.has(key)) continue;
      const [name = ''] = key.split(':', 1);
      await this.#send(name, { method: 'DELETE', target: `/v2/${name}/manifests/${digest}` }, [202, 404]);
      this.#planted.delete(key);
    }
    for (const { key, name, image } of named) {
      if (this.#planted.get(key) === image.manifest.digest) continue;
      await this.#pushImage(name, image);
      this.#planted.set(key, image.manifest.digest);
    }
  }

  async #pushImage(name: string, { name: tag, manifest }: Image): Promise<void> {
    for (const each of manifest.manifests) await this.#pushManifest(name, each.digest, each);
    await this.#pushManifest(name, tag, manifest);
  }

  async #pushManifest(name: string, reference: string, manifest: Manifest): Promise<void> {
    for (const blob of manifest.blobs) await this.#pushBlob(name, blob);
    await this.#send(
      name,
      {
        method: 'PUT',
        target: `/v2/${name}/manifests/${reference}`,
        headers: { 'content-type': manifest.mediaType },
        body: Buffer.from(manifest.body),
      },
      [201],
    );
  }

  async #pushBlob(name: string, { digest, body }: Stored): Promise<void> {
    const begun = await this.#send(name, { method: 'POST', target: `/v2/${name}/blobs/uploads/` }, [202]);
    const location = begun.headers.location ?? '';
    const target = `${location}${location.includes('?') ? '&' : '?'}digest=${digest}`;
    const headers = { 'content-type': 'application/octet-stream' };
    await this.#send(name, { method: 'PUT', target, headers, body: Buffer.from(body) }, [201]);
  }

  async #send(name: string, sent: Sent, expected: readonly number[]): Promise<Received> {
    const received = await this.#ask(sent, [repositoryScope(name, 'pull', 'push', 'delete')]);
    if (expected.includes(received.status)) return received;
    throw new Error(`distribution answered ${received.status} to ${sent.method} of ${name}`);
  }
}
