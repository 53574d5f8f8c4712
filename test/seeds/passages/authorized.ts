import { deniedIn } from './moves.js';
import type { Section } from './passage.js';

const managing = ['start', ['situation', 'management']] as const;

/** Seed A: confirm credentials are authorized; a registry with RBAC registry permissions. */
export const authorized = {
  'DE-P4a': [
    {
      script: [...managing, ['management-symptom', 'stale-view'], ['registry', 'contoso']],
      cause: 'role-propagating',
      en: [
        /rights were changed recently.*open a private \(incognito\) browser window/,
        'cookies and cached data',
      ],
      de: [
        /vor Kurzem geändert.*privates Browserfenster \(Inkognitofenster\)/,
        'Cookies und zwischengespeicherte',
      ],
      'zh-Hans': [/权限最近更改过.*浏览器的无痕（隐私）窗口/, 'Cookie 和缓存数据'],
    },
  ],
  'DE-P4b': [
    {
      script: [...managing, ['management-symptom', 'assigning-denied'], ['registry', 'contoso']],
      cause: 'assign-role-not-allowed',
      en: [
        /`Role Based Access Control Administrator`.* on the registry or its subscription/,
        'You or a registry owner need this right to add, change or remove role assignments',
      ],
      de: [
        /`Role Based Access Control Administrator`.* auf der Registrierung oder ihrem Abonnement/,
        /Sie oder ein Registrierungsbesitzer, um Rollenzuweisungen hinzuzufügen, zu ändern oder zu entfernen/,
      ],
      'zh-Hans': [
        /在注册表或其订阅上拥有 `Role Based Access Control Administrator`/,
        /你或注册表所有者需要这项权限，才能添加、更改或删除角色分配/,
      ],
    },
  ],
  'DE-P4c': [
    {
      script: [...managing, ['management-symptom', 'registry-denied'], ['registry', 'contoso']],
      cause: 'arm-role-missing',
      en: [
        /at least `Container Registry Contributor and Data Access Configuration Administrator`, or a role with the same rights/,
        'To open the registry in the Azure portal or manage it with the Azure CLI',
      ],
      de: [
        /mindestens `Container Registry Contributor and Data Access Configuration Administrator` oder eine Rolle mit denselben/,
        /im Azure-Portal zu öffnen oder mit der Azure CLI zu verwalten/,
      ],
      'zh-Hans': [
        /至少需要 `Container Registry Contributor and Data Access Configuration Administrator`，或具有相同权限的角色/,
        '要在 Azure 门户中打开注册表，或用 Azure CLI 管理它',
      ],
    },
  ],
  'DE-P5a': [
    {
      script: [...deniedIn('legacy'), ['roles-legacy', 'none']],
      where: 'conversation',
      cause: 'role-missing',
      en: [
        /Run this for the identity that is refused.*What does the identity have\?/,
        '(a user, a managed identity or a service principal), but no role assignment allows',
        /give the identity the right role on the registry/,
      ],
      de: [
        /Führen Sie dies für die abgelehnte Identität aus.*Was hat die Identität\?/,
        /einen Benutzer, eine verwaltete Identität oder einen Dienstprinzipal\), aber keine Rollenzuweisung erlaubt/,
        /der Identität .*die richtige Rolle auf der Registrierung zu geben/,
      ],
      'zh-Hans': [
        /请针对被拒绝的标识运行此命令.*该标识有什么角色？/,
        /用户、托管标识或服务主体）?.*没有任何角色分配允许/,
        /为该标识分配所需的角色/,
      ],
    },
  ],
  'DE-P5c': [
    {
      script: [...deniedIn('legacy')],
      where: 'conversation',
      asks: 'roles-legacy',
      en: [
        /Settings > Properties\*\* at the role assignment permissions mode/,
        '`RBAC Registry Permissions`',
        'What does the identity have?',
      ],
      de: [
        /Einstellungen > Eigenschaften\*\* den Berechtigungsmodus für die Registrierungsrollenzuweisung/,
        '`RBAC-Registrierungsberechtigungen`',
        'Was hat die Identität?',
      ],
      'zh-Hans': [
        /\*\*.* > (Properties|属性)\*\* 下查看角色分配权限模式/,
        '`RBAC 注册表权限`',
        '该标识有什么角色？',
      ],
    },
  ],
  'DE-P5c1': [
    {
      script: [...deniedIn('legacy')],
      asks: 'roles-legacy',
      en: ['Run this for the identity that is refused', /az role assignment list --assignee .* --scope/],
      de: [
        'Führen Sie dies für die abgelehnte Identität aus',
        /az role assignment list --assignee .* --scope/,
      ],
      'zh-Hans': ['请针对被拒绝的标识运行此命令', /az role assignment list --assignee .* --scope/],
    },
  ],
  'DE-P5c2': [
    {
      script: [...deniedIn('legacy'), ['roles-legacy', 'repository-roles-only']],
      cause: 'role-missing',
      en: [
        /`AcrPull` to pull, `AcrPush` to push and pull, `AcrDelete` to delete\. In this mode only these roles/,
      ],
      de: [
        /`AcrPull` zum Pullen, `AcrPush` zum Pushen und Pullen, `AcrDelete` zum Löschen\. In diesem Modus geben nur diese/,
      ],
      'zh-Hans': [/拉取用 `AcrPull`，推送和拉取用 `AcrPush`，删除用 `AcrDelete`。在此模式下，只有这些角色/],
    },
  ],
} satisfies Section;
