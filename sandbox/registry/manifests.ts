import type { SandboxResponse } from '../service.js';
import { digestOf, findManifest, imagesOf, type Manifest, repositoryOf } from './images.js';
import { isWithheld, mayDelete, mayRead, mayWrite } from './locks.js';
import type { Call, Operation } from './operation.js';
import { disallowed, manifestUnknown, repositoryUnknown } from './refusals.js';
import { empty, errorBody, json, registryHeaders } from './reply.js';
import { repositoryScope } from './scope.js';

const path = /^\/v2\/(?<repository>.+)\/manifests\/(?<reference>[^/]+)$/;

/** What a reference names, or why it names nothing. */
function look({ registry, parts: { repository: name = '', reference = '' } }: Call) {
  const repository = repositoryOf(registry, name);
  if (repository === undefined) return { refusal: repositoryUnknown(name) };
  const found = findManifest(imagesOf(name, repository), reference);
  return found === null ? { refusal: manifestUnknown(reference) } : { ...found, repository };
}

const read: Operation = {
  methods: ['GET', 'HEAD'],
  path,
  needs: ({ repository = '' }) => repositoryScope(repository, 'pull'),
  answer: (call) => {
    const found = look(call);
    if ('refusal' in found) return found.refusal;
    const { manifest, images, repository } = found;
    if (!mayRead(repository, images) || isWithheld(images, call.access)) return disallowed();
    return accepts(call.request.headers['accept'], manifest) ? answer(call, manifest) : notAccepted(manifest);
  },
};

function answer({ request }: Call, { mediaType, digest, body }: Manifest): SandboxResponse {
  const headers = {
    ...registryHeaders(),
    'content-type': mediaType,
    'docker-content-digest': digest,
    etag: `"${digest}"`,
  };
  if (request.method === 'GET') return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) } };
}

/** A manifest's type must be named (registry-protocol.md §3). That a client which names all types gets it is not verified. */
function accepts(header: string | undefined, { mediaType }: Manifest): boolean {
  const types = (header ?? '').split(',').map((type) => type.split(';', 1)[0]?.trim());
  return types.includes(mediaType) || types.includes('*/*');
}

/** The sentences of distribution; those of the registry are not recorded. */
function notAccepted({ platform }: Manifest): SandboxResponse {
  const [one, many] = platform === null ? ['index', 'indexes'] : ['manifest', 'manifests'];
  const message = `OCI ${one} found, but Accept header does not support OCI ${many}`;
  return json(404, errorBody('MANIFEST_UNKNOWN', message));
}

/** A push is judged and not kept: a world changes through its changes only. */
const write: Operation = {
  methods: ['PUT'],
  path,
  needs: ({ repository = '' }) => repositoryScope(repository, 'pull', 'push'),
  answer: ({ registry, request, parts: { repository: name = '', reference = '' } }) => {
    const repository = repositoryOf(registry, name);
    const replaced = repository === undefined ? null : findManifest(imagesOf(name, repository), reference);
    if (!mayWrite(registry, repository, replaced?.images ?? [])) return disallowed();
    const digest = digestOf(request.body);
    return empty(201, { location: `/v2/${name}/manifests/${digest}`, 'docker-content-digest': digest });
  },
};

const remove: Operation = {
  methods: ['DELETE'],
  path,
  needs: ({ repository = '' }) => repositoryScope(repository, 'delete'),
  answer: (call) => {
    const found = look(call);
    if ('refusal' in found) return found.refusal;
    return mayDelete(found.repository, found.images) ? empty(202) : disallowed();
  },
};

export const manifestOperations: readonly Operation[] = [read, write, remove];
