import type { RotationTexts } from '../rotations.js';

/** Secrets made new. */
export const rotations: RotationTexts = {
  heading: '更换机密',
  betterHeading: '比更换机密更好的办法',
  better: {
    'admin-password':
      '管理员用户是所有人共用的一个帐户：更换密码会影响每个使用者，也无法区分是谁在使用。请用 `az acr login` 以你自己的身份登录，为管道使用单独的标识，或改用存储库令牌。',
    'repository-token-password':
      '如果登录方运行在 Azure 中，或有自己的 Entra 标识，给该标识授予角色即可，完全不需要密码。',
    'client-secret':
      'GitHub、Azure DevOps 或 Kubernetes 上的管道可以不用机密登录：在同一应用程序上配置联合凭据。在 Azure 中，托管标识也能做到。',
  },
  names: {
    'admin-password': '管理员用户的密码',
    'repository-token-password': '令牌 `{token}` 的密码',
    'client-secret': '应用程序 `{appId}` 的客户端机密',
  },
  secrets: {
    'admin-password': '注册表 `{registry}` 的管理员用户密码',
    'repository-token-password': '注册表 `{registry}` 的令牌 `{token}` 的密码',
    'client-secret': '应用程序 `{appId}` 的客户端机密',
  },
  labels: {
    secret: '机密',
    registry: '注册表',
    renews: '重新生成',
    stays: '在新的可用之前保持有效',
    valid: '有效期',
    delivery: '交付方式',
  },
  renewsSlot: '未在使用的 `{slot}`',
  renewsKey: '在同一应用程序上再添加一个机密',
  staysSlot: '`{slot}`',
  staysKey: '密钥 ID 为 `{key}` 的机密',
  staysNone: '无：现有的都已失效',
  delivery: { vault: 'Key Vault `{url}`', 'one-time-page': '只向申请人显示一次的页面' },
  validDays: '{days} 天',
  validForever: '无期限：管理员用户的密码没有到期时间',
  inUse: '现在用的是哪一个？它会保持有效；另一个会重新生成。',
  inUseKey: '现在用的是哪一个？在新的可用之前，它保持有效。',
  optionUntil: '{name}（有效期至 {until}）',
  optionOver: '{name}（已过期）',
  optionNone: '都已失效',
  validLabel: '有效多少天？（1 到 {most}）',
  badValid: '请输入 1 到 {most} 之间的天数。',
  inUseMissing: '请说明正在使用的是哪一个。如果不确定，请先查清楚：选错会让正在使用它的一方无法登录。',
  tooManySecrets: '此应用程序有两个以上仍然有效的机密。请先删除没有人使用的机密，否则无法知道谁在用哪一个。',
  notHere: '我不能在这里更换此机密。“谁可以处理”一节写明了谁能处理。',
  notForYou: '这里的规则不允许你申请。“谁可以处理”一节写明了谁能处理。',
  openAlready: '已有人申请更换，或刚刚更换过：一次只处理一个，以免有人无法登录。',
  sentWithoutApproval: '这不需要审批。我现在就生成新的机密，完成后会在这里告诉你。',
  begun: '你的申请已获批准。我正在生成新的机密，完成后会在这里告诉你。',
  cardTitle: '{person} 申请更换机密',
  rotatedVault: '已批准并重新生成：{secret}。新值已存入你们的 Key Vault；我不会保留它。',
  rotatedPage:
    '已批准并重新生成：{secret}。在 {until} 之前，你可以在一个需要登录的页面上查看新值，只能看一次。请先准备好存放它的地方。',
  whereInVault: '在 Azure 门户中打开',
  next: '旧值仍然有效。新密码可能需要一分钟才会处处生效。等所有地方都改用新值后，请点击“各处均可用”：之后我才会停用旧值。',
  stillBoth:
    '{secret}的新值已生成一天，旧值也仍然有效。如果所有地方都已改用新值，请点击“各处均可用”，我就会停用旧值。',
  confirmed: '好的。我会停用旧值，但会等到新旧两个值同时有效满 15 分钟之后。',
  retired: '{secret}的旧值已失效，现在只有新值有效。',
  denied: '你更换{secret}的申请被拒绝。',
  deniedWhy: '你更换{secret}的申请被拒绝。答复：{why}',
  expired: '没有人及时决定是否更换{secret}。你可以重新申请。',
  unconfirmed: '两周内没有人告诉我{secret}的新值是否可用。我会让两个值都保持原样：请自行停用旧值。',
  void: '更换{secret}的申请已获批准，但没有生成新值：在此期间规则或审批人的权限发生了变化，或者耗时过长。你可以重新申请。',
  notCollected: '没有人及时打开显示{secret}新值的页面。我已使该值作废；旧值保持原样。你可以重新申请。',
  abandonedInVault:
    '我正在使{secret}的新值作废，并在 Key Vault 中停用其版本。旧值保持原样；读取最新版本的一方需要改用前一个版本，或重新申请。',
  abandoned: '我正在使{secret}的新值作废。旧值保持原样。',
  failed: '更换{secret}的申请已获批准，但新值未能生成或存放。旧值保持原样。需要由运维我的团队处理。',
  notRetired: '{secret}的旧值仍然有效：我还没能停用它。我会每天重试；需要由运维我的团队处理。',
  notAsked: '我没能联系到可以批准更换{secret}的人，因此申请已结束。“谁可以处理”一节写明了谁能处理。',
  cannotConfirm: '现在已不能这样做，或者为时尚早：没有人打开过的页面上的值，不可能在任何地方使用。',
  alerts: {
    claimedBefore:
      '有人以你的身份登录，第二次打开了显示{secret}新值的页面。如果不是你本人，请点击“我不信任它”：我会使该值作废。',
    claimedBeforeLate:
      '有人以你的身份登录，第二次打开了显示{secret}新值的页面。如果不是你本人，请立即告诉运维我的团队，并申请新的值。',
    claimedBeforeOnCard: '注意：有人以 {person} 的身份登录，第二次打开了显示{secret}新值的页面；已通知本人。',
    notCollected: '注意：{person} 没有及时打开显示{secret}新值的页面。我已使该值作废；旧值保持原样。',
  },
  onCard: {
    rotated: '已重新生成。在新值可用之前，旧值保持有效。',
    retired: '已重新生成；旧值已停用。',
    void: '没有生成任何内容：在此期间规则或审批人的权限发生了变化，或者耗时过长。',
    failed: '机密未能生成、存放或停用。需要由运维此机器人的团队处理。',
    notCollected: '已结束：没有人及时领取新值；正在使其作废。',
    abandoned: '申请人不信任新值；正在使其作废。',
    unconfirmed: '已结束：没有人说明新值是否可用。两个值都有效。',
  },
};
