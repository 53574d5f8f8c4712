import type { ConditionTexts } from '../types.js';

/**
 * 步骤条件的用语。步骤只适用于一个值时，`when` 放在步骤前面；`label` 单独表示该值。适用于多个值时：先是
 * `appliesTo`，再以列表形式给出各个 label。
 */
export const conditions: ConditionTexts = {
  appliesTo: '适用于：',
  method: {
    'individual-entra': { label: '你自己的帐户', when: '如果你用自己的帐户：' },
    'exposed-token': {
      label: '访问令牌 (`--expose-token`)',
      when: '如果你用 `--expose-token` 获取的令牌：',
    },
    'service-principal': { label: '服务主体', when: '如果你用服务主体：' },
    'managed-identity': { label: '托管标识', when: '如果你用托管标识：' },
    'aks-kubelet-identity': {
      label: 'AKS 节点的标识',
      when: '如果 AKS 群集用自己的标识拉取：',
    },
    'admin-user': { label: '管理员用户', when: '如果你用管理员用户：' },
    'repository-token': { label: '存储库令牌', when: '如果你用存储库令牌：' },
    anonymous: { label: '匿名拉取', when: '如果你不登录就拉取：' },
    'workload-federation': {
      label: '工作负载联合身份验证',
      when: '如果你用工作负载联合身份验证：',
    },
  },
  operation: {
    login: { label: '登录', when: '如果你要登录：' },
    pull: { label: '拉取', when: '如果你要拉取：' },
    push: { label: '推送', when: '如果你要推送：' },
    delete: { label: '删除', when: '如果你要删除：' },
    list: { label: '列出', when: '如果你要列出存储库：' },
    manage: { label: '管理', when: '如果你要管理注册表：' },
    other: { label: '其他操作', when: '如果你要执行其他操作：' },
  },
  mode: {
    legacy: {
      label: 'RBAC 注册表权限',
      when: '如果注册表的 **设置 > Properties** 显示 `RBAC 注册表权限`：',
    },
    abac: {
      label: 'RBAC 注册表 + ABAC 存储库权限',
      when: '如果注册表的 **设置 > Properties** 显示 `RBAC 注册表 + ABAC 存储库权限`：',
    },
  },
  environment: {
    workstation: { label: '自己的计算机或服务器', when: '如果在你自己的计算机或服务器上出错：' },
    'cloud-shell': { label: 'Azure Cloud Shell', when: '如果在 Azure Cloud Shell 中出错：' },
    kubernetes: { label: 'Kubernetes', when: '如果在 Kubernetes 中出错：' },
    'azure-devops': { label: 'Azure DevOps', when: '如果在 Azure DevOps 中出错：' },
    'github-actions': { label: 'GitHub Actions', when: '如果在 GitHub Actions 中出错：' },
    'azure-service': { label: '其他 Azure 服务', when: '如果在其他 Azure 服务中出错：' },
    portal: { label: 'Azure 门户', when: '如果在 Azure 门户中出错：' },
  },
};
