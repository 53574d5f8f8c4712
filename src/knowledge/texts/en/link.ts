import type { LinkTexts } from '../link.js';

/** The pages that tie a chat account to an Entra account. */
export const link: LinkTexts = {
  start: {
    title: 'Link your account',
    text: 'acr-help would like to know who you are in Azure, so that it can check your own rights.',
    steps: [
      'You sign in with Microsoft Entra ID. Your password goes to Microsoft; acr-help never sees it.',
      'You see both accounts side by side and decide.',
      'Only then are they linked.',
    ],
  },
  warning:
    'Is this not your chat account, or did somebody send you this link? Then go no further and close this page: the owner of that chat account would be taken for you.',
  confirm: {
    title: 'Link these two accounts?',
    text: 'From then on, acr-help tells this chat account what your Entra account may see. You can end the link at any time: write `link off` to the bot.',
    yes: 'Yes, both are mine',
    no: 'No, do not link',
  },
  done: {
    title: 'Your accounts are linked',
    text: 'Go back to the chat; acr-help carries on there. You can close this page.',
  },
  declined: {
    title: 'Nothing was linked',
    text: 'You can close this page. If somebody sent you the link, tell your administrator.',
  },
  accounts: { slack: 'Slack account', teams: 'Teams account', terminal: 'Account on this computer' },
  workspace: 'Workspace',
  until: 'Linked until',
};
