import type { Answer, Problem } from '../../azure/answer.js';
import type { Management, RegistryData } from '../../azure/ports.js';
import { judgeRoles, type RoleEvidence, roleEvidence } from '../../checks/role-evidence.js';
import { parseLoginServer } from '../../diagnosis/facts/login-server.js';
import type { Operation } from '../../knowledge/vocabulary.js';
import { isRequestable, writes } from '../policy/roles.js';
import type { RoleSpec } from '../request.js';

/** What of a grant is looked at again. */
export type Granted = Pick<RoleSpec, 'identity' | 'registry' | 'role' | 'repository' | 'prefix'>;

/**
 * Whether somebody can do now what they asked for. `not-yet`: Azure has it, but it need not count everywhere for some
 * minutes, or nothing of it is seen. `how`: by the role assignments as Resource Manager tells them, or by a token that the
 * registry gave out for the repository.
 */
export interface Verified {
  readonly kind: 'effective' | 'not-yet' | 'could-not-ask';
  readonly how: 'assignment' | 'token';
}

export interface VerifyPorts {
  /** Anew for each look: what is read is not kept. */
  readonly management: () => Management;
  /**
   * Tokens of the one identity as which the bot can sign in to a registry, its own reader; null where it does not. Of
   * anybody else only their assignments can be looked at.
   */
  readonly tokens: {
    readonly objectId: string;
    readonly data: Pick<RegistryData, 'granted'>;
  } | null;
  readonly now: () => Date;
}

/** Looks at a grant after it was made. Never throws. */
export async function verifyGrant(
  granted: Granted,
  { management, tokens, now }: VerifyPorts,
  signal: AbortSignal,
): Promise<Verified> {
  if (tokens !== null && tokens.objectId === granted.identity.objectId) {
    const answer = await tokenFor(granted, tokens.data, signal);
    const verified = answer === null ? null : byToken(answer, actionsOf(granted));
    if (verified !== null) return verified;
  }
  return byAssignment(granted, await evidenceOf(granted, management(), signal), now());
}

/**
 * By what Resource Manager tells of the roles of the identity, conditions and groups included. Pure.
 *
 * @param evidence null: the registry is not seen
 */
export function byAssignment(granted: Granted, evidence: Answer<RoleEvidence | null>, now: Date): Verified {
  const how = 'assignment';
  if (!evidence.ok || evidence.value === null) return { kind: 'could-not-ask', how };
  const judged = judgeRoles(evidence.value, operationOf(granted), subjectOf(granted), now);
  if (judged === 'covers') return { kind: 'effective', how };
  // What could not be read may be what lets them do it; what was given is, if it is seen, not among that.
  const unsure = evidence.value.unread !== null || judged === 'cannot-evaluate';
  return { kind: judged !== 'granted-recently' && unsure ? 'could-not-ask' : 'not-yet', how };
}

/**
 * By the token that the registry gives out: what it lets one do is what counts. Pure.
 *
 * @returns null where the registry did not say, so that the assignments may tell
 */
export function byToken(answer: Answer<readonly string[]>, wanted: readonly string[]): Verified | null {
  const how = 'token';
  if (answer.ok) {
    return { kind: wanted.every((it) => answer.value.includes(it)) ? 'effective' : 'not-yet', how };
  }
  return isRefusal(answer.problem) ? { kind: 'not-yet', how } : null;
}

function isRefusal({ kind }: Problem): boolean {
  return kind === 'denied';
}

async function evidenceOf(
  { identity, registry }: Granted,
  management: Management,
  signal: AbortSignal,
): Promise<Answer<RoleEvidence | null>> {
  const host = parseLoginServer(registry.loginServer);
  if (host === null) return { ok: true, value: null };
  const found = await management.findRegistry(host, signal);
  if (!found.ok) return found;
  if (found.value === null) return { ok: true, value: null };
  return roleEvidence(management, found.value, identity.objectId, signal);
}

/** Null where no token is for a repository: of a whole registry, and of its list of repositories. */
async function tokenFor(
  granted: Granted,
  data: Pick<RegistryData, 'granted'>,
  signal: AbortSignal,
): Promise<Answer<readonly string[]> | null> {
  const host = parseLoginServer(granted.registry.loginServer);
  const repository = subjectOf(granted);
  if (host === null || repository === null || operationOf(granted) === 'list') return null;
  return data.granted(host, repository, actionsOf(granted), signal);
}

function operationOf({ role }: Granted): Operation {
  if (role === 'Container Registry Repository Catalog Lister') return 'list';
  return isRequestable(role) && writes(role) ? 'push' : 'pull';
}

function actionsOf(granted: Granted): readonly string[] {
  return operationOf(granted) === 'push' ? ['pull', 'push'] : ['pull'];
}

/** A repository to which the grant must extend: of all below one, any of them. */
function subjectOf({ repository, prefix }: Granted): string | null {
  return repository !== null && prefix ? `${repository}/any` : repository;
}
