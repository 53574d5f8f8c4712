import type { TokenCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { type Answer, failed, ok } from './answer.js';
import type { Transport } from './bounded-client.js';
import { armClients } from './clients.js';
import type { CloudProfile } from './clouds.js';
import type { OwnAssignment } from './granter.js';
import { answered } from './management/ask.js';
import { ownAssignments } from './own-assignments.js';
import { tokenSource } from './token-source.js';

/** An identity as Entra knows it. */
export interface Myself {
  readonly objectId: string;
  /** Null where the token does not say. */
  readonly tenant: string | null;
}

/** What an identity may do, as far as it can see that itself. Never throws. */
export interface OwnRights {
  /** Who it is, from its own access token for Resource Manager. */
  whoAmI(signal: AbortSignal): Promise<Answer<Myself>>;
  /** Its roles at a scope, above and below it, groups included. */
  roles(scope: string, signal: AbortSignal): Promise<Answer<readonly OwnAssignment[]>>;
  /** Its application permissions in Microsoft Graph: those with consent. */
  graphPermissions(signal: AbortSignal): Promise<Answer<readonly string[]>>;
}

/** For any identity of the bot. */
export function createOwnRights(
  cloud: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): OwnRights {
  const { rest } = armClients(cloud, credential, transport);
  return {
    whoAmI: async (signal) => {
      const token = await tokenSource(credential, { enableCae: true })(
        `${cloud.armAudience}/.default`,
        signal,
      );
      return token.ok ? myselfIn(token.value) : token;
    },
    roles: (scope, signal) =>
      answered('Microsoft.Authorization/roleAssignments/read', () => ownAssignments(rest, scope, signal)),
    graphPermissions: async (signal) => {
      const token = await tokenSource(credential, { enableCae: true })(
        `${cloud.graphEndpoint}/.default`,
        signal,
      );
      return token.ok ? permissionsIn(token.value) : token;
    },
  };
}

function myselfIn(token: string): Answer<Myself> {
  try {
    const { oid, tid } = decodeJwt(token);
    const objectId = typeof oid === 'string' ? parseGuid(oid) : null;
    if (objectId === null) return failed({ kind: 'signed-out', code: 'no-object-id' });
    return ok({ objectId, tenant: typeof tid === 'string' ? parseGuid(tid) : null });
  } catch {
    return failed({ kind: 'unavailable', reason: 'protocol', status: null });
  }
}

const claims = z.object({ roles: z.array(z.string()).nullish() });

/**
 * The `roles` claim of a token of an application ("Access token claims reference"): decoded, not verified, as it is its
 * own. An application without permissions has no such claim.
 */
function permissionsIn(token: string): Answer<readonly string[]> {
  try {
    return ok(claims.parse(decodeJwt(token)).roles ?? []);
  } catch {
    return failed({ kind: 'unavailable', reason: 'protocol', status: null });
  }
}
