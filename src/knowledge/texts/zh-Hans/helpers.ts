import type { Helper } from '../../fixes/fix.js';

/** 谁可以实施解决方法。 */
export const helpers: Readonly<Record<Helper, string>> = {
  self: '你自己就可以处理。',
  'registry-owner': '请联系注册表所有者：创建或管理该注册表的人员或团队。',
  'role-administrator':
    '请联系有权在注册表上分配角色的人：拥有 `Role Based Access Control Administrator` 角色的注册表所有者，或订阅所有者。',
  'subscription-owner': '请联系 Azure 订阅所有者，或帐户管理员。',
  'entra-administrator': '请联系你所在组织的 Microsoft Entra 管理员。',
  'application-owner': '请联系应用程序（服务主体）的所有者，或 Microsoft Entra 管理员。',
  'network-team': '请联系负责网络、代理服务器和 DNS 的团队。',
  'cluster-administrator': '请联系 Kubernetes 群集的管理员。',
  microsoft: '请联系 Microsoft：创建支持请求。',
};
