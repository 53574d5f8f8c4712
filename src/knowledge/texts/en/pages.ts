import type { PagesTexts } from '../pages.js';

/** The bot's pages. */
export const pages: PagesTexts = {
  signIn: 'Sign in with Microsoft Entra ID',
  signInAgain: 'Sign in again',
  steps: [
    'You sign in with Microsoft Entra ID. Your password goes to Microsoft; acr-help never sees it. If you signed in more than five minutes ago, you do so once more.',
  ],
  entraAccount: 'Microsoft Entra account',
  signedInAs: 'Signed in as',
  problems: {
    expired: {
      title: 'This link is no longer valid',
      text: 'It has been used already, or it is too old: links from the chat are good for 15 minutes.',
    },
    decided: {
      title: 'You have answered already',
      text: 'Your first answer counts. The chat tells you what came of it.',
    },
    'other-browser': {
      title: 'Please stay in one browser',
      text: 'This sign-in was not begun in this browser, so it ends here. Nothing was changed.',
    },
    'foreign-page': {
      title: 'This request did not come from our page',
      text: 'Nothing was changed. Open the link from the chat and press the button there.',
    },
    cancelled: {
      title: 'The sign-in was cancelled',
      text: 'Nothing was changed.',
    },
    guest: {
      title: 'Guest accounts cannot be used here',
      text: 'You signed in with an account that is a guest in this organization. Sign in with an account of its own.',
    },
    'other-tenant': {
      title: 'This account belongs to another organization',
      text: 'Only accounts of the organization that runs acr-help can be used here. Sign in with one of those.',
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
      text: 'Nothing was changed. Try it once more; if it stays that way, ask an administrator of Microsoft Entra.',
    },
    misconfigured: {
      title: 'The sign-in is not set up properly',
      text: 'This is not your fault. Tell whoever runs acr-help; its log says what is wrong.',
    },
    unavailable: {
      title: 'Microsoft Entra could not be reached',
      text: 'Nothing was changed. Please try again in a few minutes.',
    },
    failed: {
      title: 'Something went wrong on our side',
      text: 'Please try again in a few minutes. The chat tells you what has happened so far.',
    },
    stale: {
      title: 'Please sign in once more',
      text: 'For this step, your sign-in must not be more than five minutes old. Nothing was changed.',
    },
    'no-context': {
      title: 'This sign-in is not strong enough',
      text: 'Your organization asks for a stronger sign-in for this step, for example with multi-factor authentication or from a managed device. Sign in again; if it stays that way, ask an administrator of Microsoft Entra.',
    },
    'other-account': {
      title: 'This link is for another account',
      text: 'Nothing was shown, and nothing was changed. Sign in again, with the account that you are known by in the chat. If somebody else sent you the link, close this page.',
    },
    over: {
      title: 'There is nothing left to decide',
      text: 'This request is decided already, or it has ended. The chat tells you what came of it.',
    },
    used: {
      title: 'This page has been used already',
      text: 'Its button works once, and for 15 minutes. If the secret was not shown to you, write to the bot that you do not trust it.',
    },
    'shown-before': {
      title: 'This secret has been shown already',
      text: 'It is shown once only, and that you asked again has been recorded. If it was not you who saw it, tell the bot in the chat that you do not trust it: it is then made worthless.',
    },
    lost: {
      title: 'This secret cannot be opened any more',
      text: 'The key that it was sealed with has changed. Tell the bot in the chat that you did not get it, and ask for a new one.',
    },
    'not-now': {
      title: 'Your approval could not be checked',
      text: 'We could not look up whether you may approve this, so nothing was decided. Please try again in a minute.',
    },
  },
  again: {
    link: 'For a new link, write `link` to the bot.',
    approve: 'For a new link, press “Approve” on the card in the chat once more.',
    reveal: 'Open the link from the chat once more. If it is too old, ask for a new secret there.',
  },
  approve: {
    start: {
      title: 'Approve a request',
      text: 'To approve this request, you sign in freshly, so that nobody can do it with your chat account alone.',
      last: 'You see what is asked for, and decide.',
      warning:
        'Did somebody else send you this link? Then close this page: only the person whom it was made for can use it.',
    },
    confirm: {
      title: 'Approve this request?',
      text: 'Your name, and when you signed in, are recorded with your decision.',
      yes: 'Approve',
      no: 'Cancel',
    },
    done: {
      title: 'Your approval counts',
      text: 'What happens next stands in the chat. You can close this page.',
    },
    declined: {
      title: 'Nothing was approved',
      text: 'The request stays open. To deny it, use the card in the chat.',
    },
    refused: {
      title: 'You cannot approve this request',
      text: 'Your approval was not recorded. The request stays with those who may approve it.',
    },
  },
  reveal: {
    start: {
      title: 'A new secret',
      text: 'A secret was made new for the person who asked for it in the chat. It is shown to them alone, and only once.',
      last: 'You press a button, and the secret is shown.',
      warning: 'Did somebody else send you this link? Then close this page: you would not see the secret.',
    },
    show: {
      title: 'Show the secret now?',
      text: 'It is shown once. Have the place ready where you will keep it, such as your password manager or the settings of your pipeline.',
      button: 'Show it once',
    },
    shown: {
      title: 'Your new secret',
      text: 'Copy it now: when you leave this page, nobody can show it again.',
      label: 'Secret',
      copy: 'Copy',
      copied: 'Copied.',
      after: 'When it works where you need it, say so in the chat. You can then close this page.',
    },
  },
};
