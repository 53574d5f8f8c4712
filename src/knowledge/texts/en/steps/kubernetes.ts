/** Steps about Kubernetes clusters. */
export const kubernetesSteps = {
  'aks-check': 'Let the cluster check its access to the registry. Look for lines that say `FAILED`.',
  'aks-attach-legacy':
    'Attach the registry to the cluster. This gives `AcrPull` to the identity that the nodes pull with (the kubelet identity). You need the right to assign roles.',
  'aks-assign-abac':
    'Give `Container Registry Repository Reader` to the identity that the nodes pull with (the kubelet identity). Attaching the registry is not enough here: it assigns `AcrPull`, which this registry does not honor.',
  'aks-reconcile':
    'If the nodes have lost the identity, this command puts it back without changing anything else.',
  'aks-pull-again': 'Wait a few minutes, then delete the pod that fails, so that the cluster pulls again.',
  'pull-secret-look':
    'Check the pull secret: it must be in the same namespace as the pod, and name the complete login server of the registry. This command prints the servers in it, not the password.',
  'pull-secret-recreate':
    'Create the secret again, with the user name and password that work now. Delete the old one first if it has the same name.',
  'pull-secret-reference':
    'Check that the pod names the secret under `imagePullSecrets`. A secret in another namespace is not found.',
  'pull-secret-prefer-identity':
    'In AKS you can do without a pull secret: attach the registry to the cluster, and the nodes pull with their own identity.',
} as const;
