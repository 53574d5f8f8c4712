import { table } from '../signature.js';

/** Clusters. */
export const kubernetesSignatures = table(
  { symptom: 'unauthorized', scope: 'registry', source: 'cannot-pull-image-from-acr-to-aks-cluster.md' },
  {
    'pull-secret-missing': {
      label: 'Unable to retrieve some image pull secrets',
      meaning: 'The pull secret that the pod names is not in its namespace.',
      find: [
        'unable to retrieve some image pull secrets',
        'failedtoretrieveimagepullsecret',
        'image{{ |}pull{ |}secret|pullsecret}……{not found|does not exist|missing|wrong|invalid|another namespace|different namespace}',
        "secret{s|} '…' not found…{pull|image}",
      ],
      votes: { 'aks-pull-secret-invalid': 12 },
    },
    'credential-provider-failed': {
      label: 'acr-credential-provider',
      meaning: 'The plugin that signs the kubelet in got no token.',
      find: [
        'error execing credential provider',
        'acr-credential-provider…{error|fail|exit|cannot|unable}',
        '{error|fail|cannot|unable}…acr-credential-provider',
      ],
      votes: { 'aks-identity-missing-role': 9, 'managed-identity-unavailable': 7 },
    },
    'check-acr-failed': {
      label: 'Validating image pull permission: FAILED',
      meaning: '`az aks check-acr`: the kubelet identity may not pull.',
      scope: 'acr',
      find: ['validating image pull permission: failed', 'rejected token exchange'],
      votes: { 'aks-identity-missing-role': 11 },
    },
    'swarm-digest-unread': {
      label: 'could not be accessed on a registry to record its digest',
      meaning: 'Swarm could not ask the registry: mostly without `--with-registry-auth`.',
      find: ['could not be accessed on a registry'],
      votes: { 'not-logged-in': 9, 'connection-failed': 6, 'role-missing': 5, 'image-not-qualified': -9 },
    },
    'image-pull-backoff': {
      label: 'ImagePullBackOff',
      meaning: 'The cluster cannot pull; the event before tells why.',
      symptom: 'other',
      find: ['imagepullbackoff', 'errimagepull', 'back-off pulling image'],
      votes: {
        'aks-identity-missing-role': 2.6,
        'repository-or-tag-not-found': 2.2,
        'aks-pull-secret-invalid': 2,
      },
    },
    'attach-acr': {
      label: 'az aks update --attach-acr',
      meaning: 'The text speaks of attaching the registry to the cluster.',
      scope: 'acr',
      find: ['--attach-acr', '--detach-acr', 'az aks check-acr'],
      votes: { 'aks-identity-missing-role': 1.5 },
    },
    'kubelet-identity-words': {
      label: 'kubelet identity',
      saidBy: 'person',
      meaning: 'People say that the identity of the cluster lacks the role or is not attached.',
      scope: 'acr',
      find: [
        '{kubelet|agent{ |}pool|cluster}… {managed |}identity…{no |not |lack|missing|without|doesn}…{role|acrpull|permission|access|assigned|attached}',
        '{registry|acr} {is|was} not attached',
        'kubelet{-|}identität…{keine|fehlt|ohne}',
      ],
      votes: { 'aks-identity-missing-role': 9 },
    },
  },
);
