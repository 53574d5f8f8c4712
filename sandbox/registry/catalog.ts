import { repositoryOf } from './images.js';
import type { Operation } from './operation.js';
import { pageOf } from './paging.js';
import { repositoryUnknown } from './refusals.js';
import { json } from './reply.js';
import { catalogScope, repositoryScope } from './scope.js';

/** Repositories of the registry; an empty one answers null (registry-protocol.md §3, recording). */
const catalog: Operation = {
  methods: ['GET'],
  path: /^\/(?:v2|acr\/v1)\/_catalog$/,
  needs: () => catalogScope,
  answer: ({ registry, request }) => {
    const names = Object.keys(registry.repositories);
    const { page, headers } = pageOf(names, (name) => name, request);
    return json(200, { repositories: names.length === 0 ? null : page }, headers);
  },
};

const tags: Operation = {
  methods: ['GET'],
  path: /^\/v2\/(?<repository>.+)\/tags\/list$/,
  needs: ({ repository = '' }) => repositoryScope(repository, 'metadata_read'),
  answer: ({ registry, request, parts: { repository: name = '' } }) => {
    const repository = repositoryOf(registry, name);
    if (repository === undefined) return repositoryUnknown(name);
    const { page, headers } = pageOf(Object.keys(repository.tags), (tag) => tag, request);
    return json(200, { name, tags: page }, headers);
  },
};

export const catalogOperations: readonly Operation[] = [catalog, tags];
