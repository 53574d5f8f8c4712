import { randomUUID } from 'node:crypto';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { json, requestIds } from './reply.js';

/** What a text of Entra names. */
export interface Named {
  readonly client: string;
  readonly app: string;
  readonly tenant: string;
  readonly resource: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  readonly grant: string;
  /** When a sign-in of a person was last used. */
  readonly issued?: string;
  readonly redirect?: string;
  /** Sign-in name of a person, and the id of their directory. */
  readonly user?: string;
  readonly home?: string;
}

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly text: (named: Named) => string;
}

const consented =
  'This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant.';
const checkFederation =
  'Check your federated identity credential Subject, Audience and Issuer against the presented assertion. https://learn.microsoft.com/entra/workload-id/workload-identity-federation';
const noRecord = 'No matching federated identity record found for presented assertion';

/**
 * Refusals of the token endpoint, by AADSTS number (errors.md §6). Texts as Entra printed them in public reports
 * (Azure/azure-cli#30445, #33674, Azure/azure-workload-identity#1200, Azure/login#517, microsoft/Agents#202).
 * Not verified: the statuses of 7000112, 70025, 700024 and of the federation codes; the text of 50020 beyond its number.
 */
export const refusals = {
  50001: {
    status: 400,
    error: 'invalid_resource',
    text: ({ resource }) =>
      `The resource is disabled or does not exist. Check your app's code to ensure that you have specified the exact resource URL for the resource you are trying to access. Requested resource: '${resource}'`,
  },
  500011: {
    status: 400,
    error: 'invalid_resource',
    text: ({ resource, tenant }) =>
      `The resource principal named ${resource} was not found in the tenant named ${tenant}. ${consented} You might have sent your authentication request to the wrong tenant.`,
  },
  50011: {
    status: 400,
    error: 'invalid_request',
    text: ({ redirect = '', client }) =>
      `The redirect URI '${redirect}' specified in the request does not match the redirect URIs configured for the application '${client}'. Make sure the redirect URI sent in the request matches one added to your application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this error.`,
  },
  50020: {
    status: 400,
    error: 'invalid_request',
    text: ({ user = '', home = '', tenant, client, app }) =>
      `User account '${user}' from identity provider 'https://sts.windows.net/${home}/' does not exist in tenant '${tenant}' and cannot access the application '${client}'(${app}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
  },
  53003: {
    status: 400,
    error: 'invalid_grant',
    text: () =>
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  },
  50194: {
    status: 400,
    error: 'invalid_request',
    text: ({ client, app }) =>
      `Application '${client}'(${app}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  },
  501481: {
    status: 400,
    error: 'invalid_grant',
    text: () => 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  },
  54005: {
    status: 400,
    error: 'invalid_grant',
    text: () =>
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  },
  70008: {
    status: 400,
    error: 'invalid_grant',
    text: () => 'The provided access grant is expired or revoked.',
  },
  50057: {
    status: 400,
    error: 'invalid_grant',
    text: () => 'The user account is disabled.',
  },
  70003: {
    status: 400,
    error: 'unsupported_grant_type',
    text: ({ grant }) => `The app requested an unsupported grant type '${grant}'.`,
  },
  70025: {
    status: 400,
    error: 'invalid_client',
    text: ({ client, app }) =>
      `The client '${client}'(${app}) has no configured federated identity credentials.`,
  },
  90002: {
    status: 400,
    error: 'invalid_tenant',
    text: ({ tenant }) =>
      `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  },
  700016: {
    status: 400,
    error: 'unauthorized_client',
    text: ({ client, tenant }) =>
      `Application with identifier '${client}' was not found in the directory '${tenant}'. ${consented} You may have sent your authentication request to the wrong tenant.`,
  },
  700024: {
    status: 401,
    error: 'invalid_client',
    text: () => 'Client assertion is not within its valid time range.',
  },
  700211: {
    status: 401,
    error: 'invalid_client',
    text: ({ issuer }) => `${noRecord} issuer '${issuer}'. ${checkFederation}`,
  },
  700212: {
    status: 401,
    error: 'invalid_client',
    text: ({ audience }) => `${noRecord} audience '${audience}'. ${checkFederation}`,
  },
  700213: {
    status: 401,
    error: 'invalid_client',
    text: ({ subject }) => `${noRecord} subject '${subject}'. ${checkFederation}`,
  },
  7002138: {
    status: 401,
    error: 'invalid_client',
    text: ({ subject }) =>
      `${noRecord} subject '${subject}'. The subject matches with case-insensitive comparison, but not with case-sensitive comparison. ${checkFederation}`,
  },
  700082: {
    status: 400,
    error: 'invalid_grant',
    text: ({ issued = '' }) =>
      `The refresh token has expired due to inactivity. The token was issued on ${issued} and was inactive for 90.00:00:00.`,
  },
  7000112: {
    status: 400,
    error: 'unauthorized_client',
    text: ({ client, app }) => `Application '${client}'(${app}) is disabled.`,
  },
  7000215: {
    status: 401,
    error: 'invalid_client',
    text: ({ client }) =>
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client}'.`,
  },
  7000218: {
    status: 401,
    error: 'invalid_client',
    text: () =>
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
  7000222: {
    status: 401,
    error: 'invalid_client',
    text: ({ client }) =>
      `The provided client secret keys for app '${client}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
  },
  9002313: {
    status: 400,
    error: 'invalid_request',
    text: () => 'Invalid request. Request is malformed or invalid.',
  },
  1002012: {
    status: 400,
    error: 'invalid_scope',
    text: ({ resource }) =>
      `The provided value for scope ${resource} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
  },
} as const satisfies Record<number, Refusal>;

export type Aadsts = keyof typeof refusals;

/** What a refusal names of a client and the directory it asks, and nothing else. */
export function nameless(client: string, tenant: string): Named {
  return { client, app: '', tenant, resource: '', issuer: '', subject: '', audience: '', grant: '' };
}

/** A refusal as a sentence, as Entra's own pages show it. */
export function textOf(code: Aadsts, named: Named): string {
  const { text }: Refusal = refusals[code];
  return `AADSTS${code}: ${text(named)}`;
}

/** Refusal in the shape of Entra: OAuth error, description with trace ids, `error_codes`. */
export function refuse(code: Aadsts, named: Named, request: SandboxRequest, now: Date): SandboxResponse {
  const { status, error }: Refusal = refusals[code];
  const [trace, correlation] = [randomUUID(), request.headers['client-request-id'] ?? randomUUID()];
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return json(
    status,
    {
      error,
      error_description: `${textOf(code, named)} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: trace,
      correlation_id: correlation,
      error_uri: `https://${request.host}/error?code=${code}`,
    },
    requestIds(),
  );
}
