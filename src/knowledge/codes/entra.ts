import type { CauseId } from '../causes.js';
import type { CodeEntry } from './code.js';

const entra = 'entra-docs identity-platform/reference-error-codes.md';
const devops = 'azure-devops-docs includes/errors-workload-identity.md';

interface EntraGroup {
  readonly codes: readonly [number, ...number[]];
  readonly meaning: string;
  readonly causes: readonly [CauseId, ...CauseId[]];
  readonly source: string;
}

/** Codes with the same reading stand together. The texts of Entra change, the numbers do not. */
const groups = [
  {
    codes: [16000, 50014, 50020, 51004, 90072],
    meaning: 'The account does not exist in this tenant (external user not added).',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [50001],
    meaning: 'The resource (audience) is unknown in the tenant.',
    causes: ['cross-tenant', 'arm-audience-disabled'],
    source: entra,
  },
  {
    codes: [50011, 500112, 500113],
    meaning: 'Reply address of a web application; nothing to do with a registry.',
    causes: ['not-acr'],
    source: entra,
  },
  {
    codes: [50012, 50013, 5000811],
    meaning: 'The assertion or its key could not be validated.',
    causes: ['federation-mismatch', 'sp-secret-invalid'],
    source: entra,
  },
  {
    codes: [50034],
    meaning: 'The user is not in the directory.',
    causes: ['cross-tenant', 'credentials-invalid'],
    source: entra,
  },
  {
    codes: [50053],
    meaning: 'The account is locked, or the address counts as risky.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [50055, 50144],
    meaning: 'The password is expired.',
    causes: ['entra-token-expired', 'credentials-invalid'],
    source: entra,
  },
  {
    codes: [50056, 50064],
    meaning: 'The credentials could not be validated.',
    causes: ['credentials-invalid'],
    source: entra,
  },
  {
    codes: [50057],
    meaning: 'The user is disabled.',
    causes: ['entra-token-expired', 'credentials-invalid'],
    source: entra,
  },
  {
    codes: [50058],
    meaning: 'There is no session.',
    causes: ['entra-token-expired', 'not-logged-in'],
    source: entra,
  },
  {
    codes: [50059, 90019, 900023],
    meaning: 'The request names no known tenant.',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [50072, 50074, 50076, 50078, 50079],
    meaning: 'A second factor is asked for: to enrol, to pass, or again.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [50089, 54005],
    meaning: 'The sign-in was interrupted or its code used twice.',
    causes: ['entra-token-expired'],
    source: entra,
  },
  {
    codes: [50097, 50129, 50155, 50187, 700003],
    meaning: 'The device must be joined or authenticate itself.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [50105],
    meaning:
      'The user is not assigned to a role of an enterprise application; this is no role of a registry.',
    causes: ['unknown'],
    source: entra,
  },
  {
    codes: [50126],
    meaning: 'User name or password of a directory user is wrong.',
    causes: ['credentials-invalid'],
    source: entra,
  },
  {
    codes: [50128],
    meaning: 'The domain of the tenant is unknown.',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [50131, 53003],
    meaning: 'Blocked by a conditional-access policy.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [50132, 50133, 50173],
    meaning: 'The session or grant was revoked, for example by a new password.',
    causes: ['entra-token-expired'],
    source: entra,
  },
  {
    codes: [50158],
    meaning: 'An external challenge was not passed.',
    causes: ['conditional-access'],
    source: entra,
  },
  { codes: [50194], meaning: 'The application is not multitenant.', causes: ['cross-tenant'], source: entra },
  {
    codes: [50196],
    meaning: 'The client asks in a loop and is throttled.',
    causes: ['rate-limited', 'client-defect'],
    source: entra,
  },
  {
    codes: [53000, 53001, 53002, 530003, 530004],
    meaning: 'The device is not compliant, joined or managed, or the application is not approved.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [53004, 53009, 53011, 530031],
    meaning: 'Risk, protection or proof-up blocks the sign-in.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [65001],
    meaning: 'Nobody has consented to the application.',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [70000],
    meaning: 'The grant is invalid.',
    causes: ['entra-token-expired', 'credentials-invalid'],
    source: entra,
  },
  {
    codes: [70001, 7000112],
    meaning: 'The application is disabled.',
    causes: ['sp-not-found'],
    source: entra,
  },
  {
    codes: [70002],
    meaning: 'The client credentials do not match.',
    causes: ['sp-secret-invalid'],
    source: entra,
  },
  {
    codes: [70008, 70043, 700081, 700082, 700084],
    meaning: 'The refresh token is over: age, inactivity or sign-in frequency.',
    causes: ['entra-token-expired'],
    source: entra,
  },
  {
    codes: [70011, 90014, 700051, 700054, 900144, 900971, 9002313, 9002325],
    meaning: 'A malformed sign-in request of an application; nothing to do with a registry.',
    causes: ['not-acr'],
    source: entra,
  },
  {
    codes: [70021],
    meaning: 'No federated identity credential matches.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [70025],
    meaning: 'The application has no federated credential.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [70052],
    meaning: 'Only a managed identity or a single-tenant application may be used.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [90002],
    meaning: 'The tenant was not found.',
    causes: ['cross-tenant', 'sp-not-found'],
    source: entra,
  },
  {
    codes: [90033],
    meaning: 'The sign-in service is not available for the moment.',
    causes: ['service-outage'],
    source: entra,
  },
  { codes: [90094], meaning: 'An administrator has to consent.', causes: ['cross-tenant'], source: entra },
  {
    codes: [500011],
    meaning: 'The principal of the resource was not found in the tenant.',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [500133],
    meaning: 'The assertion is outside its valid time.',
    causes: ['federation-mismatch'],
    source: entra,
  },
  {
    codes: [530032, 530033, 530034, 530035],
    meaning: 'Blocked by a security policy or by security defaults.',
    causes: ['conditional-access'],
    source: entra,
  },
  {
    codes: [650052, 650057],
    meaning: 'The application may not use this resource in the tenant.',
    causes: ['cross-tenant'],
    source: entra,
  },
  {
    codes: [700016],
    meaning: 'The application is not in the tenant.',
    causes: ['sp-not-found', 'cross-tenant'],
    source: entra,
  },
  {
    codes: [700024],
    meaning: 'The client assertion is outside its time range.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [700027, 700030],
    meaning: 'The signature or certificate of the client assertion is invalid.',
    causes: ['sp-secret-invalid', 'sp-secret-expired'],
    source: entra,
  },
  {
    codes: [700211, 700212, 700213, 7002138],
    meaning: 'Issuer, audience or subject of the assertion matches no federated credential.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [700222, 700223],
    meaning: 'Federation is constrained or switched off in the tenant.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  {
    codes: [700238],
    meaning: 'The issuer is not allowed in the tenant.',
    causes: ['federation-mismatch'],
    source: devops,
  },
  { codes: [900382], meaning: 'The request crosses clouds.', causes: ['cross-tenant'], source: entra },
  {
    codes: [7000110, 7000113, 7000114],
    meaning: 'The application is not allowed to sign in this way.',
    causes: ['sp-not-found'],
    source: entra,
  },
  {
    codes: [7000215],
    meaning: 'The client secret is wrong, often its id instead of its value.',
    causes: ['sp-secret-invalid', 'sp-secret-expired'],
    source: entra,
  },
  {
    codes: [7000216, 7000218],
    meaning: 'The request carries no secret or assertion.',
    causes: ['sp-secret-invalid'],
    source: entra,
  },
  {
    codes: [7000222],
    meaning: 'The client secrets are expired.',
    causes: ['sp-secret-expired'],
    source: entra,
  },
  {
    codes: [7000229],
    meaning: 'The application has no service principal in the tenant.',
    causes: ['cross-tenant', 'sp-not-found'],
    source: entra,
  },
  {
    codes: [7002131, 7002132, 7002133, 7002381],
    meaning: 'The assertion matches no federated credential.',
    causes: ['federation-mismatch'],
    source: devops,
  },
] as const satisfies readonly EntraGroup[];

/** The number of a sign-in error, without `AADSTS`. */
export type EntraCode = (typeof groups)[number]['codes'][number];

/**
 * Sign-in errors of Entra ID, keyed by the number after `AADSTS`. Numbers that are missing here are looked up at
 * https://login.microsoftonline.com/error?code=<number>.
 */
export const entraCodes = Object.fromEntries(
  groups.flatMap(({ codes, meaning, causes, source }) =>
    codes.map((code) => [code, { meaning, causes, symptom: 'entra-code', source }]),
  ),
  // fromEntries forgets the keys; they are exactly the codes of the groups.
) as unknown as Readonly<Record<EntraCode, CodeEntry>>;
