import type { CheckTexts } from '../../types.js';

/** 被拒绝的标识可以做什么。 */
export const roleChecks = {
  'permission-mode': {
    label: '注册表的权限模式',
    question:
      '请运行此命令，或在 Azure 门户的 **设置 > Properties** 下查看角色分配权限模式。注册表使用哪种模式？`LegacyRegistryPermissions` 或没有输出表示第一种，`AbacRepositoryPermissions` 表示第二种。',
    verdicts: {
      legacy: '`RBAC 注册表权限` (`LegacyRegistryPermissions`)',
      abac: '`RBAC 注册表 + ABAC 存储库权限`',
    },
  },
  'roles-legacy': {
    label: '标识的角色',
    question:
      '请针对被拒绝的标识运行此命令：使用它的对象 ID、用户的登录名或服务主体的客户端 ID。也可以查看 **访问控制 (IAM) > 检查访问权限**。在这个注册表中，只有 `AcrPull`、`AcrPush` 和 `AcrDelete`（以及 `Contributor` 等权限更大的角色）授予对映像的访问权限。该标识有什么角色？',
    verdicts: {
      covers: '有允许此操作的角色',
      'too-weak': '有角色，但权限不够，例如要推送却只有 `AcrPull`',
      'repository-roles-only': '只有 Container Registry Repository 系列角色',
      'eligible-only': '只是有资格使用该角色，尚未激活 (PIM)',
      'granted-recently': '有所需的角色，分配还不到 10 分钟',
      none: '没有这个注册表的角色',
    },
  },
  'roles-abac': {
    label: '标识的角色及其条件',
    question:
      '请针对被拒绝的标识运行此命令：使用它的对象 ID、用户的登录名或服务主体的客户端 ID。在这个注册表中，只有 `Container Registry Repository Reader`、`Container Registry Repository Writer` 和 `Container Registry Repository Contributor` 授予对映像的访问权限，而且条件可以把它们限制在部分存储库。该标识有什么角色？',
    verdicts: {
      covers: '有包括这个存储库和此操作的存储库角色',
      'too-weak': '有存储库角色，但权限不够，例如要推送却只有 Reader',
      'images-only': '有针对映像的存储库角色，但没有可列出存储库的角色',
      'condition-excludes': '有存储库角色，但它的条件不包括这个存储库',
      'legacy-roles-only': '只有 `AcrPull`、`AcrPush`、`AcrDelete`，或 `Owner` 等通用角色',
      'eligible-only': '只是有资格使用该角色，尚未激活 (PIM)',
      'granted-recently': '有所需的角色，分配还不到 10 分钟',
      none: '没有这个注册表的角色',
    },
  },
  'management-rights': {
    label: '对注册表这一资源的权限',
    question:
      '请为被拒绝的标识运行此命令。`Owner`、`User Access Administrator` 和 `Role Based Access Control Administrator` 可以为他人分配角色。列表中有其中之一吗？',
    verdicts: {
      assigns: '有其中之一',
      'cannot-assign': '没有，只有其他角色',
      'no-access': '列表为空',
    },
  },
  account: {
    label: '目录中的帐户',
    question: '请在 Azure 门户的 **Microsoft Entra ID > 用户** 中查看该帐户。它属于哪一类？',
    verdicts: {
      member: '成员',
      guest: '来宾',
      disabled: '帐户已禁用',
    },
  },
  'scope-map': {
    label: '令牌的范围映射',
    question:
      '请运行此命令。第一行是范围映射的名称，其余各行列出它允许的操作。`content/read` 表示拉取，`content/write` 表示推送，`content/delete` 表示删除，`metadata/read` 表示列出标记。其中有你的存储库和你要执行的操作吗？',
    verdicts: { covers: '有', lacks: '没有' },
  },
  'kubelet-role': {
    label: '群集的标识',
    question:
      '请运行此命令。第一行显示 `msi` 或服务主体的 ID，之后是节点的标识和对注册表的检查。结果是什么？',
    verdicts: {
      'role-present': '检查成功：节点有注册表的角色',
      'role-missing': '节点没有角色，或者检查失败并显示 401',
      'service-principal': '第一行是 ID：群集使用服务主体',
      'other-tenant': '群集和注册表属于不同的目录（租户）',
    },
  },
  'content-state': {
    label: '锁定和存储空间',
    question: '请运行此命令。它会显示映像的锁定状态，以及限额的使用情况。结果是什么？',
    verdicts: {
      free: '没有任何一项为 `false`，而且有剩余空间',
      locked: '有一个属性为 `false`，或者映像被隔离',
      'storage-full': '已达到存储限额',
    },
  },
} as const satisfies Partial<CheckTexts>;
