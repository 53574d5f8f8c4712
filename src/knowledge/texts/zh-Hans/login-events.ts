import type { LoginEventsTexts } from '../login-events.js';

/** 注册表记录的登录。 */
export const loginEvents: LoginEventsTexts = {
  looking: '我正在查看 `{registry}` 记录的登录。',
  title: '注册表的记录',
  window: '{from} 至 {to} (UTC) 期间失败的登录。事件会延迟几分钟才到达，因此可能还缺少最新的几条。',
  ownOnly: '你看到的是与你自己的标识有关的记录，其余内容仅供有权读取此注册表日志的人员查看。',
  ofCase: '与本案例有关（按标识或地址）',
  others: '同一注册表中的其他记录',
  more: '实际的记录比这里显示的多。',
  partial: 'Azure 只返回了部分结果，因此可能缺少一些记录。',
  nobody: '无标识',
  untold: '某个我不予显示的标识',
  noStatus: '无状态',
  readings: {
    'refused-identity': '`401`（有标识）：凭据错误或已过期、令牌过旧，或者该标识没有权限。',
    'refused-nobody':
      '`401`（无标识）可能只是第一次请求，注册表按设计会对它返回登录质询。Azure 没有说明是否会记录这类请求。',
    forbidden: '`403`：通常是防火墙，或者公共访问已关闭。请将该地址与注册表的规则进行比较。',
    throttled: '`429`：请求过多，注册表正在限流。',
    service: '`500` 及以上：服务出现故障。',
    other: '其他状态在这里表示什么，Azure 没有说明。',
  },
  sameAddress: '注册表看到的地址是 {seen}，与本案例的地址一致。',
  otherAddress:
    '注册表看到的地址是 {seen}，而本案例中的地址是 {expected}。原因可能是代理、NAT 或另一台计算机；防火墙规则以注册表看到的地址为准。',
  otherIdentity: '从本案例的地址尝试登录的是 {seen}，而不是 {expected}。那里使用的标识可能与预想的不同。',
  none: '这段时间内没有收到失败的登录。',
  noneOfCase: '按标识或地址来看，其中没有与本案例有关的记录。',
  absence:
    '这并不能说明没有失败过：记录可能尚未到达，或者保存在我无权读取的工作区中。如果登录成功，请检查存储库、网络和映像。',
  settingsUnseen:
    '我无法得知该注册表是否收集登录事件；这需要权限 `Microsoft.Insights/diagnosticSettings/read`。',
  settingGone: '已经没有诊断设置在收集登录事件，因此日志中没有较新的事件。',
  explainsOnly: '日志只作解释，不作决定：我的结论依然以各项检查为依据。',
  notCollected: {
    'no-setting':
      '此注册表没有收集登录事件：没有任何诊断设置将其发送到 Log Analytics。因此无法从日志得知登录是否失败过。',
    'nothing-yet':
      '在我有权读取的工作区中，没有此注册表的登录事件。可能没有收集，也可能尚未到达。这并不能说明没有登录失败。',
  },
  switchOn: {
    title: '收集登录事件',
    command: '请有权写入诊断设置的人员运行以下命令。需要提供 Log Analytics 工作区的资源 ID。',
    portal:
      '或者使用 Azure 门户：打开注册表，选择 **监视 > 诊断设置 > 添加诊断设置**，选中 `ContainerRegistryLoginEvents` (Login Events)，并将其发送到 Log Analytics 工作区。',
    after:
      '然后再次运行出错的命令，几分钟后重新查看。此前发生的事件不会被收集。Log Analytics 按引入的数据量收费。',
  },
  nothingOwn:
    '日志中没有可以显示的与你自己的标识有关的内容。这并不能说明你的登录没有失败过：登录事件可能没有被收集，可能尚未到达，也可能记录在我不知道的某个 ID 下。',
  ownerLooks: '注册表的所有者可以用以下命令查看。',
  denied: {
    bot: '我无权读取此注册表的日志。在工作区上授予角色 `Log Analytics Reader` 即可；如果工作区接受资源权限，在注册表上授予 `Reader` 也可以。',
    person:
      '你无权读取此注册表的日志。在工作区上授予你角色 `Log Analytics Reader` 即可；如果工作区接受资源权限，在注册表上授予 `Reader` 也可以。',
  },
  grant: '请有权在那里分配角色的人员运行以下命令。',
  unseen: {
    'not-signed-in': '这里没有人登录 Azure，因此我无法查询日志。',
    throttled: 'Log Analytics 目前不再接受查询。',
    'circuit-open': 'Azure 已有一段时间没有响应，因此我暂时不查询日志。',
    busy: '等待执行的查询太多。请一分钟后重试。',
    'not-reachable': 'Log Analytics 没有给出可用的响应。',
    deadline: '查询用时过长。',
  },
  tryAgainIn: '请在 {seconds} 秒后重试。',
  notLinked: '日志只显示给 Azure 认识的人员。请先关联你的帐户，然后再查看。',
  noRegistry: '没有我可以为你查看的这样一个注册表。',
  needsRegistry: '要查看日志，我需要知道登录服务器，例如 `contoso.azurecr.io`。',
  noAccess: '我在这里无法访问 Azure。',
};
