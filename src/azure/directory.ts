import { z } from 'zod';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { type Answer, failed, ok } from './answer.js';
import { answered } from './management/ask.js';
import type { ApplicationRecord, Directory, ServicePrincipalRecord, UserRecord } from './ports.js';
import type { RestReader } from './rest-reader.js';
import { type Ask, once } from './run-cache.js';
import { tenantOfToken } from './token-tenant.js';

/** Least permissions of the calls (arm-api.md §5). That for users is not stated there; it is the one that Graph lists. */
const readApplications = 'Application.Read.All';
const readUsers = 'User.Read.All';

/**
 * Microsoft Graph for one run of checks. Null is "not in this tenant"; an id that is no GUID is nowhere.
 */
export function createDirectory(graph: RestReader): Directory {
  return {
    application: once(byGuid, orNull(applicationIn(graph))),
    servicePrincipal: once(byGuid, orNull(servicePrincipalIn(graph))),
    user: once(byGuid, orNull(userIn(graph))),
  };
}

function byGuid(id: string): string {
  return id.toLowerCase();
}

/** An object that does not exist is an answer here. */
function orNull<T>(ask: Ask<string, T>): Ask<string, T | null> {
  return async (id, signal) => {
    const guid = parseGuid(id);
    const answer: Answer<T> = guid === null ? failed({ kind: 'not-found' }) : await ask(guid, signal);
    return !answer.ok && answer.problem.kind === 'not-found' ? ok(null) : answer;
  };
}

const applicationShape = z.object({
  appId: z.string(),
  passwordCredentials: z.array(z.object({ keyId: z.string(), endDateTime: z.string().nullish() })),
});
const federatedShape = z.object({
  name: z.string(),
  issuer: z.string(),
  subject: z.string(),
  audiences: z.array(z.string()),
});

/** Ends of the secrets, never their values; `$select` leaves the throttled key credentials out. */
function applicationIn(graph: RestReader): Ask<string, ApplicationRecord> {
  return (clientId, signal) =>
    answered(readApplications, async () => {
      const path = `/v1.0/applications(appId='${clientId}')`;
      const [found, federated] = await Promise.all([
        graph.get(`${path}?$select=id,appId,passwordCredentials`, applicationShape, signal),
        graph.list(`${path}/federatedIdentityCredentials`, federatedShape, signal),
      ]);
      return {
        clientId: found.appId.toLowerCase(),
        secrets: found.passwordCredentials.map(({ keyId, endDateTime }) => ({
          keyId,
          expiresOn: endDateTime ?? null,
        })),
        federatedCredentials: federated,
      };
    });
}

const principalShape = z.object({
  id: z.string(),
  appId: z.string(),
  accountEnabled: z.boolean().nullish(),
  servicePrincipalType: z.string().nullish(),
  appOwnerOrganizationId: z.string().nullish(),
});

function servicePrincipalIn(graph: RestReader): Ask<string, ServicePrincipalRecord> {
  const select = '$select=id,appId,accountEnabled,servicePrincipalType,appOwnerOrganizationId';
  return (clientId, signal) =>
    answered(readApplications, async () => {
      const path = `/v1.0/servicePrincipals(appId='${clientId}')?${select}`;
      const found = await graph.get(path, principalShape, signal);
      const managed = found.servicePrincipalType === 'ManagedIdentity';
      const owner = found.appOwnerOrganizationId ?? null;
      const own = await tenantOfToken(graph.credential, graph.scopes);
      return {
        objectId: found.id,
        clientId: found.appId.toLowerCase(),
        enabled: found.accountEnabled ?? true,
        kind: managed ? 'managed-identity' : 'application',
        homeTenant: managed || own === null || owner === own ? null : owner,
      };
    });
}

const userShape = z.object({
  id: z.string(),
  userPrincipalName: z.string().nullish(),
  userType: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
});

function userIn(graph: RestReader): Ask<string, UserRecord> {
  return (objectId, signal) =>
    answered(readUsers, async () => {
      const path = `/v1.0/users/${objectId}?$select=id,userPrincipalName,userType,accountEnabled`;
      const found = await graph.get(path, userShape, signal);
      return {
        objectId: found.id,
        signInName: found.userPrincipalName ?? null,
        guest: found.userType === 'Guest',
        enabled: found.accountEnabled ?? true,
      };
    });
}
