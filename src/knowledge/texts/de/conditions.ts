import type { ConditionTexts } from '../types.js';

/**
 * Bedingungen von Schritten in Worten. `when` steht vor einem Schritt, der für einen Wert gilt; `label` benennt
 * den Wert für sich. Bei mehreren Werten: `appliesTo`, dann die Namen als Liste.
 */
export const conditions: ConditionTexts = {
  appliesTo: 'Gilt für:',
  method: {
    'individual-entra': { label: 'eigenes Konto', when: 'Wenn Sie Ihr eigenes Konto verwenden:' },
    'exposed-token': {
      label: 'Zugriffstoken (`--expose-token`)',
      when: 'Wenn Sie ein Token aus `--expose-token` verwenden:',
    },
    'service-principal': { label: 'Dienstprinzipal', when: 'Wenn Sie einen Dienstprinzipal verwenden:' },
    'managed-identity': {
      label: 'verwaltete Identität',
      when: 'Wenn Sie eine verwaltete Identität verwenden:',
    },
    'aks-kubelet-identity': {
      label: 'Identität der AKS-Knoten',
      when: 'Wenn der AKS-Cluster mit seiner eigenen Identität pullt:',
    },
    'admin-user': {
      label: 'Administratorbenutzer',
      when: 'Wenn Sie den Administratorbenutzer verwenden:',
    },
    'repository-token': { label: 'Repositorytoken', when: 'Wenn Sie ein Repositorytoken verwenden:' },
    anonymous: { label: 'anonymen Pullzugriff', when: 'Wenn Sie ohne Anmeldung pullen:' },
    'workload-federation': {
      label: 'Workload-Identitätsverbund',
      when: 'Wenn Sie einen Workload-Identitätsverbund verwenden:',
    },
  },
  operation: {
    login: { label: 'Anmelden', when: 'Wenn Sie sich anmelden wollen:' },
    pull: { label: 'Pullen', when: 'Wenn Sie pullen wollen:' },
    push: { label: 'Pushen', when: 'Wenn Sie pushen wollen:' },
    delete: { label: 'Löschen', when: 'Wenn Sie löschen wollen:' },
    list: { label: 'Auflisten', when: 'Wenn Sie Repositorys auflisten wollen:' },
    manage: { label: 'Verwalten', when: 'Wenn Sie die Registrierung verwalten wollen:' },
    other: { label: 'anderes', when: 'Wenn Sie etwas anderes tun wollen:' },
  },
  mode: {
    legacy: {
      label: 'RBAC-Registrierungsberechtigungen',
      when: 'Wenn unter **Einstellungen > Eigenschaften** der Registrierung `RBAC-Registrierungsberechtigungen` steht:',
    },
    abac: {
      label: 'RBAC-Registrierung + ABAC-Repositoryberechtigungen',
      when: 'Wenn unter **Einstellungen > Eigenschaften** der Registrierung `RBAC-Registrierung + ABAC-Repositoryberechtigungen` steht:',
    },
  },
  environment: {
    workstation: {
      label: 'eigenen Computer oder Server',
      when: 'Wenn es auf Ihrem eigenen Computer oder Server fehlschlägt:',
    },
    'cloud-shell': { label: 'Azure Cloud Shell', when: 'Wenn es in Azure Cloud Shell fehlschlägt:' },
    kubernetes: { label: 'Kubernetes', when: 'Wenn es in Kubernetes fehlschlägt:' },
    'azure-devops': { label: 'Azure DevOps', when: 'Wenn es in Azure DevOps fehlschlägt:' },
    'github-actions': { label: 'GitHub Actions', when: 'Wenn es in GitHub Actions fehlschlägt:' },
    'azure-service': {
      label: 'einen anderen Azure-Dienst',
      when: 'Wenn es in einem anderen Azure-Dienst fehlschlägt:',
    },
    portal: { label: 'Azure-Portal', when: 'Wenn es im Azure-Portal fehlschlägt:' },
  },
};
