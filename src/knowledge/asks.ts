import { authMethods, environments, operations, symptoms } from './vocabulary.js';

/** Every question that only the person can answer, with its closed set of options. Each also takes `unknown`. */
export const askOptions = {
  /** T0. */
  situation: [
    'login',
    'transfer',
    'management',
    'kubernetes',
    'azure-devops',
    'azure-service',
    'oidc-workflow',
    'not-acr',
  ],
  /** T1: seed B step 1. */
  'auth-method': authMethods,
  /** T2. */
  symptom: symptoms,
  operation: operations,
  environment: environments,
  /** Typed, not chosen; its answer is a registry name or login server that passed the grammar. */
  registry: [],
  /** Typed: application (client) id of the identity that is refused. */
  'client-id': [],
  /** Typed: which repository token signs in. */
  'token-name': [],
  /** Typed: which AKS cluster pulls. */
  'cluster-name': [],
  /** C6: the user name tells the method. */
  'user-name-form': ['zero-guid', 'guid', 'registry-name', 'other-name'],
  /** C0. */
  'earlier-sign-in': ['never', 'other-name', 'over-three-hours', 'before-mode-switch', 'recently'],
  /** C2. */
  'exposed-token-user': ['zero-guid', 'other'],
  /** C3.1. */
  'sp-user-name': ['application-id', 'other'],
  /** M1. */
  'management-symptom': [
    'stale-view',
    'assigning-denied',
    'registry-denied',
    'content-missing',
    'not-in-subscription',
    'other-tenant',
  ],
  /** E1: what the Entra (AADSTS) code stands for. */
  'entra-code': [
    'secret-wrong',
    'secret-expired',
    'application-unknown',
    'session-expired',
    'password-wrong',
    'policy-blocks',
    'federation-differs',
    'other-tenant',
    'audience-refused',
  ],
  /** K1. */
  'pull-secret-used': ['yes', 'no'],
  /** P1. */
  'pipeline-connection': ['service-principal', 'workload-federation', 'managed-identity'],
} as const satisfies Record<string, readonly string[]>;

export type AskId = keyof typeof askOptions;
export type OptionOf<A extends AskId> = (typeof askOptions)[A][number];

// Object.keys widens to string; the keys of a const table are exactly AskId.
export const askIds = Object.keys(askOptions) as AskId[];

/** Questions whose answer is typed, not chosen; it is stored only if it passes the grammar of its kind. */
export const typedAsks = ['registry', 'client-id', 'token-name', 'cluster-name'] as const satisfies AskId[];
export type TypedAskId = (typeof typedAsks)[number];

export function isTyped(ask: string): ask is TypedAskId {
  const typed: readonly string[] = typedAsks;
  return typed.includes(ask);
}
