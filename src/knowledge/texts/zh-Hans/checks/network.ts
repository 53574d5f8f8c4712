import type { CheckTexts } from '../../types.js';

/** 通往注册表的网络。 */
export const networkChecks = {
  challenge: {
    label: '注册表的响应',
    question:
      '请在出错的计算机上运行此命令。防火墙和网络设置引起的错误可能看起来像密码错误，所以值得先排除。它输出哪个数字？',
    verdicts: {
      challenged: '`401`：可以访问注册表，它要求登录',
      forbidden: '`403`：网络被拒绝',
      'no-answer': '`000`、超时或其他错误',
    },
  },
  dns: {
    label: '注册表的地址',
    question:
      '请在出错的计算机上运行此命令。专用地址以 `10.`、`192.168.` 或 `172.16.` 到 `172.31.` 开头。它显示什么？',
    verdicts: {
      'public-address': '公共地址',
      'private-address': '专用地址',
      'not-found': '名称不存在（`NXDOMAIN`、“can’t find”）',
      'server-error': '名称服务器没有响应，或者出错',
    },
  },
  'private-endpoint': {
    label: '注册表的专用终结点',
    question: '请运行此命令。它是否输出 `Approved`？',
    verdicts: { approved: '是', none: '否，没有输出，或没有任何一个已批准' },
  },
  connection: {
    label: '与注册表的连接',
    question: '请在出错的计算机上运行此命令。连接进行到哪一步？',
    verdicts: {
      connects: '连接成功，并显示响应，例如 `HTTP/1.1 401`',
      'refused-or-timeout': '被拒绝、超时，或停在代理服务器处',
      'tls-error': '中断，并显示与证书或 SSL 有关的消息',
    },
  },
  'network-rules': {
    label: '注册表的网络规则',
    question:
      '请运行此命令，或在 Azure 门户中查看 **设置 > 网络 > 公共访问**。请将允许的地址与错误消息中的 IP 地址进行比较。设置是什么？',
    verdicts: {
      'public-access-off': '已禁用公共访问',
      'ip-not-listed': '仅允许所选网络，而该地址不在列表中',
      'proxy-in-between': '该地址在列表中，但中间有代理服务器或 VPN',
      allowed: '允许所有网络，或者该地址在列表中',
    },
  },
  'data-endpoint': {
    label: '注册表的数据终结点',
    question:
      '请在出错的计算机上运行此命令，并填入第一个输出中的一个数据终结点。它是否输出 `000` 以外的数字？',
    verdicts: { blocked: '否，它输出 `000` 或超时', reachable: '是' },
  },
} as const satisfies Partial<CheckTexts>;
