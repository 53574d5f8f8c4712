import { type EntraGroup, entra } from './entra-group.js';

/** Accounts, sessions and policies. The texts of Entra change, the numbers do not. */
export const userCodes = [
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
    codes: [50005, 50131, 53003],
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
] as const satisfies readonly EntraGroup[];
