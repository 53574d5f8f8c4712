/**
 * Every check that the tree can ask for, with its closed set of verdicts. A check that could not run answers
 * `unknown`, which is never one of these: "they said no" is not "we could not ask". Until a live check is
 * attached, the person runs the command and chooses the verdict.
 */
export const checkVerdicts = {
  /** Docker client and daemon where the command runs (seed A "Check Docker configuration", seed B error 1). */
  'docker-daemon': ['available', 'down'],
  /** Docker client 18.03 or later (seed A). */
  'docker-version': ['current', 'outdated'],
  /** Name as typed: complete login server in lower case, or resource name without suffix (seed A). */
  'name-form': ['well-formed', 'malformed'],
  /** Registry in Azure Resource Manager and DNS. */
  'registry-lookup': ['here', 'elsewhere', 'absent', 'no-permission'],
  'image-exists': ['exists', 'missing'],
  /** Whether the image has a variant for the platform that the machine asked for. */
  'image-platform': ['offered', 'missing'],
  'image-reference': ['qualified', 'unqualified'],
  /** `az login` and `az acr login` once more (seed A "Check that credentials aren't expired"). */
  'entra-session': ['works-now', 'still-refused', 'entra-error'],
  'arm-audience': ['accepted', 'refused'],
  'sp-application': ['found', 'not-found', 'other-tenant'],
  'sp-secret-expiry': ['current', 'expired'],
  'sp-sign-in': ['works', 'fails'],
  'admin-user': ['enabled', 'disabled'],
  'admin-password': ['matches', 'differs'],
  'token-status': ['enabled', 'disabled'],
  'token-password': ['current', 'expired'],
  'token-sign-in': ['works', 'fails'],
  'scope-map': ['covers', 'lacks'],
  /** The resource provider Microsoft.ContainerRegistry in the subscription. */
  provider: ['registered', 'not-registered'],
  /** What the identity may do with the registry as an Azure resource (roles on images left aside). */
  'management-rights': ['assigns', 'cannot-assign', 'no-access'],
  /** The person's account in the directory of the registry. */
  account: ['member', 'guest', 'disabled'],
  'anonymous-pull': ['on', 'off'],
  'stored-credentials': ['stored', 'none'],
  'permission-mode': ['legacy', 'abac'],
  /** Role assignments of the failing identity in a registry with RBAC Registry Permissions. */
  'roles-legacy': [
    'covers',
    'too-weak',
    'repository-roles-only',
    'eligible-only',
    'granted-recently',
    'none',
  ],
  /** Same with RBAC Registry + ABAC Repository Permissions; conditions evaluated. */
  'roles-abac': [
    'covers',
    'too-weak',
    'images-only',
    'condition-excludes',
    'legacy-roles-only',
    'eligible-only',
    'granted-recently',
    'none',
  ],
  /** `GET /v2/` from the failing machine. */
  challenge: ['challenged', 'forbidden', 'no-answer'],
  dns: ['public-address', 'private-address', 'not-found', 'server-error'],
  'private-endpoint': ['approved', 'none'],
  connection: ['connects', 'refused-or-timeout', 'tls-error'],
  'network-rules': ['public-access-off', 'ip-not-listed', 'proxy-in-between', 'allowed'],
  'data-endpoint': ['blocked', 'reachable'],
  'pull-secret': ['good', 'bad'],
  'kubelet-role': ['role-present', 'role-missing', 'service-principal', 'other-tenant'],
  'managed-identity': ['assigned', 'missing', 'wrong-one'],
  'federated-credential': ['matches', 'differs'],
  'content-state': ['free', 'locked', 'storage-full'],
  'service-state': ['healthy', 'outage'],
  /** `az acr check-health`: the first finding that matters. */
  'health-check': [
    'docker',
    'cloud-shell',
    'dns',
    'forbidden',
    'challenge',
    'refused-401',
    'refused-403',
    'throttled',
    'tls',
    'login-server',
    'encryption-key',
    'helm-notary-only',
    'all-ok',
  ],
} as const satisfies Record<string, readonly string[]>;

export type CheckId = keyof typeof checkVerdicts;
export type VerdictOf<C extends CheckId> = (typeof checkVerdicts)[C][number];

// Object.keys widens to string; the keys of a const table are exactly CheckId.
export const checkIds = Object.keys(checkVerdicts) as CheckId[];

/**
 * What a finding may tell beside its verdict. Values passed a grammar or come from Azure's own enumerations; several of
 * a kind are joined by ", ", aliases by " → ".
 */
export const checkFacts = [
  /** The CNAME chain of a name, in order. */
  'aliases',
  'addresses',
  /** The name service that was asked. */
  'resolver',
  /** Who issued the certificate that the connection met. */
  'issuer',
  /** The address that the firewall's rules were held against. */
  'ip',
  'cluster',
  /** Built-in or custom roles that the identity holds. */
  'roles',
  /** Registry actions that a token lacks. */
  'lacking',
  'platforms',
  /** Tags that the repository does have. */
  'tags',
  /** Repositories whose names are close. */
  'repositories',
  'endpoints',
  'sku',
  /** Provisioning state, where it is not `Succeeded`. */
  'state',
  /** ISO date. */
  'expires',
  'trustedServices',
  'quarantine',
] as const;
export type CheckFact = (typeof checkFacts)[number];

/** Why a check came to no verdict. */
export const unknownReasons = [
  'deadline',
  /** A fact that the check needs is not known yet; it runs once it is. */
  'missing-fact',
  /** An identity of the bot lacks a right. */
  'missing-right',
  'not-signed-in',
  'not-reachable',
  /** Not asked: the service has not answered for a while, and is let alone for some seconds. */
  'circuit-open',
  /** Not asked: too many calls waited already. */
  'busy',
  /** Something between here and the registry answered in its place; nothing was sent to it. */
  'intercepted',
  /** Whoever answered is nobody to be trusted: a proxy that opens TLS, or a wrong host; nothing was sent to it. */
  'untrusted-certificate',
  'throttled',
  /** True for the bot's network only: the person's may see something else. */
  'other-vantage',
  /** An ABAC condition with something in it that is not evaluated. */
  'condition-not-evaluated',
  'not-supported',
] as const;
export type Unknown = (typeof unknownReasons)[number];
