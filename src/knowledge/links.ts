import { type Language, locales } from './language.js';
import type { AuthMethod } from './vocabulary.js';

/** Pages on learn.microsoft.com; the locale is put in front. */
const learnPaths = {
  // The two documents that the troubleshooting tree follows.
  'login-troubleshooting': 'azure/container-registry/container-registry-troubleshoot-login-authn-authz',
  'authentication-errors': 'troubleshoot/azure/azure-container-registry/acr-authentication-errors',

  // Ways to sign in.
  'auth-overview': 'azure/container-registry/container-registry-authentication#authentication-options',
  'individual-login':
    'azure/container-registry/container-registry-authentication#individual-login-with-azure-ad',
  'expose-token':
    'azure/container-registry/container-registry-authentication?tabs=azure-cli#az-acr-login-with---expose-token',
  'admin-account': 'azure/container-registry/container-registry-authentication#admin-account',
  'service-principal': 'azure/container-registry/container-registry-auth-service-principal',
  'managed-identity': 'azure/container-registry/container-registry-authentication-managed-identity',
  'repository-tokens': 'azure/container-registry/container-registry-token-based-repository-permissions',
  'regenerate-token-password':
    'azure/container-registry/container-registry-token-based-repository-permissions#regenerate-token-passwords',
  'show-token':
    'azure/container-registry/container-registry-token-based-repository-permissions#show-token-details',
  'anonymous-pull': 'azure/container-registry/anonymous-pull-access',
  'az-acr-login': 'cli/azure/acr#az-acr-login',
  'az-login': 'cli/azure/authenticate-azure-cli',
  'az-subscriptions': 'cli/azure/manage-azure-subscriptions-azure-cli',
  'az-update': 'cli/azure/update-azure-cli',
  'entra-error-codes': 'entra/identity-platform/reference-error-codes',
  'federated-credentials': 'entra/workload-id/workload-identity-federation-create-trust',
  'conditional-access': 'azure/container-registry/container-registry-configure-conditional-access',
  'arm-authentication': 'azure/container-registry/container-registry-disable-authentication-as-arm',

  // Applications and their secrets.
  'create-service-principal': 'entra/identity-platform/howto-create-service-principal-portal',
  'new-client-secret':
    'entra/identity-platform/howto-create-service-principal-portal#option-3-create-a-new-client-secret',
  'reset-sp-credentials': 'cli/azure/ad/sp/credential#az-ad-sp-credential-reset',
  'list-app-credentials': 'cli/azure/ad/app/credential#az-ad-app-credential-list',

  // Roles.
  'roles-overview': 'azure/container-registry/container-registry-rbac-built-in-roles-overview',
  'repository-permissions': 'azure/container-registry/container-registry-rbac-abac-repository-permissions',
  'assign-role-portal': 'azure/role-based-access-control/role-assignments-portal',
  'delegate-role-assignment': 'azure/role-based-access-control/delegate-role-assignments-examples',
  'role-troubleshooting': 'azure/role-based-access-control/troubleshooting',
  'activate-role':
    'entra/id-governance/privileged-identity-management/pim-resource-roles-activate-your-roles',
  'register-provider': 'azure/azure-resource-manager/troubleshooting/error-register-resource-provider',

  // Kubernetes and other services.
  'aks-pull-support':
    'troubleshoot/azure/azure-kubernetes/connectivity/cannot-pull-image-from-acr-to-aks-cluster',
  'aks-attach': 'azure/aks/cluster-container-registry-integration',
  'aks-update-credentials': 'azure/aks/update-credentials',
  'aks-cross-tenant': 'azure/container-registry/authenticate-aks-cross-tenant',
  'kubernetes-options': 'azure/container-registry/authenticate-kubernetes-options',
  'pull-secret': 'azure/container-registry/container-registry-auth-kubernetes',
  'web-app-pull': 'troubleshoot/azure/azure-container-registry/pull-image-to-web-app-fail',
  'container-apps-pull': 'azure/container-apps/managed-identity-image-pull',
  'devops-registry': 'azure/devops/pipelines/ecosystems/containers/publish-to-acr',
  'devops-connections': 'azure/devops/pipelines/library/connect-to-azure',
  'cloud-shell': 'azure/cloud-shell/overview',

  // Health, network, limits, logs.
  'check-health': 'azure/container-registry/container-registry-check-health',
  'health-errors': 'azure/container-registry/container-registry-health-error-reference',
  'network-troubleshooting': 'azure/container-registry/container-registry-troubleshoot-access',
  'performance-troubleshooting': 'azure/container-registry/container-registry-troubleshoot-performance',
  'selected-networks': 'azure/container-registry/container-registry-access-selected-networks',
  'firewall-rules': 'azure/container-registry/container-registry-firewall-access-rules',
  'private-link': 'azure/container-registry/container-registry-private-link',
  'data-endpoints': 'azure/container-registry/container-registry-dedicated-data-endpoints',
  'trusted-services': 'azure/container-registry/allow-access-trusted-services',
  'service-tiers': 'azure/container-registry/container-registry-skus',
  'registry-storage': 'azure/container-registry/container-registry-storage',
  'delete-images': 'azure/container-registry/container-registry-delete',
  'image-lock': 'azure/container-registry/container-registry-image-lock',
  'push-disallowed':
    'troubleshoot/azure/azure-container-registry/troubleshoot-push-error-operation-disallowed-timeout',
  'manifest-not-found': 'troubleshoot/azure/azure-container-registry/manifest-tag-not-found',
  'customer-managed-keys': 'azure/container-registry/tutorial-troubleshoot-customer-managed-keys',
  'registry-logs': 'azure/container-registry/monitor-container-registry',
  'best-practices': 'azure/container-registry/container-registry-best-practices',
  'registry-faq': 'azure/container-registry/container-registry-faq',
  'faq-docker-fails':
    'azure/container-registry/container-registry-faq#az-acr-login-succeeds-but-docker-fails-with-error--unauthorized--authentication-required',

  // People.
  'support-request': 'azure/azure-portal/supportability/how-to-create-azure-support-request',
  'microsoft-qa': 'answers/products/',
  'community-support': 'answers/products/azure?product=all',
} as const;

/** Pages of others, and of Microsoft where the address has no locale. */
const fixedUrls = {
  'docker-install': 'https://docs.docker.com/engine/install/',
  'docker-login': 'https://docs.docker.com/reference/cli/docker/login/',
  'docker-platforms': 'https://docs.docker.com/build/building/multi-platform/',
  'docker-proxy': 'https://docs.docker.com/engine/daemon/proxy/',
  'kubernetes-pull-secret':
    'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/',
  'github-oidc':
    'https://docs.github.com/actions/deployment/security-hardening-your-deployments/configuring-openid-connect-in-azure',
  'disallowed-operation':
    'https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation',
  'azure-status': 'https://azure.status.microsoft/',
  'acr-issues': 'https://aka.ms/acr/issues',
  'azure-feedback': 'https://feedback.azure.com/d365community',
} as const;

/** Id of a page; its title is a text. */
export type LinkId = keyof typeof learnPaths | keyof typeof fixedUrls;

/** All pages. */
// Object.keys widens to string; the keys of the two const tables are exactly LinkId.
export const linkIds = [...Object.keys(learnPaths), ...Object.keys(fixedUrls)] as LinkId[];

/** Address of a page in the person's language, where the page exists in several. */
export function linkUrl(id: LinkId, language: Language): string {
  if (isFixed(id)) return fixedUrls[id];
  return `https://learn.microsoft.com/${locales[language].docs}/${learnPaths[id]}`;
}

function isFixed(id: LinkId): id is keyof typeof fixedUrls {
  return id in fixedUrls;
}

/** Pages about one way to sign in, which say nothing to somebody who uses another. */
const methodsOfLink: Readonly<Partial<Record<LinkId, readonly AuthMethod[]>>> = {
  'individual-login': ['individual-entra', 'exposed-token'],
  'expose-token': ['individual-entra', 'exposed-token'],
  'admin-account': ['admin-user'],
  'service-principal': ['service-principal'],
  'create-service-principal': ['service-principal', 'workload-federation'],
  'managed-identity': ['managed-identity', 'aks-kubelet-identity'],
  'repository-tokens': ['repository-token'],
  'regenerate-token-password': ['repository-token'],
  'show-token': ['repository-token'],
  'anonymous-pull': ['anonymous'],
  'az-acr-login': ['individual-entra', 'exposed-token', 'managed-identity', 'workload-federation'],
};

/** Whether a page is of use to somebody who signs in this way; every page is, while the way is not known. */
export function linkServes(id: LinkId, method: AuthMethod | null): boolean {
  return method === null || (methodsOfLink[id]?.includes(method) ?? true);
}
