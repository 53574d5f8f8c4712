import { z } from 'zod';
import type { Caller } from '../entra/caller.js';
import { json, parsedJson } from '../entra/reply.js';
import { addSecret, removeSecret, secretsOf } from '../entra/secrets.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { note } from '../world/ledger.js';
import type { ServicePrincipal, World } from '../world/world.js';
import { applicationId, passwordCredential } from './objects.js';
import { mayChange } from './permissions.js';
import { denied, refuse } from './refusals.js';

const time = z.iso.datetime({ offset: true }).nullish();
const addShape = z.object({
  passwordCredential: z
    .object({ displayName: z.string().max(256).nullish(), startDateTime: time, endDateTime: time })
    .nullish(),
});
const removeShape = z.object({ keyId: z.guid().toLowerCase() });

/** Changes to an application's secrets, by the last segment of the path in lower case. */
export const passwordActions: Readonly<
  Record<
    string,
    (app: ServicePrincipal, request: SandboxRequest, caller: Caller, world: World) => SandboxResponse
  >
> = { addpassword: add, removepassword: drop };

/** application: addPassword. The value is in this answer only; without an end it is good for two years. */
function add(
  app: ServicePrincipal,
  { body, host }: SandboxRequest,
  caller: Caller,
  world: World,
): SandboxResponse {
  const now = world.now();
  if (!mayChange(caller, app, world)) return denied(now);
  const asked = addShape.safeParse(body === '' ? {} : parsedJson(body));
  if (!asked.success) return malformed(now);
  const { displayName, startDateTime, endDateTime } = asked.data.passwordCredential ?? {};
  const started = startDateTime ? new Date(startDateTime) : now;
  const expires = endDateTime ? new Date(endDateTime) : twoYearsAfter(started);
  // Not verified: how Graph refuses an end before the beginning.
  if (expires <= started) return malformed(now);
  const secret = addSecret(app, { name: displayName ?? '', started, expires }, world);
  note(world, caller, 'Add password to application', applicationId(app));
  return json(200, {
    '@odata.context': `https://${host}/v1.0/$metadata#microsoft.graph.passwordCredential`,
    ...passwordCredential(secret),
    displayName: displayName ?? null,
    secretText: secret.value,
  });
}

/** application: removePassword. Not verified: the words for a key that is not there. */
function drop(
  app: ServicePrincipal,
  { body }: SandboxRequest,
  caller: Caller,
  world: World,
): SandboxResponse {
  const now = world.now();
  if (!mayChange(caller, app, world)) return denied(now);
  const asked = removeShape.safeParse(parsedJson(body));
  if (!asked.success) return malformed(now);
  const found = secretsOf(app, world).find(({ keyId }) => keyId === asked.data.keyId);
  if (found === undefined) {
    return refuse(400, 'Request_BadRequest', 'No password credential found with keyId.', now);
  }
  removeSecret(found, world);
  note(world, caller, 'Remove password from application', applicationId(app));
  return { status: 204 };
}

function malformed(now: Date): SandboxResponse {
  return refuse(400, 'Request_BadRequest', 'Invalid value specified for property of resource.', now);
}

function twoYearsAfter(date: Date): Date {
  const end = new Date(date);
  end.setUTCFullYear(end.getUTCFullYear() + 2);
  return end;
}
