import type { Node } from './node.js';

/** W0–W3, X1, O1: the way to the registry, the state of what lies in it, the service itself. */
export const networkAndContent = {
  /** G4, while nothing is known yet: does the registry ask for a sign-in at all? */
  'challenge-first': {
    kind: 'check',
    check: 'challenge',
    needs: ['registry'],
    passages: ['DE-G4'],
    to: {
      challenged: 'audience-by-method',
      forbidden: 'network-rules-last',
      'no-answer': 'dns',
      unknown: 'last-look',
    },
  },
  /** What Azure can tell by itself comes before what only the person's network shows. */
  'audience-by-method': {
    kind: 'ask',
    ask: 'auth-method',
    to: {
      'individual-entra': 'arm-audience',
      'exposed-token': 'arm-audience',
      'service-principal': 'name-as-typed',
      'managed-identity': 'arm-audience',
      'aks-kubelet-identity': 'arm-audience',
      'admin-user': 'name-as-typed',
      'repository-token': 'name-as-typed',
      anonymous: 'name-as-typed',
      'workload-federation': 'arm-audience',
      unknown: 'name-as-typed',
    },
  },
  'arm-audience': {
    kind: 'check',
    check: 'arm-audience',
    to: { accepted: 'challenge', refused: 'arm-audience-disabled', unknown: 'challenge' },
  },
  'name-as-typed': {
    kind: 'check',
    check: 'name-form',
    passages: ['DE-P2a', 'DE-P2b'],
    to: { 'well-formed': 'challenge', malformed: 'login-server-malformed', unknown: 'challenge' },
  },
  /** W0, after credentials and rights look good: the documents warn that network trouble reads like a refusal. */
  challenge: {
    kind: 'check',
    check: 'challenge',
    needs: ['registry'],
    passages: ['DE-G4'],
    to: {
      challenged: 'last-look',
      forbidden: 'network-rules-last',
      'no-answer': 'dns',
      unknown: 'last-look',
    },
  },
  /** An image matters only to who moves one. */
  'last-look': {
    kind: 'ask',
    ask: 'operation',
    to: {
      login: 'unknown',
      pull: 'image-exists-last',
      push: 'content-state-last',
      delete: 'content-state-last',
      list: 'unknown',
      manage: 'unknown',
      other: 'unknown',
      unknown: 'unknown',
    },
  },
  'image-exists-last': {
    kind: 'check',
    check: 'image-exists',
    to: {
      exists: 'content-state-last',
      missing: 'repository-or-tag-not-found',
      unknown: 'content-state-last',
    },
  },
  'content-state': {
    kind: 'check',
    check: 'content-state',
    needs: ['registry'],
    to: {
      free: 'unknown',
      locked: 'content-locked',
      'storage-full': 'quota-exceeded',
      unknown: 'content-locked-likely',
    },
  },
  'content-state-last': {
    kind: 'check',
    check: 'content-state',
    to: { free: 'unknown', locked: 'content-locked', 'storage-full': 'quota-exceeded', unknown: 'unknown' },
  },
  'network-rules': {
    kind: 'check',
    check: 'network-rules',
    needs: ['registry'],
    passages: ['DE-C4', 'DE-S5', 'DE-S7', 'DE-G4', 'ZH-E5', 'ZH-E5-F1', 'ZH-E5-F2'],
    to: {
      'public-access-off': 'public-access-disabled',
      'ip-not-listed': 'ip-not-allowed',
      'proxy-in-between': 'connection-failed',
      allowed: 'denied-identity',
      unknown: 'ip-not-allowed-likely',
    },
  },
  'network-rules-last': {
    kind: 'check',
    check: 'network-rules',
    passages: ['DE-C4', 'ZH-E5-F1'],
    to: {
      'public-access-off': 'public-access-disabled',
      'ip-not-listed': 'ip-not-allowed',
      'proxy-in-between': 'connection-failed',
      allowed: 'connection-failed',
      unknown: 'ip-not-allowed-likely',
    },
  },
  dns: {
    kind: 'check',
    check: 'dns',
    needs: ['registry'],
    passages: ['DE-S3', 'DE-G4'],
    to: {
      'public-address': 'private-endpoint',
      'private-address': 'connection',
      'not-found': 'registry-lookup-by-name',
      'server-error': 'connection-failed',
      unknown: 'connection',
    },
  },
  'private-endpoint': {
    kind: 'check',
    check: 'private-endpoint',
    passages: ['DE-S3', 'ZH-E5-F2'],
    to: { approved: 'private-endpoint-dns', none: 'connection', unknown: 'connection' },
  },
  connection: {
    kind: 'check',
    check: 'connection',
    passages: ['DE-S3'],
    to: {
      connects: 'service-state-last',
      'refused-or-timeout': 'connection-failed',
      'tls-error': 'tls-untrusted',
      unknown: 'connection-failed-possible',
    },
  },
  'data-endpoint': {
    kind: 'check',
    check: 'data-endpoint',
    needs: ['registry'],
    to: {
      blocked: 'data-endpoint-blocked',
      reachable: 'service-state-last',
      unknown: 'data-endpoint-likely',
    },
  },
  'service-state': {
    kind: 'check',
    check: 'service-state',
    passages: ['DE-N1'],
    to: { outage: 'service-outage', healthy: 'dns', unknown: 'service-outage-likely' },
  },
  'service-state-last': {
    kind: 'check',
    check: 'service-state',
    to: { outage: 'service-outage', healthy: 'unknown', unknown: 'unknown' },
  },
} as const satisfies Record<string, Node<string>>;
