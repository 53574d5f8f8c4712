import type { LiveAccess } from '../../adapters/terminal/sessions.js';
import { chinaCloud, publicCloud, usGovernmentCloud } from '../azure/clouds.js';
import { createNodeNetwork } from '../azure/node-network.js';
import type { Vantage } from '../checks/check.js';
import { type Connection, connect } from '../checks/connection.js';
import { extraCaOf } from './extra-ca.js';

/** Longer than `az` needs to start; without a sign-in the conversation goes on all the same. */
const SIGN_IN_MS = 15_000;

/** Live checks of a terminal: one connection, and who each person is in Entra. */
export function liveAccess(
  connection: Connection,
  vantage: Vantage,
  objectIdOf: (person: string) => string | null,
): LiveAccess {
  return {
    liveFor: (person) => ({ vantage, objectId: objectIdOf(person) }),
    runFor: () => (work, onFinding, signal) => connection.run(work.subject, work.checks, onFinding, signal),
    readLog: connection.look,
  };
}

/** What the person's own sign-in gave. */
export interface OwnSignIn {
  readonly checks: LiveAccess;
  /** False where nobody is signed in to the Azure CLI: only what anybody may see is checked. */
  readonly signedIn: boolean;
}

/**
 * Live checks with the person's own `az login` and from their own machine: no bot is needed, and what is found is
 * evidence about the person.
 *
 * @param loginServer decides the cloud by its suffix
 * @param env `ACR_HELP_EXTRA_CA` names certificates that the person trusts beside Node's own list
 */
export async function ownSignIn(loginServer: string, env = process.env): Promise<OwnSignIn> {
  const extraCa = await extraCaOf(env);
  const cloud =
    [publicCloud, chinaCloud, usGovernmentCloud].find(({ loginSuffix }) =>
      loginServer.endsWith(loginSuffix),
    ) ?? publicCloud;
  const connection = connect({
    network: createNodeNetwork({ extraCa }),
    cloud,
    credential: { kind: 'azure-cli', tenant: null },
    subscriptions: null,
    vantage: 'person',
    readsData: true,
    now: () => new Date(),
  });
  const who = await connection.whoAmI(AbortSignal.timeout(SIGN_IN_MS));
  const objectId = who.ok ? who.value : null;
  // One that took too long or had no network may answer when it is asked again.
  const signedIn = who.ok || who.problem.kind !== 'signed-out';
  return { checks: liveAccess(connection, 'person', () => objectId), signedIn };
}
