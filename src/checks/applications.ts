import type { Answer } from '../azure/answer.js';
import type { Directory } from '../azure/ports.js';
import type { Check, Outcome, Subject } from './check.js';
import { type Frame, lastEnd, unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

type DirectoryCheck = 'sp-application' | 'sp-secret-expiry' | 'federated-credential' | 'managed-identity';

/** A check on what Microsoft Graph says of the application that failed. */
function inDirectory<C extends DirectoryCheck, Found>(
  id: C,
  ask: (directory: Directory, clientId: string, signal: AbortSignal) => Promise<Answer<Found>>,
  judge: (found: Found, frame: Frame, subject: Subject, now: Date) => Outcome<C>,
): Check<C> {
  return {
    id,
    run: async (subject, means, _shared, signal) => {
      const frame = { witness: witnessOf(means), exposure: 'own' } as const;
      if (subject.identity.kind !== 'application') return unknown(frame, 'missing-fact');
      // Without any sign-in there is no Graph either; with one, it is a right that was not given.
      if (means.directory === null)
        return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
      const found = await ask(means.directory, subject.identity.clientId, signal);
      return found.ok ? judge(found.value, frame, subject, means.now()) : unknownFrom(frame, found.problem);
    },
  };
}

const application = (directory: Directory, clientId: string, signal: AbortSignal) =>
  directory.application(clientId, signal);
const servicePrincipal = (directory: Directory, clientId: string, signal: AbortSignal) =>
  directory.servicePrincipal(clientId, signal);

/** C3.2: does the application exist in the tenant, and may it sign in? */
const spApplication = inDirectory('sp-application', servicePrincipal, (found, frame) =>
  verdict<'sp-application'>(frame, found?.enabled ? 'found' : 'not-found'),
);

/** C3.3: has it a secret with its end in the future? Any one is enough (arm-api.md §5). */
const spSecretExpiry = inDirectory('sp-secret-expiry', application, (found, frame, _subject, now) => {
  // The secrets of a foreign application stand in its home tenant; a managed identity has none.
  if (found === null) return unknown(frame, 'missing-fact');
  const alive = found.secrets.some(({ expiresOn }) => expiresOn === null || new Date(expiresOn) > now);
  return verdict<'sp-secret-expiry'>(
    frame,
    alive ? 'current' : 'expired',
    lastEnd(found.secrets.map(({ expiresOn }) => expiresOn)),
  );
});

/** F1: is there a federated credential with exactly the issuer and subject of the error? Case counts. */
const federatedCredential = inDirectory(
  'federated-credential',
  application,
  (found, frame, { federation }) => {
    if (found === null || federation === null) return unknown(frame, 'missing-fact');
    const fits = found.federatedCredentials.some(
      ({ issuer, subject }) =>
        (federation.issuer === null || federation.issuer === issuer) &&
        (federation.subject === null || federation.subject === subject),
    );
    return verdict<'federated-credential'>(frame, fits ? 'matches' : 'differs');
  },
);

/** V2: does the identity exist at all? Whether it is assigned to the resource that pulls is not seen from here. */
const managedIdentity = inDirectory('managed-identity', servicePrincipal, (found, frame) =>
  found === null ? verdict<'managed-identity'>(frame, 'missing') : unknown(frame, 'not-supported'),
);

/** Checks that Microsoft Graph decides. */
export const applicationChecks = [
  spApplication,
  spSecretExpiry,
  federatedCredential,
  managedIdentity,
] as const;
