import type { CheckTexts } from '../../types.js';

/** 帐户、机密和令牌。 */
export const accountChecks = {
  'entra-session': {
    label: '登录 Azure',
    question: '请重新登录一次：先登录 Azure CLI，再登录注册表。令牌的有效期只有 3 小时。结果如何？',
    verdicts: {
      'works-now': '现在可以了',
      'still-refused': 'Azure 接受我的登录，但注册表仍然拒绝',
      'entra-error': 'Azure 本身显示错误，多为带 `AADSTS` 的代码',
    },
  },
  'arm-audience': {
    label: '注册表接受的令牌种类',
    question: '请运行此命令。`status` 的值是什么？',
    verdicts: { accepted: '`enabled`', refused: '`disabled`' },
  },
  'sp-application': {
    label: '服务主体的应用程序',
    question: '请登录到注册表的目录（租户），然后运行此命令。它是否输出了应用程序的名称？',
    verdicts: {
      found: '是',
      'not-found': '否，它不存在',
      'other-tenant': '它存在，但只在另一个目录中',
    },
  },
  'sp-secret-expiry': {
    label: '客户端密码的到期日期',
    question:
      '请运行此命令。它会输出每个客户端密码的到期日期。在门户的 **证书和密码** 下，**过期** 列显示同样的内容。是否至少有一个日期在将来？',
    verdicts: { current: '是', expired: '否，全部已过期，或者没有客户端密码' },
  },
  'sp-sign-in': {
    label: '用客户端密码登录',
    question:
      '请运行此命令。它会要求输入客户端密码，但不显示；我绝不会看到它。请确认你输入的是创建时保存的密码值。它是否输出了一个帐户？',
    verdicts: { works: '是，登录成功', fails: '否，显示错误' },
  },
  'admin-user': {
    label: '注册表的管理员用户',
    question: '请运行此命令，或在 Azure 门户中查看 **设置 > 访问密钥**。管理员用户是否已启用？',
    verdicts: { enabled: '是 (`true`)', disabled: '否 (`false`)' },
  },
  'admin-password': {
    label: '管理员用户的密码',
    question:
      '请将你的密码与 **设置 > 访问密钥** 下的两个密码进行比较，并用其中一个登录。你的旧密码可能已重新生成。你的密码是这两个中的一个吗？',
    verdicts: { matches: '是', differs: '否，或者我用的那个登录不了' },
  },
  'token-status': {
    label: '存储库令牌的状态',
    question: '请运行此命令，或查看 **存储库权限 > 令牌**。令牌是否已启用？',
    verdicts: { enabled: '是', disabled: '否，它已禁用或不存在' },
  },
  'token-password': {
    label: '令牌密码的到期日期',
    question:
      '请运行此命令，或在 **存储库权限 > 令牌 > （令牌）** 下查看到期日期。没有日期表示不会过期。你的密码仍然有效吗？',
    verdicts: { current: '是，或者它没有日期', expired: '否，已过期，或者没有密码' },
  },
  'token-sign-in': {
    label: '用令牌密码登录',
    question: '请运行此命令。它会要求输入令牌的密码，但不显示。它是否显示 `Login Succeeded`？',
    verdicts: { works: '是', fails: '否' },
  },
  'anonymous-pull': {
    label: '匿名拉取',
    question: '请运行此命令。注册表是否允许匿名拉取？',
    verdicts: { on: '是 (`true`)', off: '否 (`false`)' },
  },
  'pull-secret': {
    label: 'Pod 的拉取机密',
    question:
      '请运行此命令。机密必须与 Pod 在同一个命名空间，写明完整的登录服务器，并且其中的用户名和密码必须有效。是这样吗？',
    verdicts: { good: '是', bad: '否，有内容缺失或不正确' },
  },
  'managed-identity': {
    label: '资源的托管标识',
    question: '请运行此命令，或在 Azure 门户中打开该资源，再打开 **标识**。它有哪个标识？',
    verdicts: {
      assigned: '就是它应该用来拉取的那个',
      missing: '没有',
      'wrong-one': '是另一个，或者有多个但没有指定用哪个',
    },
  },
  'federated-credential': {
    label: '联合凭据',
    question:
      '请运行此命令，并与错误消息比较。颁发者 (issuer)、使用者 (subject) 和受众 (audience) 是否完全相同，包括大小写？',
    verdicts: { matches: '是，三项都相同', differs: '否' },
  },
} as const satisfies Partial<CheckTexts>;
