import type { LinkTexts } from '../link.js';

/** 将聊天帐户与 Entra 帐户关联的页面。 */
export const link: LinkTexts = {
  start: {
    title: '关联你的帐户',
    text: 'acr-help 想知道你在 Azure 中是谁，以便检查你自己的权限。',
    steps: [
      '你使用 Microsoft Entra ID 登录。密码只会发送给 Microsoft，acr-help 看不到。',
      '你会同时看到两个帐户，然后由你决定。',
      '你确认之后，它们才会关联。',
    ],
    button: '使用 Microsoft Entra ID 登录',
  },
  warning:
    '这不是你的聊天帐户，或者链接是别人发给你的？请不要继续，并关闭此页面：否则该聊天帐户的所有者会被当作是你。',
  confirm: {
    title: '要关联这两个帐户吗？',
    text: '此后，acr-help 会向此聊天帐户显示你的 Entra 帐户可以查看的内容。你可以随时取消关联：向机器人发送 `link off`。',
    yes: '是，两个都是我的',
    no: '否，不要关联',
  },
  done: {
    title: '你的帐户已关联',
    text: '请返回聊天，acr-help 会在那里继续。你可以关闭此页面。',
  },
  declined: {
    title: '未关联任何内容',
    text: '你可以关闭此页面。如果链接是别人发给你的，请告知你的管理员。',
  },
  accounts: { slack: 'Slack 帐户', teams: 'Teams 帐户', terminal: '此计算机上的帐户' },
  workspace: '工作区',
  entraAccount: 'Microsoft Entra 帐户',
  until: '关联有效期至',
  problems: {
    expired: {
      title: '此链接已失效',
      text: '链接只能使用一次，有效期为 15 分钟。',
    },
    decided: {
      title: '你已经回答过',
      text: '以你的第一次回答为准。聊天中会告诉你帐户是否已关联。',
    },
    'other-browser': {
      title: '请使用同一个浏览器',
      text: '此登录不是在当前浏览器中开始的，因此到此结束。未关联任何内容。',
    },
    'foreign-page': {
      title: '此请求并非来自我们的页面',
      text: '未关联任何内容。请从聊天中打开链接，然后点击页面上的按钮。',
    },
    cancelled: {
      title: '登录已取消',
      text: '未关联任何内容。',
    },
    guest: {
      title: '来宾帐户无法关联',
      text: '你登录所用的帐户在此组织中是来宾。请使用此组织自己的帐户登录，或者不关联而继续：acr-help 将只显示任何人都能看到的内容。',
    },
    'other-tenant': {
      title: '此帐户属于另一个组织',
      text: '只能关联运行 acr-help 的组织的帐户。请使用其中一个帐户登录。',
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
      text: '未关联任何内容。请再试一次；如果仍然如此，请联系 Microsoft Entra 管理员。',
    },
    misconfigured: {
      title: '登录未正确设置',
      text: '这不是你的问题。请告知运行 acr-help 的人员；其日志会说明问题所在。',
    },
    unavailable: {
      title: '无法连接到 Microsoft Entra',
      text: '未关联任何内容。请几分钟后再试。',
    },
    failed: {
      title: '我们这边出了问题',
      text: '未关联任何内容。请几分钟后再试。',
    },
  },
  again: '如需新链接，请向机器人发送 `link`。',
};
