import type { Signature } from './signature.js';
import { accessSignatures } from './tables/access.js';
import { afterPullSignatures } from './tables/after-pull.js';
import { armSignatures } from './tables/arm.js';
import { bareSignatures } from './tables/bare.js';
import { cliSignatures } from './tables/cli.js';
import {
  armCodeSignatures,
  checkHealthSignatures,
  entraSignatures,
  registrySignatures,
} from './tables/codes.js';
import { contentSignatures } from './tables/content.js';
import { crashSignatures } from './tables/crashes.js';
import { daemonSignatures } from './tables/daemon.js';
import { featureSignatures } from './tables/features.js';
import { firewallSignatures } from './tables/firewall.js';
import { identitySignatures } from './tables/identity.js';
import { kubernetesSignatures } from './tables/kubernetes.js';
import { limitSignatures } from './tables/limits.js';
import { nameSignatures } from './tables/names.js';
import { otherRegistrySignatures } from './tables/other-registries.js';
import { otherServiceSignatures } from './tables/other-services.js';
import { proseSignatures } from './tables/prose.js';
import { reachSignatures } from './tables/reach.js';
import { storeSignatures } from './tables/store.js';
import { taskSignatures } from './tables/tasks.js';
import { toldAccessSignatures } from './tables/told-access.js';
import { toldContentSignatures } from './tables/told-content.js';
import { toldNetworkSignatures } from './tables/told-network.js';
import { toldRightsSignatures } from './tables/told-rights.js';
import { toldTokenSignatures } from './tables/told-tokens.js';
import { transcriptSignatures } from './tables/transcripts.js';
import { layerSignatures, tlsSignatures } from './tables/transport.js';
import { vagueSignatures } from './tables/vague.js';

export type { Signature } from './signature.js';

/** All signatures by id. Ids are stable: they appear in the JSON of the command line. */
export const signatures = {
  ...daemonSignatures,
  ...storeSignatures,
  ...nameSignatures,
  ...contentSignatures,
  ...accessSignatures,
  ...limitSignatures,
  ...firewallSignatures,
  ...reachSignatures,
  ...tlsSignatures,
  ...layerSignatures,
  ...cliSignatures,
  ...crashSignatures,
  ...identitySignatures,
  ...armSignatures,
  ...featureSignatures,
  ...taskSignatures,
  ...kubernetesSignatures,
  ...proseSignatures,
  ...otherRegistrySignatures,
  ...otherServiceSignatures,
  ...afterPullSignatures,
  ...checkHealthSignatures,
  ...registrySignatures,
  ...armCodeSignatures,
  ...entraSignatures,
  ...toldAccessSignatures,
  ...toldTokenSignatures,
  ...vagueSignatures,
  ...transcriptSignatures,
  ...toldNetworkSignatures,
  ...toldRightsSignatures,
  ...toldContentSignatures,
  ...bareSignatures,
} satisfies Record<string, Signature>;

/** Id of a signature. */
export type SignatureId = keyof typeof signatures;

/** All ids, in the order of the tables. */
// Object.keys widens to string; the keys of the table are exactly SignatureId.
export const signatureIds = Object.keys(signatures) as readonly SignatureId[];

/** A signature by its id. */
export function signature(id: SignatureId): Signature {
  return signatures[id];
}

/** Whether a stored id still is a signature of this release. */
export function isSignatureId(id: string): id is SignatureId {
  return Object.hasOwn(signatures, id);
}
