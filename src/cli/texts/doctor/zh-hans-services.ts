import type { ServiceTexts } from './types.js';

/** Findings about what the bot talks to: Teams, Slack, Azure, the sign-in of people. */
export const services: ServiceTexts = {
  'teams.misconfigured': ['Teams 适配器无法启动：{detail}。', '请更正这些值。'],
  'teams.no-authentication': [
    'Teams 设置为供本机上的测试客户端使用，不进行身份验证。',
    '切勿用于真实用户：请去掉 TEAMS_LOCAL 并设置 TEAMS_APP_ID。',
  ],
  'teams.sign-in': ['Entra 接受机器人应用的凭据。'],
  'teams.sign-in-refused': [
    'Entra 拒绝机器人应用的凭据（{code}）。',
    'AADSTS7000222：密码已过期；AADSTS7000215：密码错误；AADSTS700016：此租户中没有该应用。请创建新的客户端密码，或更正 TEAMS_APP_ID 和 TEAMS_TENANT_ID。',
  ],
  'teams.sign-in-unknown': [
    '无法查询 Entra 是否接受机器人应用的凭据。',
    '请查看到 login.microsoftonline.com 的出站连接；如果使用托管标识，请在机器人运行的地方执行此命令。',
  ],
  'teams.keys': ['Bot Framework 的密钥可以获取，能够验证请求。'],
  'teams.keys-unusable': [
    '在 Bot Framework 密钥的地址上应答的不是 Bot Framework。',
    '请检查本机与 login.botframework.com 之间是否有代理。',
  ],
  'teams.keys-unknown': [
    '无法获取 Bot Framework 的密钥；在此之前，Teams 中没有人能得到回答。',
    '请查看到 login.botframework.com 的出站连接。',
  ],
  'slack.misconfigured': ['Slack 适配器无法启动：{detail}。', '请更正这些值。'],
  'slack.token': ['Slack 接受机器人令牌。'],
  'slack.token-refused': [
    'Slack 拒绝机器人令牌：{code}。',
    '请将应用重新安装到工作区（OAuth & Permissions），并将 SLACK_BOT_TOKEN 设置为新的 Bot User OAuth Token。',
  ],
  'slack.token-unknown': [
    '无法查询 Slack 是否接受机器人令牌：{reason}。',
    '请查看到 Slack 的出站连接，然后重试。',
  ],
  'slack.other-workspace': [
    '机器人令牌所属的工作区不在 SLACK_WORKSPACES 中。机器人不会启动。',
    '请加上该工作区的 ID（T…），或使用正确工作区的令牌。',
  ],
  'slack.scopes': ['机器人令牌具有清单要求的所有 scope。'],
  'slack.scopes-missing': [
    '机器人令牌缺少 scope：{scopes}。',
    '请在 OAuth & Permissions 中添加（全部列在 manifest/slack/manifest.json 中），然后重新安装应用。',
  ],
  'slack.scopes-beyond': [
    '机器人令牌具有不需要的 scope：{scopes}。',
    '请在 OAuth & Permissions 中移除，然后重新安装应用。',
  ],
  'slack.scopes-unknown': [
    'Slack 没有说明机器人令牌具有哪些 scope。',
    '请在 OAuth & Permissions 中与 manifest/slack/manifest.json 对照。',
  ],
  'slack.socket': ['Slack 接受用于 Socket Mode 的应用级令牌。'],
  'slack.socket-refused': [
    'Slack 拒绝应用级令牌：{code}。',
    '请创建带有 connections:write 的令牌（Basic Information > App-Level Tokens），启用 Socket Mode，并设置 SLACK_APP_TOKEN。',
  ],
  'slack.socket-unknown': [
    '无法查询 Slack 是否接受应用级令牌：{reason}。',
    '请查看到 Slack 的出站连接，然后重试。',
  ],
  'slack.signing-secret-form': [
    'SLACK_SIGNING_SECRET 不是通常的格式（32 位十六进制数字）。',
    '请与 Basic Information 中的 Signing Secret 对照；它既不是 Client Secret，也不是 Verification Token。',
  ],
  'slack.signing-secret-untried': [
    '签名密钥是否正确，只有收到 Slack 的请求时才能知道；如果错误，日志中会出现 slack.refused。',
  ],
  'identity.signed-in': ['{identity}：已登录（{kind}），对象 ID {objectId}，租户 {tenant}。'],
  'identity.refused': [
    '{identity}：Entra 拒绝其登录（{code}）。',
    'AADSTS7000222：密码已过期；AADSTS7000215：密码错误；AADSTS700016：此租户中没有该应用程序。请创建新的密码，或更正客户端 ID 和租户。',
  ],
  'identity.sign-in-unknown': [
    '{identity}：无法查询其登录方式（{kind}）是否可用：{reason}。',
    '请查看到登录服务的出站连接；如果使用托管标识或工作负载标识，请在机器人运行的地方执行此命令。',
  ],
  'identity.for-developers': [
    '{identity}就是当前登录 Azure CLI 的人：这只适合开发人员的计算机。',
    '在他人使用之前，请给机器人一个自己的标识。',
  ],
  'identity.token-file': [
    '{identity}：无法读取其令牌文件 {file}。',
    '请检查 Pod 的标签 azure.workload.identity/use 及其服务帐户的批注。',
  ],
  'identity.shared': [
    '同一个标识承担了多项职责：{identities}。一旦被他人控制，这些职责都会落入其手。',
    '请为每项职责分别设置标识。',
  ],
  'identity.secret-ends': [
    '{identity}：其应用程序的最后一个密码将于 {date} 到期，还有 {days} 天。',
    '请创建新的密码，完成设置后重新启动机器人。',
  ],
  'registries.seen': ['负责读取的标识能看到 {count} 个注册表，已逐一检查其中 {looked} 个。'],
  'registries.none': [
    '负责读取的标识看不到任何注册表。',
    '请在注册表所在的订阅上为它分配角色，并检查 AZURE_SUBSCRIPTIONS。',
  ],
  'registries.denied': [
    '负责读取的标识无权列出注册表：{reason}。',
    '请在订阅上为它分配角色；命令见其权限部分。',
  ],
  'registries.unknown': [
    '无法查询有哪些注册表：{reason}。',
    '请先查看登录和出站连接；否则无法判断注册表上的权限。',
  ],
  'identity.fit': ['在检查过的范围内没有多余的权限。'],
  'identity.unfit': ['{flaw}'],
  'identity.flaw': ['{flaw}'],
  'identity.rights-unknown': [
    '无法确定它是否有多余的权限：{reason}。',
    '在确定之前，机器人不会用它授予任何权限。',
  ],
  'permission.held': ['{permission}：用于{features}；来自 {roles}'],
  'permission.missing': [
    '{permission}：在 {places} 上缺少；{features}需要此权限',
    '请为它分配角色“{role}”：',
  ],
  'permission.lacking': [
    '{permission}：在 {places} 上缺少；那里的相应内容不会检查（{features}）',
    '请为它分配角色“{role}”：',
  ],
  'permission.unknown': [
    '{permission}：无法查询，{reason}；{features}需要此权限',
    '请先解决无法查询的原因，然后重试。',
  ],
  'permission.untried': ['{permission}：用于{features}；只有写入时才能知道，与 readMetadata 来自同一角色'],
  'link.sign-in': ['Entra 接受网页登录的密码。'],
  'link.refused': [
    'Entra 拒绝网页登录的密码（{code}）。',
    'AADSTS7000222：密码已过期；AADSTS7000215：密码错误；AADSTS700016：此租户中没有该应用程序。请更正 LINK_…。',
  ],
  'link.sign-in-unknown': [
    '无法查询 Entra 是否接受网页登录的密码：{reason}。',
    '请查看到登录服务的出站连接。',
  ],
};
