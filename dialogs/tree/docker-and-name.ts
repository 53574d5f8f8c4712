import type { Node } from './node.js';

/** D1–D3 and N1–N4: Docker where the command runs, and the names that were typed. */
export const dockerAndName = {
  'docker-daemon': {
    kind: 'check',
    check: 'docker-daemon',
    passages: ['DE-C1', 'DE-P1a', 'DE-P1b', 'ZH-E1'],
    to: { available: 'docker-version', down: 'daemon-place', unknown: 'daemon-place' },
  },
  'daemon-place': {
    kind: 'ask',
    ask: 'environment',
    to: {
      workstation: 'docker-not-running',
      'cloud-shell': 'cloud-shell-no-daemon',
      kubernetes: 'docker-not-running',
      'azure-devops': 'docker-not-running',
      'github-actions': 'docker-not-running',
      'azure-service': 'docker-not-running',
      portal: 'cloud-shell-no-daemon',
      unknown: 'docker-not-running',
    },
  },
  'docker-version': {
    kind: 'check',
    check: 'docker-version',
    passages: ['DE-P1c'],
    to: { current: 'name-form', outdated: 'docker-too-old', unknown: 'name-form' },
  },
  'name-form': {
    kind: 'check',
    check: 'name-form',
    passages: ['DE-C2', 'DE-P2a', 'DE-P2b', 'DE-P2d'],
    to: { 'well-formed': 'registry-lookup', malformed: 'login-server-malformed', unknown: 'registry-lookup' },
  },
  'registry-lookup': {
    kind: 'check',
    check: 'registry-lookup',
    needs: ['registry'],
    passages: ['DE-C2', 'DE-P2c', 'ZH-E4'],
    to: {
      here: 'denied-identity',
      elsewhere: 'wrong-subscription',
      absent: 'registry-not-found',
      'no-permission': 'unseen-mode',
      unknown: 'wrong-subscription-possible',
    },
  },
  /** The registry is where it was looked for and is not shown: a right is missing, on images or only to see it. */
  'unseen-mode': {
    kind: 'check',
    check: 'permission-mode',
    to: { legacy: 'unseen-roles-legacy', abac: 'unseen-roles-abac', unknown: 'arm-role-missing' },
  },
  'unseen-roles-legacy': {
    kind: 'check',
    check: 'roles-legacy',
    to: {
      covers: 'arm-role-missing',
      'too-weak': 'role-missing',
      'repository-roles-only': 'role-missing',
      'eligible-only': 'role-not-activated',
      'granted-recently': 'role-propagating',
      none: 'role-missing',
      unknown: 'arm-role-missing',
    },
  },
  'unseen-roles-abac': {
    kind: 'check',
    check: 'roles-abac',
    to: {
      covers: 'arm-role-missing',
      'too-weak': 'role-missing',
      'images-only': 'arm-role-missing',
      'condition-excludes': 'abac-condition-excludes',
      'legacy-roles-only': 'abac-ignores-legacy-role',
      'eligible-only': 'role-not-activated',
      'granted-recently': 'role-propagating',
      none: 'role-missing',
      unknown: 'arm-role-missing',
    },
  },
  /** Same look-up after the name did not resolve: a registry that exists then has a DNS problem. */
  'registry-lookup-by-name': {
    kind: 'check',
    check: 'registry-lookup',
    needs: ['registry'],
    passages: ['DE-S3', 'DE-C2'],
    to: {
      here: 'endpoint-without-name',
      elsewhere: 'endpoint-without-name',
      absent: 'registry-not-found',
      'no-permission': 'registry-not-found-possible',
      unknown: 'registry-not-found-possible',
    },
  },
  /** The registry is there and its name is not: a private zone without a record, or a name service that is wrong. */
  'endpoint-without-name': {
    kind: 'check',
    check: 'private-endpoint',
    needs: ['registry'],
    passages: ['DE-S3', 'ZH-E5-F2'],
    to: { approved: 'private-endpoint-dns', none: 'connection-failed', unknown: 'private-endpoint-dns' },
  },
  'image-exists': {
    kind: 'check',
    check: 'image-exists',
    needs: ['registry'],
    to: {
      exists: 'content-state',
      missing: 'repository-or-tag-not-found',
      unknown: 'repository-or-tag-likely',
    },
  },
  'image-platform': {
    kind: 'check',
    check: 'image-platform',
    to: { missing: 'platform-mismatch', offered: 'unknown', unknown: 'platform-mismatch' },
  },
  provider: {
    kind: 'check',
    check: 'provider',
    to: {
      registered: 'unknown',
      'not-registered': 'provider-not-registered',
      unknown: 'provider-not-registered',
    },
  },
  'image-reference': {
    kind: 'check',
    check: 'image-reference',
    passages: ['DE-P2a'],
    to: { qualified: 'transfer-refused', unqualified: 'image-not-qualified', unknown: 'image-not-qualified' },
  },
} as const satisfies Record<string, Node<string>>;
