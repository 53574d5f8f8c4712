/** 与 Kubernetes 群集有关的步骤。 */
export const kubernetesSteps = {
  'aks-check': '请让群集检查它对注册表的访问。请查找显示 `FAILED` 的行。',
  'aks-attach-legacy':
    '请将注册表附加到群集。这会把 `AcrPull` 分配给节点拉取时使用的标识（kubelet 标识）。你需要有分配角色的权限。',
  'aks-assign-abac':
    '请把 `Container Registry Repository Reader` 分配给节点拉取时使用的标识（kubelet 标识）。在这里只附加注册表还不够：附加时分配的是 `AcrPull`，它在这个注册表中不起作用。',
  'aks-reconcile': '如果节点丢失了该标识，此命令会把它恢复，不改变其他任何内容。',
  'aks-pull-again': '请等待几分钟，然后删除出错的 Pod，让群集重新拉取。',
  'pull-secret-look':
    '请检查拉取机密：它必须与 Pod 在同一个命名空间，并写明注册表的完整登录服务器。此命令会输出其中的服务器，不输出密码。',
  'pull-secret-recreate': '请用当前有效的用户名和密码重新创建机密。如果旧机密的名称相同，请先删除旧机密。',
  'pull-secret-reference':
    '请检查 Pod 是否在 `imagePullSecrets` 下引用了该机密。位于另一个命名空间的机密无法找到。',
  'pull-secret-prefer-identity': '在 AKS 中可以不用拉取机密：将注册表附加到群集，节点就会用自己的标识拉取。',
} as const;
