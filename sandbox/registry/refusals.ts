import type { SandboxResponse } from '../service.js';
import { errorBody, json } from './reply.js';

/** Refusals that more than one part gives, in the registry's words (errors.md §4, registry-protocol.md §6). */

export const AUTHENTICATION_REQUIRED =
  'authentication required, visit https://aka.ms/acr/authorization for more information.';

/** A 401 of the token endpoints: they send no challenge. */
export function unauthorized(message = AUTHENTICATION_REQUIRED): SandboxResponse {
  return json(401, errorBody('UNAUTHORIZED', message));
}

/** A malformed call of a token endpoint. Not verified: neither status nor words are recorded. */
export function badRequest(message: string): SandboxResponse {
  return json(400, errorBody('BAD_REQUEST', message));
}

/**
 * Locks, quarantine and a full registry. Status and code after public threads (clients.md §5, trap 10); the reference
 * has a recording of the sentence only.
 */
export function disallowed(): SandboxResponse {
  const message =
    'The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation';
  return json(405, errorBody('REGISTRY_DISALLOWED_OPERATION', message, {}));
}

export function repositoryUnknown(name: string): SandboxResponse {
  return json(404, errorBody('NAME_UNKNOWN', 'repository name not known to registry', { name }));
}

/** By digest the sentence is not recorded; distribution's is used. */
export function manifestUnknown(reference: string): SandboxResponse {
  const byDigest = reference.includes(':');
  const message = byDigest ? 'manifest unknown' : `manifest tagged by "${reference}" is not found`;
  const detail = byDigest ? { Digest: reference } : { Tag: reference };
  return json(404, errorBody('MANIFEST_UNKNOWN', message, detail));
}

export function blobUnknown(digest: string): SandboxResponse {
  return json(404, errorBody('BLOB_UNKNOWN', 'blob unknown to registry', { Digest: digest }));
}

export function unsupported(): SandboxResponse {
  return json(405, errorBody('UNSUPPORTED', 'The operation is unsupported.'));
}
