import type { PagesTexts } from '../pages.js';

/** 机器人的页面。 */
export const pages: PagesTexts = {
  signIn: '使用 Microsoft Entra ID 登录',
  signInAgain: '重新登录',
  steps: [
    '你使用 Microsoft Entra ID 登录。密码只会发送给 Microsoft，acr-help 看不到。如果上次登录已超过五分钟，则需要再登录一次。',
  ],
  entraAccount: 'Microsoft Entra 帐户',
  signedInAs: '登录身份',
  problems: {
    expired: {
      title: '此链接已失效',
      text: '它已被使用过，或者时间太久：聊天中的链接有效期为 15 分钟。',
    },
    decided: {
      title: '你已经回答过',
      text: '以你的第一次回答为准。结果会显示在聊天中。',
    },
    'other-browser': {
      title: '请使用同一个浏览器',
      text: '此登录不是在当前浏览器中开始的，因此到此结束。未作任何更改。',
    },
    'foreign-page': {
      title: '此请求并非来自我们的页面',
      text: '未作任何更改。请从聊天中打开链接，然后点击页面上的按钮。',
    },
    cancelled: {
      title: '登录已取消',
      text: '未作任何更改。',
    },
    guest: {
      title: '此处不能使用来宾帐户',
      text: '你登录所用的帐户在此组织中是来宾。请使用此组织自己的帐户登录。',
    },
    'other-tenant': {
      title: '此帐户属于另一个组织',
      text: '此处只能使用运行 acr-help 的组织的帐户。请使用其中一个帐户登录。',
    },
    'not-assigned': {
      title: '你的帐户不能使用此登录',
      text: '你的组织只允许特定人员登录 acr-help。请联系 Microsoft Entra 管理员。',
    },
    policy: {
      title: '你的组织阻止了此登录',
      text: '你的组织的某项规则未允许你登录，例如关于设备、位置或多重身份验证的规则。请尝试使用受管理的设备，或联系 Microsoft Entra 管理员。',
    },
    refused: {
      title: 'Microsoft Entra 拒绝了登录',
      text: '未作任何更改。请再试一次；如果仍然如此，请联系 Microsoft Entra 管理员。',
    },
    misconfigured: {
      title: '登录未正确设置',
      text: '这不是你的问题。请告知运行 acr-help 的人员；其日志会说明问题所在。',
    },
    unavailable: {
      title: '无法连接到 Microsoft Entra',
      text: '未作任何更改。请几分钟后再试。',
    },
    failed: {
      title: '我们这边出了问题',
      text: '请几分钟后再试。目前的进展会显示在聊天中。',
    },
    stale: {
      title: '请重新登录',
      text: '执行此步骤时，登录时间不能超过五分钟。未作任何更改。',
    },
    'no-context': {
      title: '此登录的强度不够',
      text: '你的组织要求在此步骤使用更强的登录方式，例如多重身份验证或受管理的设备。请重新登录；如果仍然如此，请联系 Microsoft Entra 管理员。',
    },
    'other-account': {
      title: '此链接属于另一个帐户',
      text: '未显示任何内容，也未作任何更改。请重新登录，并使用你在聊天中所用的身份对应的帐户。如果链接是别人发给你的，请关闭此页面。',
    },
    over: {
      title: '这里已没有需要决定的事项',
      text: '此申请已有决定，或已结束。结果会显示在聊天中。',
    },
    used: {
      title: '此页面已被使用过',
      text: '页面上的按钮只能使用一次，有效期为 15 分钟。如果机密没有显示给你，请告诉机器人你不信任它。',
    },
    'shown-before': {
      title: '此机密已经显示过',
      text: '它只显示一次；你再次查看的请求已被记录。如果看到它的不是你，请在聊天中告诉机器人你不信任此机密：它随后会被作废。',
    },
    lost: {
      title: '此机密已无法打开',
      text: '用来密封它的密钥已更改。请在聊天中告诉机器人你没有收到，然后申请一个新的机密。',
    },
    'not-now': {
      title: '无法核实你的批准',
      text: '我们没能查到你是否可以批准此申请，因此尚未作出任何决定。请过一分钟再试。',
    },
  },
  again: {
    link: '如需新链接，请向机器人发送 `link`。',
    approve: '如需新链接，请在聊天中的卡片上再次点击“批准”。',
    reveal: '请再次打开聊天中的链接。如果链接已过期，请在聊天中申请新的机密。',
  },
  approve: {
    start: {
      title: '批准申请',
      text: '要批准此申请，你需要重新登录，这样任何人都无法仅凭你的聊天帐户来批准。',
      last: '你会看到申请的内容，然后作出决定。',
      warning: '这个链接是别人发给你的吗？如果是，请关闭此页面：只有链接所属的人才能使用它。',
    },
    confirm: {
      title: '要批准此申请吗？',
      text: '你的身份和登录时间会与你的决定一同记录。',
      yes: '批准',
      no: '取消',
    },
    done: {
      title: '你的批准已生效',
      text: '后续进展会显示在聊天中。你可以关闭此页面。',
    },
    declined: {
      title: '未批准任何内容',
      text: '此申请仍然有效。如要拒绝，请使用聊天中的卡片。',
    },
    refused: {
      title: '你不能批准此申请',
      text: '你的批准未被记录。此申请仍由有权审批的人处理。',
    },
  },
  reveal: {
    start: {
      title: '新的机密',
      text: '已为在聊天中提出申请的人更新了一个机密。它只会向此人显示，且只显示一次。',
      last: '你点击按钮，机密随即显示。',
      warning: '这个链接是别人发给你的吗？如果是，请关闭此页面：你无法看到此机密。',
    },
    show: {
      title: '现在显示机密吗？',
      text: '它只显示一次。请先准备好保存它的地方，例如密码管理器或管道的设置。',
      button: '显示一次',
    },
    shown: {
      title: '你的新机密',
      text: '请立即复制：离开此页面后，任何人都无法再次显示它。',
      label: '机密',
      copy: '复制',
      copied: '已复制。',
      after: '在你需要它的地方使用成功后，请在聊天中说明。之后可以关闭此页面。',
    },
  },
};
