import { z } from 'zod';
import { parsedJson } from '../entra/reply.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { type Flags, head, manifestBody, repositoryBody, tagBody } from './attribute-bodies.js';
import { findManifest, type Image, imagesOf, manifestsOf, type Repository, repositoryOf } from './images.js';
import { mayDelete } from './locks.js';
import type { Call, Operation } from './operation.js';
import { pageOf } from './paging.js';
import { disallowed, manifestUnknown, repositoryUnknown } from './refusals.js';
import { empty, errorBody, json } from './reply.js';
import { repositoryScope } from './scope.js';

const scopeActions: Readonly<Record<string, string>> = { GET: 'metadata_read', PATCH: 'metadata_write' };

const needs: Operation['needs'] = ({ repository = '' }, { method }) =>
  repositoryScope(repository, scopeActions[method] ?? 'delete');

type InRepository = (call: Call, name: string, repository: Repository) => SandboxResponse;

/** An operation below a repository that must be there. */
function below(methods: readonly string[], path: RegExp, answer: InRepository): Operation {
  return {
    methods,
    path,
    needs,
    answer: (call) => {
      const { repository: name = '' } = call.parts;
      const repository = repositoryOf(call.registry, name);
      return repository === undefined ? repositoryUnknown(name) : answer(call, name, repository);
    },
  };
}

const listTags = below(['GET'], /^\/acr\/v1\/(?<repository>.+)\/_tags$/, (call, name, repository) => {
  const all = imagesOf(name, repository);
  const { page, headers } = pageOf(all, (image) => image.name, call.request);
  return json(200, { ...head(call.registry, name), tags: page.map(tagBody) }, headers);
});

const listManifests = below(
  ['GET'],
  /^\/acr\/v1\/(?<repository>.+)\/_manifests$/,
  (call, name, repository) => {
    const all = manifestsOf(imagesOf(name, repository));
    const { page, headers } = pageOf(all, ({ manifest }) => manifest.digest, call.request);
    return json(200, { ...head(call.registry, name), manifests: page.map(manifestBody) }, headers);
  },
);

const tag = below(
  ['GET', 'PATCH', 'DELETE'],
  /^\/acr\/v1\/(?<repository>.+)\/_tags\/(?<reference>[^/]+)$/,
  (call, name, repository) => {
    const { reference = '' } = call.parts;
    const image = imagesOf(name, repository).find((it) => it.name === reference);
    if (image === undefined) return manifestUnknown(reference);
    if (call.request.method === 'DELETE') return removed(repository, [image]);
    const body = tagBody(image);
    return shown(call.request, body.changeableAttributes, (changeableAttributes) => ({
      ...head(call.registry, name),
      tag: { ...body, changeableAttributes },
    }));
  },
);

const manifest = below(
  ['GET', 'PATCH'],
  /^\/acr\/v1\/(?<repository>.+)\/_manifests\/(?<reference>sha256:[0-9a-f]{64})$/,
  (call, name, repository) => {
    const { reference = '' } = call.parts;
    const found = findManifest(imagesOf(name, repository), reference);
    if (found === null) return manifestUnknown(reference);
    const body = manifestBody(found);
    return shown(call.request, body.changeableAttributes, (changeableAttributes) => ({
      ...head(call.registry, name),
      manifest: { ...body, changeableAttributes },
    }));
  },
);

const repository = below(
  ['GET', 'PATCH', 'DELETE'],
  /^\/acr\/v1\/(?<repository>(?!_catalog$).+)$/,
  (call, name, found) => {
    if (call.request.method === 'DELETE') return removed(found, imagesOf(name, found));
    const body = repositoryBody(call.registry, name, found);
    return shown(call.request, body.changeableAttributes, (changeableAttributes) => ({
      ...body,
      changeableAttributes,
    }));
  },
);

/** Not verified: the body of a repository that is deleted. Nothing is: a world changes through its changes only. */
function removed(repository: Repository, images: readonly Image[]): SandboxResponse {
  return mayDelete(repository, images) ? empty(202) : disallowed();
}

const flags = z.object({
  deleteEnabled: z.boolean().optional(),
  writeEnabled: z.boolean().optional(),
  readEnabled: z.boolean().optional(),
  listEnabled: z.boolean().optional(),
});

/** Attributes as they are, or as a PATCH wants them; the latter are told and not kept. */
function shown(
  { method, body }: SandboxRequest,
  current: Flags,
  bodyWith: (flags: object) => object,
): SandboxResponse {
  if (method === 'GET') return json(200, bodyWith(current));
  const wanted = flags.safeParse(parsedJson(body));
  if (!wanted.success) return json(400, errorBody('UNSUPPORTED', 'The attributes are not valid.'));
  return json(200, bodyWith({ ...current, ...wanted.data }));
}

/** The repository itself comes last: its pattern takes everything. */
export const attributeOperations: readonly Operation[] = [listTags, listManifests, tag, manifest, repository];
