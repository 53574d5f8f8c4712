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
  until: '关联有效期至',
};
