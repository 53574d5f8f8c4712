import { z } from 'zod';
import { bearerOf } from '../entra/bearer.js';
import type { Caller } from '../entra/caller.js';
import { graphAudiences } from '../entra/clouds.js';
import { challengeFaultOf } from '../entra/faults.js';
import { decodedPath, json, parsedJson } from '../entra/reply.js';
import type { SandboxRequest, SandboxResponse, Service } from '../service.js';
import type { ServicePrincipal, World } from '../world/world.js';
import {
  application,
  applicationId,
  federatedCredentials,
  type GraphObject,
  identity,
  objectsOf,
  servicePrincipal,
  shownOfUsers,
  user,
} from './objects.js';
import { passwordActions } from './passwords.js';
import { mayChange, mayReadAll } from './permissions.js';
import { denied, faultBody, notFound, refuse } from './refusals.js';
import { relatedTo } from './relations.js';

const byAppId =
  /^\/v1\.0\/(applications|servicePrincipals)\(appId='([^']+)'\)(\/federatedIdentityCredentials)?$/i;
/** An application by its own id, or a change to one by either. */
const byId = /^\/v1\.0\/applications(?:\/([^/(]+)|\(appId='([^']+)'\))(?:\/([a-z]+))?$/i;
const byUserId = /^\/v1\.0\/users\/([^/]+)$/i;
const byIds = /^\/v1\.0\/directoryObjects\/getByIds$/i;

/**
 * Microsoft Graph v1.0: the reading of applications, service principals and users of the caller's tenant, and the secrets
 * of applications.
 */
export const graph: Service = async (request, world) => {
  const now = world.now();
  const fault = challengeFaultOf(request, world, (status, _, code) => faultBody(status, now, code));
  if (fault !== null) return fault;
  const bearer = await bearerOf(request, world, graphAudiences);
  if (!bearer.ok) {
    const { message, challenge } = bearer;
    return refuse(401, 'InvalidAuthenticationToken', message, now, { 'www-authenticate': challenge });
  }
  return (
    read(request, bearer.caller, world) ??
    refuse(400, 'BadRequest', 'Resource not found for the segment.', now)
  );
};

function read(request: SandboxRequest, caller: Caller, world: World): SandboxResponse | null {
  const path = decodedPath(request.path) ?? '';
  const now = world.now();
  const app = byAppId.exec(path);
  if (app !== null && request.method === 'GET') {
    const [, kind = '', appId = '', federated] = app;
    const wanted = appId.toLowerCase();
    if (!mayRead(caller, wanted, world)) return denied(now);
    return kind.toLowerCase() === 'applications'
      ? readApplication(wanted, federated !== undefined, request, caller, world)
      : one(request, principalOf(wanted, caller, world), appId, now);
  }
  const related = relatedTo(path, caller, world);
  if (related !== 'none' && request.method === 'GET') {
    if (!mayRead(caller, null, world) && !mayReadAll(caller, world)) return denied(now);
    const [, , id = ''] = path.split('/').slice(1);
    return related === null ? notFound(id, now) : json(200, { value: related });
  }
  const changed = changeOf(path, request, caller, world);
  if (changed !== null) return changed;
  const person = byUserId.exec(path)?.[1];
  if (person !== undefined && request.method === 'GET') {
    if (!mayRead(caller, null, world)) return denied(now);
    const found = [...world.users.values()].filter(({ tenant }) => tenant.id === caller.tenant).map(user);
    const named = found.find(({ id, userPrincipalName }) =>
      [id, userPrincipalName].includes(person.toLowerCase()),
    );
    return one(request, named, person, now, shownOfUsers);
  }
  if (byIds.test(path) && request.method === 'POST') {
    if (!mayRead(caller, null, world)) return denied(now);
    const ids = idsOf(request.body);
    return json(200, { value: objectsOf(caller.tenant, world).filter(({ id }) => ids.includes(id)) });
  }
  return null;
}

/**
 * Who may read: the bot where the world lets it, members of the tenant, each application itself, and an application
 * whoever has the permission for all or may change this one.
 */
function mayRead(caller: Caller, appId: string | null, world: World): boolean {
  if (caller.clientId !== null && caller.clientId === appId) return true;
  if (appId !== null && mayReadAll(caller, world)) return true;
  const app = applications(world).find(({ clientId }) => clientId === appId);
  if (app !== undefined && mayChange(caller, app, world)) return true;
  if (caller.kind === 'bot') return world.bot.directory;
  return caller.kind === 'user' && !caller.guest;
}

/** An application by its object id, and what is done to one: POST …/addPassword, …/removePassword. */
function changeOf(
  path: string,
  request: SandboxRequest,
  caller: Caller,
  world: World,
): SandboxResponse | null {
  const [, id, appId, action] = byId.exec(path) ?? [];
  const wanted = (id ?? appId)?.toLowerCase();
  if (wanted === undefined) return null;
  const app = applications(world).find(
    (it) =>
      (id === undefined ? it.clientId : applicationId(it)) === wanted &&
      (it.homeTenant ?? it.tenant).id === caller.tenant,
  );
  if (action === undefined && request.method === 'GET') {
    if (!mayRead(caller, app?.clientId ?? '', world)) return denied(world.now());
    return one(request, app && application(app, world), wanted, world.now());
  }
  const run = Object.hasOwn(passwordActions, action?.toLowerCase() ?? '')
    ? passwordActions[action?.toLowerCase() ?? '']
    : undefined;
  if (run === undefined || request.method !== 'POST') return null;
  return app === undefined ? notFound(wanted, world.now()) : run(app, request, caller, world);
}

function readApplication(
  appId: string,
  federated: boolean,
  request: SandboxRequest,
  caller: Caller,
  world: World,
): SandboxResponse {
  const found = applications(world).find(
    ({ clientId, tenant, homeTenant }) => clientId === appId && (homeTenant ?? tenant).id === caller.tenant,
  );
  if (found === undefined || !federated) {
    return one(request, found && application(found, world), appId, world.now());
  }
  return json(200, { '@odata.context': context(request), value: federatedCredentials(found) });
}

function principalOf(appId: string, caller: Caller, world: World): GraphObject | undefined {
  const here = ({ clientId, tenant }: { clientId: string; tenant: { id: string } }) =>
    clientId === appId && tenant.id === caller.tenant;
  const app = applications(world).find(here);
  const managed = [...world.managedIdentities.values()].find(here);
  return app ? servicePrincipal(app) : managed && identity(managed);
}

function applications(world: World): readonly ServicePrincipal[] {
  return [...world.servicePrincipals.values()].filter(({ registered }) => registered);
}

/**
 * One object with the properties of `$select`, or 404.
 *
 * @param usual what is shown without `$select`; null: everything
 */
function one(
  request: SandboxRequest,
  found: GraphObject | undefined,
  id: string,
  now: Date,
  usual: readonly string[] | null = null,
): SandboxResponse {
  if (found === undefined) return notFound(id, now);
  const selected = request.query.get('$select')?.split(',') ?? usual;
  const { '@odata.type': _, ...properties } = found;
  const shown = Object.entries(properties).filter(([key]) => selected?.includes(key) ?? true);
  return json(200, { '@odata.context': context(request), ...Object.fromEntries(shown) });
}

function context({ host }: SandboxRequest): string {
  return `https://${host}/v1.0/$metadata`;
}

const idsShape = z.object({ ids: z.array(z.string()) });

/** Ids of the body of `getByIds`; none where the body is something else. */
function idsOf(body: string): readonly string[] {
  return idsShape.safeParse(parsedJson(body)).data?.ids ?? [];
}
