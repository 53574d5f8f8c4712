import type { ConditionTexts } from '../types.js';

/**
 * Words for the conditions of steps. `when` stands in front of a step that holds for one value; `label` names
 * the value by itself. For several values: `appliesTo`, then their labels as a list.
 */
export const conditions: ConditionTexts = {
  appliesTo: 'Applies to:',
  method: {
    'individual-entra': { label: 'your own account', when: 'If you use your own account:' },
    'exposed-token': {
      label: 'access token (`--expose-token`)',
      when: 'If you use a token from `--expose-token`:',
    },
    'service-principal': { label: 'service principal', when: 'If you use a service principal:' },
    'managed-identity': { label: 'managed identity', when: 'If you use a managed identity:' },
    'aks-kubelet-identity': {
      label: 'identity of the AKS nodes',
      when: 'If the AKS cluster pulls with its own identity:',
    },
    'admin-user': { label: 'admin user', when: 'If you use the admin user:' },
    'repository-token': { label: 'repository token', when: 'If you use a repository token:' },
    anonymous: { label: 'anonymous pull', when: 'If you pull without signing in:' },
    'workload-federation': {
      label: 'workload identity federation',
      when: 'If you use workload identity federation:',
    },
  },
  operation: {
    login: { label: 'sign in', when: 'If you want to sign in:' },
    pull: { label: 'pull', when: 'If you want to pull:' },
    push: { label: 'push', when: 'If you want to push:' },
    delete: { label: 'delete', when: 'If you want to delete:' },
    list: { label: 'list', when: 'If you want to list repositories:' },
    manage: { label: 'manage', when: 'If you want to manage the registry:' },
    other: { label: 'other', when: 'If you want to do something else:' },
  },
  mode: {
    legacy: {
      label: 'RBAC Registry Permissions',
      when: 'If **Settings > Properties** of the registry shows `RBAC Registry Permissions`:',
    },
    abac: {
      label: 'RBAC Registry + ABAC Repository Permissions',
      when: 'If **Settings > Properties** of the registry shows `RBAC Registry + ABAC Repository Permissions`:',
    },
  },
  environment: {
    workstation: { label: 'own computer or server', when: 'If it fails on your own computer or server:' },
    'cloud-shell': { label: 'Azure Cloud Shell', when: 'If it fails in Azure Cloud Shell:' },
    kubernetes: { label: 'Kubernetes', when: 'If it fails in Kubernetes:' },
    'azure-devops': { label: 'Azure DevOps', when: 'If it fails in Azure DevOps:' },
    'github-actions': { label: 'GitHub Actions', when: 'If it fails in GitHub Actions:' },
    'azure-service': { label: 'another Azure service', when: 'If it fails in another Azure service:' },
    portal: { label: 'Azure portal', when: 'If it fails in the Azure portal:' },
  },
};
