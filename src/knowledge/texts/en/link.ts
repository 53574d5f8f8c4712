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
    button: 'Sign in with Microsoft Entra ID',
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
  entraAccount: 'Microsoft Entra account',
  until: 'Linked until',
  problems: {
    expired: {
      title: 'This link is no longer valid',
      text: 'Links work once, and for 15 minutes only.',
    },
    decided: {
      title: 'You have answered already',
      text: 'Your first answer counts. The chat tells you whether the accounts are linked.',
    },
    'other-browser': {
      title: 'Please stay in one browser',
      text: 'This sign-in was not begun in this browser, so it ends here. Nothing was linked.',
    },
    'foreign-page': {
      title: 'This request did not come from our page',
      text: 'Nothing was linked. Open the link from the chat and press the button there.',
    },
    cancelled: {
      title: 'The sign-in was cancelled',
      text: 'Nothing was linked.',
    },
    guest: {
      title: 'Guest accounts cannot be linked',
      text: 'You signed in with an account that is a guest in this organization. Sign in with an account of its own, or go on without a link: acr-help then shows what anybody may see.',
    },
    'other-tenant': {
      title: 'This account belongs to another organization',
      text: 'Only accounts of the organization that runs acr-help can be linked. Sign in with one of those.',
    },
    'not-assigned': {
      title: 'Your account may not use this sign-in',
      text: 'Your organization lets only certain people sign in to acr-help. Ask an administrator of Microsoft Entra.',
    },
    policy: {
      title: 'Your organization blocks this sign-in',
      text: 'A rule of your organization did not let you in, for example about devices, places or multi-factor authentication. Try a managed device, or ask an administrator of Microsoft Entra.',
    },
    refused: {
      title: 'Microsoft Entra refused the sign-in',
      text: 'Nothing was linked. Try it once more; if it stays that way, ask an administrator of Microsoft Entra.',
    },
    misconfigured: {
      title: 'The sign-in is not set up properly',
      text: 'This is not your fault. Tell whoever runs acr-help; its log says what is wrong.',
    },
    unavailable: {
      title: 'Microsoft Entra could not be reached',
      text: 'Nothing was linked. Please try again in a few minutes.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Nothing was linked. Please try again in a few minutes.',
    },
  },
  again: 'For a new link, write `link` to the bot.',
};
