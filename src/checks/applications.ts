import type { Check, Means } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** Read in the directory with the sign-in that stands behind the run. */
const frameOf = (means: Means) => ({ witness: witnessOf(means), exposure: 'own' }) as const;

/** C3.2: does the application exist in the tenant, and may it sign in? */
const spApplication: Check<'sp-application'> = {
  id: 'sp-application',
  run: async ({ identity }, means, _shared, signal) => {
    const frame = frameOf(means);
    if (identity.kind !== 'application') return unknown(frame, 'missing-fact');
    // Without any sign-in there is no Graph either; with one, it is a right that was not given.
    if (means.directory === null)
      return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
    const found = await means.directory.servicePrincipal(identity.clientId, signal);
    if (!found.ok) return unknownFrom(frame, found.problem);
    if (found.value === null || !found.value.enabled) return verdict<'sp-application'>(frame, 'not-found');
    return verdict<'sp-application'>(frame, 'found');
  },
};

/** C3.3: has it a secret with its end in the future? Any one is enough (arm-api.md §5). */
const spSecretExpiry: Check<'sp-secret-expiry'> = {
  id: 'sp-secret-expiry',
  run: async ({ identity }, means, _shared, signal) => {
    const frame = frameOf(means);
    if (identity.kind !== 'application') return unknown(frame, 'missing-fact');
    if (means.directory === null)
      return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
    const found = await means.directory.application(identity.clientId, signal);
    if (!found.ok) return unknownFrom(frame, found.problem);
    // The secrets of a foreign application stand in its home tenant; a managed identity has none.
    if (found.value === null) return unknown(frame, 'missing-fact');
    const alive = found.value.secrets.some(
      ({ expiresOn }) => expiresOn === null || new Date(expiresOn) > means.now(),
    );
    return verdict<'sp-secret-expiry'>(frame, alive ? 'current' : 'expired');
  },
};

/** F1: is there a federated credential with exactly the issuer and subject of the error? Case counts. */
const federatedCredential: Check<'federated-credential'> = {
  id: 'federated-credential',
  run: async ({ identity, federation }, means, _shared, signal) => {
    const frame = frameOf(means);
    if (identity.kind !== 'application' || federation === null) return unknown(frame, 'missing-fact');
    if (means.directory === null)
      return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
    const found = await means.directory.application(identity.clientId, signal);
    if (!found.ok) return unknownFrom(frame, found.problem);
    if (found.value === null) return unknown(frame, 'missing-fact');
    const fits = found.value.federatedCredentials.some(
      ({ issuer, subject }) =>
        (federation.issuer === null || federation.issuer === issuer) &&
        (federation.subject === null || federation.subject === subject),
    );
    return verdict<'federated-credential'>(frame, fits ? 'matches' : 'differs');
  },
};

/** V2: does the identity exist at all? Whether it is assigned to the resource that pulls is not seen from here. */
const managedIdentity: Check<'managed-identity'> = {
  id: 'managed-identity',
  run: async ({ identity }, means, _shared, signal) => {
    const frame = frameOf(means);
    if (identity.kind !== 'application') return unknown(frame, 'missing-fact');
    if (means.directory === null)
      return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
    const found = await means.directory.servicePrincipal(identity.clientId, signal);
    if (!found.ok) return unknownFrom(frame, found.problem);
    return found.value === null
      ? verdict<'managed-identity'>(frame, 'missing')
      : unknown(frame, 'not-supported');
  },
};

/** Checks that Microsoft Graph decides. */
export const applicationChecks = [
  spApplication,
  spSecretExpiry,
  federatedCredential,
  managedIdentity,
] as const;
