import type { FoundTexts } from '../types.js';

/** 检查所看到的情况，显示在检查名称之后。 */
export const found: FoundTexts = {
  'docker-daemon': { available: '守护程序有响应', down: '守护程序没有响应' },
  'docker-version': { current: '版本足够新', outdated: '版本太旧' },
  'stored-credentials': {
    stored: '已保存此注册表的凭据',
    none: '未保存此注册表的凭据',
  },
  'registry-lookup': {
    here: '已在 Azure 中找到',
    elsewhere: '存在，但不在所查找的订阅中',
    absent: '不存在：DNS 中没有这个名称',
    'no-permission': '存在，但该标识没有可查看它的角色',
  },
  'image-exists': { exists: '已在注册表中找到', missing: '注册表中没有' },
  'image-platform': { offered: '有适用于此平台的版本', missing: '没有适用于此平台的版本' },
  'entra-session': {
    'works-now': '已登录，注册表接受',
    'still-refused': '已登录 Azure，但注册表拒绝',
    'entra-error': 'Azure 没有为此登录颁发令牌',
  },
  'arm-audience': {
    accepted: '接受用于 Azure 资源管理器的令牌',
    refused: '拒绝用于 Azure 资源管理器的令牌',
  },
  'sp-application': {
    found: '已在注册表的目录中找到',
    'not-found': '注册表的目录中没有，或已禁用',
    'other-tenant': '存在，但只在另一个目录中',
  },
  'sp-secret-expiry': {
    current: '至少有一个客户端密码仍然有效',
    expired: '没有有效的客户端密码',
  },
  'admin-user': { enabled: '已启用', disabled: '已禁用' },
  'token-status': { enabled: '已启用', disabled: '已禁用' },
  'token-password': { current: '至少有一个密码仍然有效', expired: '没有有效的密码' },
  'scope-map': {
    covers: '允许对此存储库执行此操作',
    lacks: '不允许对此存储库执行此操作',
  },
  provider: { registered: '已注册', 'not-registered': '未注册' },
  'management-rights': {
    assigns: '包括分配角色',
    'cannot-assign': '不包括分配角色',
    'no-access': '既不能查看也不能管理',
  },
  account: { member: '目录的成员', guest: '目录中的来宾', disabled: '已禁用' },
  'anonymous-pull': { on: '已允许', off: '未允许' },
  'permission-mode': {
    legacy: '`RBAC 注册表权限`',
    abac: '`RBAC 注册表 + ABAC 存储库权限`',
  },
  'roles-legacy': {
    covers: '有允许此操作的角色',
    'too-weak': '有角色，但权限不够',
    'repository-roles-only': '只有在这个注册表中不起作用的角色',
    'eligible-only': '有资格使用该角色，但尚未激活 (PIM)',
    'granted-recently': '有所需的角色，分配还不到 10 分钟',
    none: '没有授予映像访问权限的角色',
  },
  'roles-abac': {
    covers: '有允许此操作的存储库角色',
    'too-weak': '有存储库角色，但权限不够',
    'images-only': '有针对映像的角色，但没有可列出存储库的角色',
    'condition-excludes': '有角色，但它的条件不包括这个存储库',
    'legacy-roles-only': '只有在这个注册表中不起作用的角色',
    'eligible-only': '有资格使用该角色，但尚未激活 (PIM)',
    'granted-recently': '有所需的角色，分配还不到 10 分钟',
    none: '没有授予映像访问权限的角色',
  },
  challenge: {
    challenged: '可以访问，要求登录',
    forbidden: '拒绝该网络 (403)',
    'no-answer': '没有响应',
  },
  dns: {
    'public-address': '解析为公共地址',
    'private-address': '解析为专用地址',
    'not-found': 'DNS 中没有这个名称',
    'server-error': '名称服务器没有响应，或者出错',
  },
  'private-endpoint': { approved: '已批准', none: '没有任何一个已批准' },
  connection: {
    connects: '连接成功，并收到响应',
    'refused-or-timeout': '被拒绝，或未及时响应',
    'tls-error': '加密连接 (TLS) 失败',
  },
  'network-rules': {
    'public-access-off': '已禁用公共访问',
    'ip-not-listed': '仅允许所选网络，该地址不在列表中',
    'proxy-in-between': '该地址在列表中，但中间有代理服务器或 VPN',
    allowed: '允许此访问',
  },
  'data-endpoint': { blocked: '无法访问', reachable: '可以访问' },
  'kubelet-role': {
    'role-present': '有允许拉取的角色',
    'role-missing': '没有允许拉取的角色',
    'service-principal': '群集使用服务主体',
    'other-tenant': '群集和注册表属于不同的目录',
  },
  'managed-identity': {
    assigned: '已分配给该资源',
    missing: '找不到',
    'wrong-one': '是另一个，或者有多个但没有指定用哪个',
  },
  'federated-credential': {
    matches: '有一个凭据的颁发者和使用者完全相同',
    differs: '没有颁发者和使用者完全相同的凭据',
  },
  'content-state': {
    free: '未锁定，而且有剩余空间',
    locked: '已锁定，不允许此操作',
    'storage-full': '已达到存储限额',
  },
  'service-state': { healthy: '服务有响应', outage: '返回服务器错误' },
};
