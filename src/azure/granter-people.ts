import { z } from 'zod';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { type Answer, failed, ok } from './answer.js';
import { answered } from './management/ask.js';
import type { RestReader } from './rest-reader.js';

/** Somebody in Entra at this moment. */
interface FreshPerson {
  readonly objectId: string;
  readonly tenant: string;
  /** Object ids of the groups that they are in, directly or through others. */
  readonly groups: readonly string[];
  readonly guest: boolean;
}

/** Reads of Microsoft Graph that decisions rest on: nothing is kept, each call asks anew. Never throws. */
export interface FreshPeople {
  /** Null: no such user in the tenant that is read, or one that may not sign in. */
  person(objectId: string, tenant: string, signal: AbortSignal): Promise<Answer<FreshPerson | null>>;
  /** By the object id of a service principal; none for one that does not exist. */
  ownersOf(servicePrincipal: string, signal: AbortSignal): Promise<Answer<readonly string[]>>;
}

/** Least permissions that the documentation lists (user: get; user: list transitiveMemberOf; servicePrincipal: owners). */
const rights = { person: 'User.Read.All, GroupMember.Read.All', owners: 'Application.Read.All' } as const;

const userShape = z.object({ userType: z.string().nullish(), accountEnabled: z.boolean().nullish() });
const objectShape = z.object({ '@odata.type': z.string().nullish(), id: z.string() });

/** What is in the list of somebody's memberships beside groups: roles of the directory and administrative units. */
const GROUP = '#microsoft.graph.group';

/** @param graph as the identity that reads */
export function createPeople(graph: RestReader): FreshPeople {
  return {
    person: (objectId, tenant, signal) =>
      orElse<FreshPerson | null>(null, objectId, rights.person, async (id) => {
        const path = `/v1.0/users/${id}`;
        const [user, memberships] = await Promise.all([
          graph.get(`${path}?$select=userType,accountEnabled`, userShape, signal),
          // A cast to groups would need a header of its own; the type is in the answer anyway.
          graph.list(`${path}/transitiveMemberOf?$select=id&$top=999`, objectShape, signal),
        ]);
        const groups = memberships.filter((it) => it['@odata.type'] === GROUP);
        if (user.accountEnabled === false) return null;
        return {
          objectId: id,
          tenant: tenant.toLowerCase(),
          groups: groups.map((it) => it.id.toLowerCase()),
          guest: user.userType === 'Guest',
        };
      }),
    ownersOf: (servicePrincipal, signal) =>
      orElse<readonly string[]>([], servicePrincipal, rights.owners, async (id) => {
        const found = await graph.list(
          `/v1.0/servicePrincipals/${id}/owners?$select=id`,
          objectShape,
          signal,
        );
        return found.map((it) => it.id.toLowerCase());
      }),
  };
}

/** What does not exist is an answer here. */
async function orElse<T>(
  nothing: T,
  objectId: string,
  needed: string,
  ask: (id: string) => Promise<T>,
): Promise<Answer<T>> {
  const id = parseGuid(objectId);
  const answer: Answer<T> =
    id === null ? failed({ kind: 'not-found' }) : await answered(needed, () => ask(id));
  return !answer.ok && answer.problem.kind === 'not-found' ? ok(nothing) : answer;
}
