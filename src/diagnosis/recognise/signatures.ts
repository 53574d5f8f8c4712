import type { Signature } from './signature.js';
import { armSignatures, cliSignatures, identitySignatures } from './tables/azure.js';
import {
  armCodeSignatures,
  checkHealthSignatures,
  entraSignatures,
  registrySignatures,
} from './tables/codes.js';
import { daemonSignatures, nameSignatures, storeSignatures } from './tables/docker.js';
import { elsewhereSignatures } from './tables/elsewhere.js';
import { kubernetesSignatures, proseSignatures } from './tables/kubernetes.js';
import { firewallSignatures, layerSignatures, reachSignatures, tlsSignatures } from './tables/network.js';
import { accessSignatures, contentSignatures, limitSignatures } from './tables/registry.js';

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
  ...identitySignatures,
  ...armSignatures,
  ...kubernetesSignatures,
  ...proseSignatures,
  ...elsewhereSignatures,
  ...checkHealthSignatures,
  ...registrySignatures,
  ...armCodeSignatures,
  ...entraSignatures,
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
