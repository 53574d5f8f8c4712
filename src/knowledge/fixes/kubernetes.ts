import type { Fix } from './fix.js';

/** Clusters that pull. */
export const kubernetesFixes = {
  'aks-identity-missing-role': {
    steps: [
      { step: 'aks-check', command: 'aks-check-acr' },
      { step: 'aks-attach-legacy', command: 'aks-attach', when: { mode: ['legacy'] } },
      { step: 'aks-assign-abac', command: 'aks-assign-reader', when: { mode: ['abac'] } },
      { step: 'aks-reconcile', command: 'aks-reconcile' },
      { step: 'aks-pull-again' },
    ],
    helper: 'cluster-administrator',
    links: ['aks-pull-support', 'aks-attach', 'kubernetes-options', 'repository-permissions'],
  },
  'aks-pull-secret-invalid': {
    steps: [
      { step: 'pull-secret-look', command: 'pull-secret-show' },
      { step: 'pull-secret-recreate', command: 'pull-secret-create' },
      { step: 'pull-secret-reference' },
      { step: 'pull-secret-prefer-identity', command: 'aks-attach', when: { mode: ['legacy'] } },
    ],
    helper: 'cluster-administrator',
    links: ['pull-secret', 'aks-pull-support', 'kubernetes-pull-secret', 'kubernetes-options'],
  },
} as const satisfies Record<string, Fix>;
