import { z } from 'zod';
import { bytesOf } from '../network/body.js';
import { blobHost } from '../registry/hosts.js';
import { repositoryOf } from '../registry/images.js';
import { mayRead } from '../registry/locks.js';
import type { Call, Operation } from '../registry/operation.js';
import { pageOf } from '../registry/paging.js';
import { blobUnknown, disallowed, manifestUnknown, repositoryUnknown } from '../registry/refusals.js';
import { empty, json, registryHeaders } from '../registry/reply.js';
import { catalogScope, repositoryScope, type Scope } from '../registry/scope.js';
import { signedPath } from '../registry/storage.js';
import type { SandboxResponse } from '../service.js';
import type { Received, Upstream } from './upstream.js';

/** The distribution behind a login server. */
type Find = (loginServer: string) => Promise<Upstream>;

/** An operation that distribution does once the sandbox has nothing against it. */
export function deposited(operation: Operation, find: Find): Operation {
  if (!operation.path.source.startsWith('^\\/v2')) return operation;
  return {
    ...operation,
    methods: withUploads(operation.methods),
    answer: async (call) => {
      // What the world says of its images: a lock is the only thing that it knows better.
      const judged = withheld(call) ?? (await operation.answer(call));
      if (judged.status === 405) return judged;
      const received = await forward(call, find);
      const missing = received.status === 404 && call.parts['reference'] !== undefined;
      if (missing && !(await isRepository(call, find)))
        return repositoryUnknown(call.parts['repository'] ?? '');
      return translated(call, received);
    },
  };
}

/** Asked for a manifest, distribution does not say which of the two is not there. */
async function isRepository(call: Call, find: Find): Promise<boolean> {
  const path = `/v2/${call.parts['repository']}/tags/list`;
  const request = { ...call.request, method: 'GET', path, query: new URLSearchParams(), body: '' };
  return (await forward({ ...call, request }, find)).status === 200;
}

/** Uploads can be asked about, and called off. */
function withUploads(methods: readonly string[]): readonly string[] {
  return methods.includes('PATCH') ? [...methods, 'GET', 'DELETE'] : methods;
}

function withheld({ registry, request, parts: { repository: name = '' } }: Call): SandboxResponse | null {
  const repository = repositoryOf(registry, name);
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads && repository !== undefined && !mayRead(repository, []) ? disallowed() : null;
}

/** Layers: distribution says whether there is one, the host of the storage gives it (`ContentStore.blob`). */
export function blobRead(find: Find): Operation {
  return {
    methods: ['GET', 'HEAD'],
    path: /^\/v2\/(?<repository>.+)\/blobs\/(?<digest>sha256:[0-9a-f]{64})$/,
    needs: ({ repository = '' }) => repositoryScope(repository, 'pull'),
    answer: async (call) => {
      const { registry, region, world, request, parts } = call;
      const { repository: name = '', digest = '' } = parts;
      const locked = withheld(call);
      if (locked !== null) return locked;
      const sent = { ...call, request: { ...request, method: 'HEAD' } };
      const found = await forward(sent, find);
      if (found.status !== 200) return blobUnknown(digest);
      if (request.method === 'HEAD') return translated(call, found);
      const location = `https://${blobHost(registry, region)}${signedPath(name, digest, world.now())}`;
      return empty(307, { location, 'docker-content-digest': digest });
    },
  };
}

const names = z.object({
  repositories: z.array(z.string()).nullish(),
  tags: z.array(z.string()).nullish(),
});

/** Lists come whole from distribution, which pages in ways of its own. */
export function listing(operation: Operation, find: Find): Operation {
  return {
    ...operation,
    answer: async (call) => {
      const { request, parts } = call;
      const { repository } = parts;
      const path = repository === undefined ? '/v2/_catalog' : `/v2/${repository}/tags/list`;
      const asked = { ...request, path, query: new URLSearchParams({ n: '1000' }) };
      const received = await forward({ ...call, request: asked }, find);
      if (received.status === 404) return repositoryUnknown(repository ?? '');
      const read = names.parse(JSON.parse(received.bytes.toString()));
      const all = (repository === undefined ? read.repositories : read.tags) ?? [];
      const { page, headers } = pageOf(all.toSorted(), (name) => name, request);
      const body =
        repository === undefined
          ? { repositories: all.length === 0 ? null : page }
          : { name: repository, tags: page };
      return json(200, body, headers);
    },
  };
}

const passedOn = ['accept', 'content-type', 'content-range', 'range', 'if-none-match'];

async function forward(call: Call, find: Find): Promise<Received> {
  const { request, registry, world, access } = call;
  const upstream = await find(registry.loginServer);
  const headers = Object.entries(request.headers).filter(([name]) => passedOn.includes(name));
  const query = mountable(request.query, access).toString();
  return upstream.ask(
    {
      method: request.method,
      target: query === '' ? request.path : `${request.path}?${query}`,
      headers: { ...Object.fromEntries(headers), ...acceptable(request.headers['accept']) },
      body: bytesOf(request),
    },
    understood(access),
    world,
  );
}

const mediaTypes = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];

/** Distribution takes "all types" for none. */
function acceptable(accept = ''): Readonly<Record<string, string>> {
  return accept.includes('*/*') ? { accept: [accept, ...mediaTypes].join(', ') } : {};
}

/** Who may not read where a layer is to be taken from uploads it, as the specification lets a registry ask for. */
function mountable(query: URLSearchParams, access: readonly Scope[]): URLSearchParams {
  const from = query.get('from');
  const readable = access.some(({ name, actions }) => name === from && actions.includes('pull'));
  if (from === null || readable) return query;
  return new URLSearchParams([...query].filter(([name]) => name !== 'mount' && name !== 'from'));
}

/** Actions that the registry has and distribution does not: tags are listed by whoever may pull. */
function understood(access: readonly Scope[]): readonly Scope[] {
  return access.map(({ type, name, actions }) => {
    if (type === catalogScope.type) return { type, name, actions };
    const held = actions.map((action) => (action === 'metadata_read' ? 'pull' : action));
    return { type, name, actions: [...new Set(held)].filter((it) => /^(?:pull|push|delete)$/.test(it)) };
  });
}

const broughtBack = [
  'content-type',
  'content-length',
  'content-range',
  'docker-content-digest',
  'docker-upload-uuid',
  'etag',
  'location',
  'range',
];

/** Distribution's answer with the headers of a registry of Azure, and its words for what is not there. */
function translated({ parts }: Call, { status, headers, bytes }: Received): SandboxResponse {
  const { repository = '', reference } = parts;
  const text = bytes.toString();
  if (status === 404 && text.includes('"NAME_UNKNOWN"')) return repositoryUnknown(repository);
  if (status === 404 && reference !== undefined && !text.includes('does not support')) {
    return manifestUnknown(reference);
  }
  const kept = broughtBack.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { status, headers: { ...registryHeaders(), ...Object.fromEntries(kept) }, bytes };
}
