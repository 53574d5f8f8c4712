import { randomUUID } from 'node:crypto';
import type { SandboxResponse } from '../service.js';
import { findBlob, imagesOf, repositoryOf } from './images.js';
import { mayWrite } from './locks.js';
import type { Call, Operation } from './operation.js';
import { disallowed } from './refusals.js';
import { empty, errorBody, json } from './reply.js';
import { repositoryScope } from './scope.js';

const needs: Operation['needs'] = ({ repository = '' }) => repositoryScope(repository, 'pull', 'push');
const digestForm = /^sha256:[0-9a-f]{64}$/;

/**
 * Uploads of layers (distribution-spec). They are judged and not kept, and their digests are taken as they come: the
 * parts of a layer arrive in several requests.
 */
const begin: Operation = {
  methods: ['POST'],
  path: /^\/v2\/(?<repository>.+)\/blobs\/uploads\/?$/,
  needs,
  answer: (call) => {
    const { registry, request, parts } = call;
    const { repository: name = '' } = parts;
    if (!mayWrite(registry, repositoryOf(registry, name), [])) return disallowed();
    if (request.query.has('digest')) return stored(call, request.query.get('digest'));
    const mounted = request.query.get('mount') ?? '';
    const repository = repositoryOf(registry, request.query.get('from') ?? name);
    if (
      repository !== undefined &&
      findBlob(imagesOf(request.query.get('from') ?? name, repository), mounted)
    ) {
      return stored(call, mounted);
    }
    return started(call, randomUUID(), 0);
  },
};

const go: Operation = {
  methods: ['PATCH', 'PUT'],
  path: /^\/v2\/(?<repository>.+)\/blobs\/uploads\/(?<upload>[0-9a-f-]{36})$/,
  needs,
  answer: (call) => {
    const { registry, request, parts } = call;
    const { repository: name = '', upload = '' } = parts;
    if (!mayWrite(registry, repositoryOf(registry, name), [])) return disallowed();
    if (request.method === 'PUT') return stored(call, request.query.get('digest'));
    return started(call, upload, request.body.length);
  },
};

function started({ parts: { repository = '' } }: Call, upload: string, length: number): SandboxResponse {
  return empty(202, {
    location: `/v2/${repository}/blobs/uploads/${upload}`,
    'docker-upload-uuid': upload,
    range: `0-${Math.max(0, length - 1)}`,
  });
}

function stored({ parts: { repository = '' } }: Call, digest: string | null): SandboxResponse {
  if (digest === null || !digestForm.test(digest)) {
    return json(400, errorBody('DIGEST_INVALID', 'provided digest did not match uploaded content'));
  }
  return empty(201, { location: `/v2/${repository}/blobs/${digest}`, 'docker-content-digest': digest });
}

export const uploadOperations: readonly Operation[] = [begin, go];
