import { draftOf, proposeRole } from '../../src/access/propose-role.js';
import {
  LONGEST_VALID_MS,
  proposeRotation,
  rotationOf,
  type SecretNeed,
} from '../../src/access/propose-rotation.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { type ActName, acts } from './bot.js';
import { approverIn, askers, type Ground, inside, partyOf } from './ground.js';

export const hour = 3_600_000;
/** Requests that one person has open. */
const eachAsks = 5;
/** All that anything is asked about. */
export const registry = 'contoso';
export const application = 'pipeline';

type Ids = readonly string[];

/**
 * Asks for so many roles; gives the ids of the requests.
 *
 * @param before requests for the same, whose roles are to go on
 */
export function askForRoles(ground: Ground, count: number, before: Ids = []): Promise<Ids> {
  const clientId = clientIdIn(ground);
  return inside(ground, async ({ requests }) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const repository = `team/app-${i}`;
      const identity = { kind: 'application', clientId } as const;
      const need = {
        loginServer: loginServer(),
        cluster: null,
        operation: 'pull' as const,
        repository,
        identity,
      };
      const proposal = await proposeRole(requests, need, askerOf(ground, i));
      if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
      const draft = draftOf(proposal, proposal.variants[0], { repository, prefix: false });
      const id = before[i] === undefined ? `role-${i}` : `again-${i}`;
      const sent = await requests.submit(id, { ...draft, durationMs: 8 * hour }, 'builds', before[i]);
      if (sent.kind !== 'submitted') throw new Error(JSON.stringify(sent));
      ids.push(id);
    }
    return ids;
  });
}

/** Asks for a new secret of the admin user, of the application and of some tokens; gives the ids of the requests. */
export function askForSecrets(ground: Ground, some: readonly string[]): Promise<Ids> {
  const needs: readonly (readonly [string, SecretNeed['identity']])[] = [
    ['secret-admin', { kind: 'admin' }],
    ['secret-application', { kind: 'application', clientId: clientIdIn(ground) }],
    ...some.map((name) => [`secret-${name}`, { kind: 'token', name }] as const),
  ];
  return inside(ground, async ({ requests }) => {
    for (const [i, [id, identity]] of needs.entries()) {
      const need = { loginServer: loginServer(), identity };
      const offer = await proposeRotation(requests, need, askerOf(ground, i));
      if (offer.kind !== 'offer') throw new Error(JSON.stringify(offer));
      const spec = rotationOf(offer, offer.inUse[0]?.id ?? null, LONGEST_VALID_MS);
      if (spec === null) throw new Error(id);
      const sent = await requests.submit(id, { ...spec, delivery: offer.delivery }, 'builds');
      if (sent.kind !== 'submitted') throw new Error(JSON.stringify(sent));
    }
    return needs.map(([id]) => id);
  });
}

/** Has everybody do their part, and nobody dies. */
export function play(ground: Ground, names: readonly ActName[], ids: Ids): Promise<void> {
  return inside(ground, async (bot) => {
    for (const name of names) await acts[name](bot, ids, approverIn(ground.sandbox));
  });
}

function askerOf({ sandbox }: Ground, number: number) {
  return partyOf(sandbox, askers[Math.floor(number / eachAsks)] ?? 'ana');
}

function clientIdIn({ sandbox }: Ground): string {
  return sandbox.world().servicePrincipals.get(application)?.clientId ?? '';
}

function loginServer() {
  const found = parseLoginServer(`${registry}.azurecr.io`);
  if (found === null) throw new Error('no name of a registry');
  return found;
}
