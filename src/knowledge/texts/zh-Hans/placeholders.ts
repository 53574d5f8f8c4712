import type { Placeholder } from '../../fixes/placeholders.js';

/** 命令中每个占位符的含义，以及在哪里可以找到它的值。 */
export const placeholders: Readonly<Record<Placeholder, string>> = {
  registry: '注册表名称，不含 `.azurecr.io`',
  registryId: '注册表的资源 ID：Azure 门户中的 **属性 > 资源 ID**',
  loginServer: '注册表的登录服务器，例如 `contoso.azurecr.io`：**概述 > 登录服务器**',
  dataEndpoint: '提供映像层的主机：`az acr show-endpoints` 会列出它',
  repository: '映像名称，不含登录服务器和标记',
  tag: '映像的标记',
  image: '映像的完整名称：登录服务器、存储库和标记',
  localImage: '你自己的计算机上的映像名称：`docker images` 会列出它',
  platform: '运行映像的平台，例如 `linux/amd64`',
  ip: '注册表看到的公共 IP 地址：错误消息中会写明',
  subscription: '注册表所在订阅的名称或 ID',
  tenant: '注册表所在目录（租户）的 ID：请询问注册表所有者，或查看 **Microsoft Entra ID > 概述 > 租户 ID**',
  clientId: '应用程序（客户端）ID：**Microsoft Entra ID > 应用注册 > 概述**',
  principalId:
    '被拒绝的标识的对象 ID。你自己的帐户：`az ad signed-in-user show --query id`；其他标识在门户中显示为对象 ID 或主体 ID',
  keyId: '旧机密的 ID：`az ad app credential list` 将它显示为 `keyId`',
  role: '角色名称',
  resourceGroup: '群集的资源组',
  resourceId: '执行拉取的 Azure 资源的资源 ID：**属性 > 资源 ID**',
  cluster: 'AKS 群集的名称',
  namespace: 'Pod 所在的 Kubernetes 命名空间',
  secretName: '映像拉取机密的名称，与 Pod 中写的一致',
  userName: '用于登录的用户名：应用程序（客户端）ID、令牌名称或注册表名称',
  tokenName: '存储库令牌的名称：**存储库权限 > 令牌**',
  scopeMap: '令牌的范围映射名称：**存储库权限 > 范围映射**',
  vnet: '出错的计算机所在虚拟网络的名称或资源 ID',
  days: '新密码的有效天数，例如 `30`',
  workspace: '接收注册表日志的 Log Analytics 工作区的 ID',
  workspaceResource: 'Log Analytics 工作区的资源 ID (`/subscriptions/…`)',
};
