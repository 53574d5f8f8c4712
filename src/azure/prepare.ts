import type { TokenCredential } from '@azure/identity';
import type { ArmClients } from './clients.js';
import type { CloudProfile } from './clouds.js';
import type { SeenSubscriptions } from './management/seen-subscriptions.js';
import { subscriptionsOf } from './management/subscriptions.js';
import { tokenSource } from './token-source.js';

/** What a sign-in and a listing may take together; the first run does not wait for them. */
const LONGEST_MS = 20_000;

export interface Preparation {
  readonly cloud: CloudProfile;
  readonly credential: TokenCredential;
  readonly arm: ArmClients;
  /** Null where the subscriptions to look in are configured. */
  readonly seen: SeenSubscriptions | null;
  readonly readsData: boolean;
}

/**
 * Gets what every run needs whatever is asked in it, while the person still writes: the tokens and the list of
 * subscriptions. That takes two of the round trips that would stand one behind the other. No registry is named here,
 * so a token for the registry service tells nobody's registry anything (security T10). Never throws: what fails now
 * fails again in the run, and is told there.
 */
export async function prepare({ cloud, credential, arm, seen, readsData }: Preparation): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const forClients = tokenSource(credential, { enableCae: true });
  await Promise.all([
    seen === null
      ? forClients(`${cloud.armAudience}/.default`, signal)
      : seen.noting(subscriptionsOf(arm))(null, signal),
    forClients(`${cloud.graphEndpoint}/.default`, signal),
    readsData ? tokenSource(credential)(`${cloud.acrAudience}/.default`, signal) : null,
  ]);
}
