import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { World } from '../world/world.js';
import { authorize } from './authorize.js';
import type { RegistryHost } from './hosts.js';
import type { Operation } from './operation.js';
import { unsupported } from './refusals.js';
import { json } from './reply.js';

/** Operations on content: the path says what is needed, then whoever has it is answered. */
export async function content(
  operations: readonly Operation[],
  request: SandboxRequest,
  { registry, region }: RegistryHost,
  world: World,
): Promise<SandboxResponse> {
  const path = decoded(request.path);
  const here = operations.filter((operation) => operation.path.test(path));
  const operation = here.find(({ methods }) => methods.includes(request.method));
  if (operation === undefined) return here.length > 0 ? unsupported() : noSuchPath();
  const parts = operation.path.exec(path)?.groups ?? {};
  const needs = operation.needs(parts, request);
  const authorization = await authorize(request, registry, world, needs);
  if (!authorization.ok) return authorization.refusal;
  return operation.answer({ request, registry, region, world, parts, access: authorization.access });
}

/** Slashes in the names of repositories arrive as %2F (azure-sdk.md). */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Not verified: the body of a path that the registry does not have; distribution answers in plain text. */
function noSuchPath(): SandboxResponse {
  return json(404, { errors: [] });
}
