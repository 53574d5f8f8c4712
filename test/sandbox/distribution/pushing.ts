import { createHash } from 'node:crypto';
import type { Sandbox } from '../../../sandbox/open.js';
import { ask, type Call, clientId, type Reply, server } from '../network/running.js';
import { basic } from '../registry-lab.js';

/** A client of the registry that keeps to the specification, on its own TLS. */
export class Client {
  readonly #sandbox: Sandbox;
  readonly #user: readonly [name: string, password: string];

  constructor(sandbox: Sandbox, user: readonly [string, string] = [clientId, 'fake-secret']) {
    this.#sandbox = sandbox;
    this.#user = user;
  }

  async as(scope: string, method: string, target: string, call: Call = {}): Promise<Reply> {
    const query = new URLSearchParams({ service: server, scope });
    const token = await this.#ask(`/oauth2/token?${query}`, { headers: basic(...this.#user) });
    const authorization = `Bearer ${JSON.parse(token.body).access_token}`;
    const headers = { accept: '*/*', ...call.headers, authorization };
    return this.#ask(target, { ...call, method, headers });
  }

  /** Pushes an image of one layer; gives the answer to its manifest. */
  async push(repository: string, tag: string, layer: Buffer): Promise<Reply> {
    const scope = `repository:${repository}:pull,push`;
    const config = Buffer.from('{"architecture":"amd64","os":"linux"}');
    for (const blob of [config, layer]) {
      const begun = await this.as(scope, 'POST', `/v2/${repository}/blobs/uploads/`);
      if (begun.status !== 202) return begun;
      const body = { body: blob, headers: { 'content-type': 'application/octet-stream' } };
      const sent = await this.as(scope, 'PATCH', begun.headers.location ?? '', body);
      const end = `${sent.headers.location}&digest=${digestOf(blob)}`;
      await this.as(scope, 'PUT', end);
    }
    const mediaType = 'application/vnd.oci.image.manifest.v1+json';
    const descriptor = (blob: Buffer, kind: string) => ({
      mediaType: `application/vnd.oci.image.${kind}`,
      digest: digestOf(blob),
      size: blob.length,
    });
    const manifest = {
      schemaVersion: 2,
      mediaType,
      config: descriptor(config, 'config.v1+json'),
      layers: [descriptor(layer, 'layer.v1.tar')],
    };
    return this.as(scope, 'PUT', `/v2/${repository}/manifests/${tag}`, {
      headers: { 'content-type': mediaType },
      body: JSON.stringify(manifest),
    });
  }

  /** A layer, by the way over the storage's host. */
  async layer(repository: string, digest: string): Promise<Reply> {
    const sent = await this.as(`repository:${repository}:pull`, 'GET', `/v2/${repository}/blobs/${digest}`);
    return sent.status === 307 ? ask(this.#sandbox, sent.headers.location ?? '') : sent;
  }

  async status(scope: string, target: string): Promise<number> {
    return (await this.as(scope, 'GET', target)).status;
  }

  /** Tags as the registry lists them. */
  async tags(repository: string): Promise<readonly string[]> {
    const target = `/v2/${repository}/tags/list`;
    return JSON.parse((await this.as(`repository:${repository}:metadata_read`, 'GET', target)).body).tags;
  }

  #ask(target: string, call: Call): Promise<Reply> {
    return ask(this.#sandbox, `https://${server}${target}`, call);
  }
}

export function digestOf(bytes: Buffer): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}
