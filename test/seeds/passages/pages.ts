import type { Page } from './passage.js';

/** Pages that several lists of related links of the seeds name. */
export const authOverview: Page = {
  path: 'azure/container-registry/container-registry-authentication#authentication-options',
  en: 'Authentication overview',
  de: 'Übersicht über die Authentifizierung',
  'zh-Hans': '身份验证概述',
};
export const rolesOverview: Page = {
  path: 'azure/container-registry/container-registry-rbac-built-in-roles-overview',
  en: /permissions and roles/,
  de: /Berechtigungen und Rollen/,
  'zh-Hans': /权限和角色/,
};
export const abac: Page = {
  path: 'azure/container-registry/container-registry-rbac-abac-repository-permissions',
  en: /attribute-based access control \(ABAC\)/,
  de: /attributbasierter? Zugriffssteuerung \(ABAC\)/,
  'zh-Hans': /基于属性的访问控制 \(ABAC\)/,
};
export const individualLogin: Page = {
  path: 'azure/container-registry/container-registry-authentication#individual-login-with-azure-ad',
  en: 'Individual login with Microsoft Entra ID',
  de: 'Individuelle Anmeldung mit Microsoft Entra ID',
  'zh-Hans': /Microsoft Entra ID 进行(个人|单次)登录/,
};
export const tokenPermissions: Page = {
  path: 'azure/container-registry/container-registry-token-based-repository-permissions',
  en: /non-Microsoft Entra token-based repository permissions/,
  de: /tokenbasierten Repositoryberechtigungen/,
  'zh-Hans': /非 Microsoft Entra 令牌的存储库权限/,
};
export const entraCodes: Page = {
  path: 'entra/identity-platform/reference-error-codes',
  en: 'Microsoft Entra authentication and authorization error codes',
  de: /Fehlercodes von Microsoft Entra/,
  'zh-Hans': 'Microsoft Entra 身份验证和授权错误代码',
};
export const newSecret: Page = {
  path: 'entra/identity-platform/howto-create-service-principal-portal#option-3-create-a-new-client-secret',
  en: 'Create a new application secret',
  de: /Neues Anwendungsgeheimnis/,
  'zh-Hans': '创建新的应用程序机密',
};
export const regenerateToken: Page = {
  path: 'azure/container-registry/container-registry-token-based-repository-permissions#regenerate-token-passwords',
  en: 'Regenerate non-Microsoft Entra token passwords',
  de: /Tokenkennwörter/,
  'zh-Hans': /重新生成.*令牌的?密码/,
};
