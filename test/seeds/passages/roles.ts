import { deniedIn } from './moves.js';
import { abac, entraCodes, newSecret, rolesOverview, tokenPermissions } from './pages.js';
import type { Section } from './passage.js';

const abacMode =
  /`(RBAC Registry \+ ABAC Repository Permissions|RBAC-Registrierung \+ ABAC-Repository-?[bB]erechtigungen|RBAC 注册表 \+ ABAC 存储库权限)`/;
const repositoryRoles =
  /`Container Registry Repository Reader`[^\n]*`Container Registry Repository Writer`[^\n]*`Container Registry Repository Contributor`/;
const lister = '`Container Registry Repository Catalog Lister`';

const conditionExcludes = [...deniedIn('abac'), ['roles-abac', 'condition-excludes']] as const;
const legacyRolesOnly = [...deniedIn('abac'), ['roles-abac', 'legacy-roles-only']] as const;

/** Seed A: identity permissions and role assignments, in a registry with ABAC repository permissions. */
export const roles = {
  'DE-P5b': [
    {
      script: conditionExcludes,
      where: 'conversation',
      cause: 'abac-condition-excludes',
      en: ['Settings > Properties', abacMode, 'still none for this image'],
      de: ['Einstellungen > Eigenschaften', abacMode, 'für dieses Image trotzdem keine'],
      'zh-Hans': [/> (Properties|属性)/, abacMode, '却没有对这个映像的权限'],
    },
  ],
  'DE-P5b1': [
    {
      script: conditionExcludes,
      cause: 'abac-condition-excludes',
      en: [/Look at the condition of the role assignment/, /az role assignment list .*condition/],
      de: [/Sehen Sie sich die Bedingung der Rollenzuweisung an/, /az role assignment list .*condition/],
      'zh-Hans': [/请查看角色分配的条件/, /az role assignment list .*condition/],
    },
  ],
  'DE-P5b2': [
    {
      script: legacyRolesOnly,
      cause: 'abac-ignores-legacy-role',
      en: [abacMode, /`AcrPull`, `AcrPush` and `AcrDelete` give no access to images/],
      de: [abacMode, /`AcrPull`, `AcrPush` und `AcrDelete` keinen Zugriff auf Images/],
      'zh-Hans': [abacMode, /`AcrPull`、`AcrPush` 和 `AcrDelete` 不授予对映像的访问权限/],
    },
  ],
  'DE-P5b3': [
    {
      script: legacyRolesOnly,
      cause: 'abac-ignores-legacy-role',
      en: [
        repositoryRoles,
        /Only the .*roles count/,
        'A condition can limit the new role to some repositories',
      ],
      de: [
        repositoryRoles,
        /Nur die Rollen.*zählen/,
        /Bedingung kann die neue Rolle auf einige Repositorys beschränken/,
      ],
      'zh-Hans': [repositoryRoles, /只有 .*角色有效/, '可以用条件把新角色限制在部分存储库'],
    },
  ],
  'DE-P5b4': [
    {
      script: [
        'start',
        ['situation', 'transfer'],
        ['symptom', 'catalog-denied'],
        ['auth-method', 'individual-entra'],
        ['registry', 'contoso'],
        ['permission-mode', 'abac'],
      ],
      cause: 'catalog-not-authorized',
      en: [
        `give the identity ${lister}`,
        'do not include the list',
        'takes no condition: it shows the names of all repositories',
        '--role "Container Registry Repository Catalog Lister"',
      ],
      de: [
        `der Identität ${lister} zu geben`,
        'enthalten das Auflisten nicht',
        'lässt keine Bedingung zu: Sie zeigt die Namen aller Repositorys',
        '--role "Container Registry Repository Catalog Lister"',
      ],
      'zh-Hans': [
        `为该标识分配 ${lister}`,
        '不包括列出存储库',
        /不能带条件.*所有存储库的名称/,
        '--role "Container Registry Repository Catalog Lister"',
      ],
    },
  ],
  'DE-P5b5': [
    { script: conditionExcludes, cause: 'abac-condition-excludes', pages: [abac] },
    { script: legacyRolesOnly, cause: 'abac-ignores-legacy-role', pages: [abac] },
  ],
  'DE-P5c3': [
    {
      script: [...deniedIn('legacy'), ['roles-legacy', 'none']],
      cause: 'role-missing',
      pages: [rolesOverview],
    },
  ],
  'DE-P5-links': [
    {
      script: [
        {
          say: 'docker push contoso.azurecr.io/team/app:1.0\nerror from registry: insufficient_scope: authorization failed',
        },
        ['auth-method', 'unknown'],
        ['permission-mode', 'unknown'],
      ],
      cause: 'role-missing',
      pages: [
        rolesOverview,
        abac,
        {
          path: 'azure/role-based-access-control/role-assignments-portal',
          en: 'Add or remove Azure role assignments using the Azure portal',
          de: /Azure-Rollenzuweisungen .*Azure-Portal/,
          'zh-Hans': /Azure 门户.*角色分配/,
        },
        {
          path: 'entra/identity-platform/howto-create-service-principal-portal',
          en: /Create a Microsoft Entra application and service principal/,
          de: /Anwendung und .*Dienstprinzipal/,
          'zh-Hans': /应用程序和服务主体/,
        },
        newSecret,
        entraCodes,
        tokenPermissions,
      ],
    },
  ],
} satisfies Section;
