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
const token = 'ci-pull';
export const application = 'pipeline';

type Ids = readonly string[];

/** Asks for so many roles; gives the ids of the requests. */
export function askForRoles(ground: Ground, count: number): Promise<Ids> {
  const clientId = clientIdIn(ground);
  return inside(ground, async ({ requests }) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i++) {
      const requester = partyOf(ground.sandbox, askers[Math.floor(i / eachAsks)] ?? 'ana');
      const repository = `team/app-${i}`;
      const identity = { kind: 'application', clientId } as const;
      const need = {
        loginServer: loginServer(),
        cluster: null,
        operation: 'pull' as const,
        repository,
        identity,
      };
      const proposal = await proposeRole(requests, need, requester);
      if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
      const draft = draftOf(proposal, proposal.variants[0], { repository, prefix: false });
      const id = `role-${i}`;
      const sent = await requests.submit(id, { ...draft, durationMs: 8 * hour }, 'builds');
      if (sent.kind !== 'submitted') throw new Error(JSON.stringify(sent));
      ids.push(id);
    }
    return ids;
  });
}

/** Asks for a new secret of each kind; gives the ids of the requests. */
export function askForSecrets(ground: Ground): Promise<Ids> {
  const identities: readonly SecretNeed['identity'][] = [
    { kind: 'admin' },
    { kind: 'token', name: token },
    { kind: 'application', clientId: clientIdIn(ground) },
  ];
  const requester = partyOf(ground.sandbox, 'ana');
  return inside(ground, async ({ requests }) => {
    const ids: string[] = [];
    for (const identity of identities) {
      const offer = await proposeRotation(requests, { loginServer: loginServer(), identity }, requester);
      if (offer.kind !== 'offer') throw new Error(JSON.stringify(offer));
      const spec = rotationOf(offer, offer.inUse[0]?.id ?? null, LONGEST_VALID_MS);
      if (spec === null) throw new Error(identity.kind);
      const id = `secret-${identity.kind}`;
      const sent = await requests.submit(id, { ...spec, delivery: offer.delivery }, 'builds');
      if (sent.kind !== 'submitted') throw new Error(JSON.stringify(sent));
      ids.push(id);
    }
    return ids;
  });
}

/** Has everybody do their part, and nobody dies. */
export function play(ground: Ground, names: readonly ActName[], ids: Ids): Promise<void> {
  return inside(ground, async (bot) => {
    for (const name of names) await acts[name](bot, ids, approverIn(ground.sandbox));
  });
}

function clientIdIn({ sandbox }: Ground): string {
  return sandbox.world().servicePrincipals.get(application)?.clientId ?? '';
}

function loginServer() {
  const found = parseLoginServer(`${registry}.azurecr.io`);
  if (found === null) throw new Error('no name of a registry');
  return found;
}
