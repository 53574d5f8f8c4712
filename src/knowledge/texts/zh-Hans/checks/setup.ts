import type { CheckTexts } from '../../types.js';

/** 计算机、名称、运行状况检查。 */
export const setupChecks = {
  'docker-daemon': {
    label: 'Docker 客户端和守护程序',
    question:
      '请在出错的计算机上运行 `docker version`。大多数登录方式都需要本地的 Docker 客户端和守护程序。它是否显示 Client 部分和 Server 部分？',
    verdicts: {
      available: '是，两部分都有',
      down: '否：没有这个命令，或者它无法连接守护程序',
    },
  },
  'docker-version': {
    label: 'Docker 版本',
    question: '请查看 Client 部分的 `Version` 一行。版本是 18.03 或更高吗？',
    verdicts: { current: '是，18.03 或更高', outdated: '否，版本更低' },
  },
  'name-form': {
    label: '注册表名称的写法',
    question:
      '请查看你输入的名称。使用 `docker login` 时，它必须是完整的登录服务器，并且全部使用小写字母，例如 `myregistry.azurecr.io`。使用 `az acr login` 时，它必须是不带后缀的资源名称，例如 `myregistry`。是这样吗？',
    verdicts: { 'well-formed': '是', malformed: '否，写法不同' },
  },
  'registry-lookup': {
    label: 'Azure 和 DNS 中的注册表',
    question:
      '请先用 `az login` 登录，然后运行此命令。前几行显示注册表，其余部分显示它的名称是否存在。结果是什么？',
    verdicts: {
      here: '它显示了注册表',
      elsewhere: '它找不到注册表，但名称能解析到一个地址',
      absent: '它找不到注册表，名称也不存在',
      'no-permission': '它显示 `AuthorizationFailed`',
    },
  },
  'image-exists': {
    label: '注册表中的映像和标记',
    question: '请运行此命令。列表中有你要的标记吗？',
    verdicts: {
      exists: '有，标记在列表中',
      missing: '没有，或者找不到存储库',
    },
  },
  'image-platform': {
    label: '适用于此平台的映像',
    question:
      '请运行此命令。出错的计算机的平台（例如 `linux/arm64`）在列表中吗？没有这种列表的映像只适用于一个平台。',
    verdicts: {
      offered: '在列表中',
      missing: '不在，只有其他平台',
    },
  },
  provider: {
    label: '订阅中的资源提供程序',
    question: '请运行此命令。它显示 `Registered` 吗？',
    verdicts: {
      registered: '是',
      'not-registered': '不是，显示的是其他内容',
    },
  },
  'image-reference': {
    label: '映像的名称',
    question:
      '请查看你的命令或文件中的映像名称。它是否以你的注册表的登录服务器开头，例如 `myregistry.azurecr.io/`？',
    verdicts: { qualified: '是', unqualified: '否' },
  },
  'stored-credentials': {
    label: '保存的凭据',
    question:
      '请在出错的计算机上运行此命令。它只输出名称，不输出密码。它是否输出了登录服务器，或 `credsStore`？',
    verdicts: { stored: '是，有这个登录服务器', none: '否，没有输出与该服务器有关的内容' },
  },
  'health-check': {
    label: '运行状况检查',
    question:
      '请在出错的计算机上运行运行状况检查。它能发现 Docker、网络和登录方面的问题。`https://aka.ms/acr/errors` 上的错误参考说明了每个代码的含义。第一个没有显示 `OK` 的行是什么？与 Helm 或 Notary 有关的行可以忽略。',
    verdicts: {
      docker: '以 `DOCKER_` 开头的代码',
      'cloud-shell': '它提示 Cloud Shell 不支持此检查',
      dns: '`CONNECTIVITY_DNS_ERROR`',
      forbidden: '`CONNECTIVITY_FORBIDDEN_ERROR`',
      challenge: '`CONNECTIVITY_CHALLENGE_ERROR`',
      'refused-401': '`CONNECTIVITY_…_TOKEN_ERROR`，响应代码为 401',
      'refused-403': '`CONNECTIVITY_…_TOKEN_ERROR`，响应代码为 403',
      throttled: '请求过多，或数字 429',
      tls: '`CONNECTIVITY_SSL_ERROR`',
      'login-server': '`LOGIN_SERVER_ERROR`',
      'encryption-key': '`CMK_ERROR`',
      'helm-notary-only': '只有与 Helm 或 Notary 有关的行',
      'all-ok': '所有行都显示 `OK`',
    },
  },
  'service-state': {
    label: 'Azure 服务的状态',
    question:
      '请过几分钟再次运行此命令，并查看 `azure.status.microsoft`。它是否仍输出 500 或更大的数字，或者你所在的区域是否有故障公告？',
    verdicts: { healthy: '否：它输出 `401`，也没有故障公告', outage: '是' },
  },
} as const satisfies Partial<CheckTexts>;
