import type { Finding } from '../../src/checks/check.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import type { AuthMethod } from '../../src/knowledge/vocabulary.js';
import { isGood } from '../compose/answers.js';
import type { Answers } from '../walk.js';

/** Verdicts as answers; a check that came to none answers nothing, so that the person may be asked. Pure. */
export function answersFromFindings(findings: readonly Finding[]): Answers {
  return Object.fromEntries(
    findings.filter(({ verdict }) => verdict !== 'unknown').map(({ check, verdict }) => [check, verdict]),
  );
}

/** Checks that show a broken credential, and whose: how long ago somebody signed in does not matter then. */
const credentialChecks: Readonly<Partial<Record<AuthMethod, readonly CheckId[]>>> = {
  'service-principal': ['sp-application', 'sp-secret-expiry'],
  'admin-user': ['admin-user'],
  'repository-token': ['token-status', 'token-password'],
};
/** Checks that show a missing right: the sign-in itself was good. */
const rightChecks: readonly CheckId[] = ['roles-legacy', 'roles-abac', 'scope-map'];

/**
 * What evidence answers besides its own question, so that nobody is asked what has become plain: a secret that is
 * expired, or a role that is missing, explains the refusal whenever the last sign-in was and whatever else the
 * credential may be. Pure.
 */
export function impliedByEvidence(observed: Answers, method: string | undefined): Answers {
  const bad = (checks: readonly CheckId[]): boolean =>
    checks.some((check) => {
      const verdict = observed[check];
      return verdict !== undefined && !isGood(check, verdict);
    });
  const known: Readonly<Record<string, readonly CheckId[]>> = credentialChecks;
  const brokenCredential = method !== undefined && bad(known[method] ?? []);
  const missingRight = bad(rightChecks);
  return {
    ...(missingRight
      ? {
          'earlier-sign-in': 'recently',
          'entra-session': 'still-refused',
          'sp-sign-in': 'works',
          'token-sign-in': 'works',
        }
      : {}),
    ...(brokenCredential ? { 'earlier-sign-in': 'unknown' } : {}),
    ...(observed['sp-application'] === 'found' ? { 'sp-user-name': 'application-id' } : {}),
  };
}
