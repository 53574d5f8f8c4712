import type { CheckTexts } from '../../types.js';

/** Accounts, secrets and tokens. */
export const accountChecks = {
  'entra-session': {
    label: 'Sign-in to Azure',
    question:
      'Sign in once more, first to the Azure CLI, then to the registry. A token lasts only 3 hours. What happens?',
    verdicts: {
      'works-now': 'It works now',
      'still-refused': 'Azure accepts me, but the registry still refuses',
      'entra-error': 'Azure itself shows an error, mostly a code with `AADSTS`',
    },
  },
  'arm-audience': {
    label: 'Kind of token that the registry accepts',
    question: 'Run this. What does it say about `status`?',
    verdicts: { accepted: '`enabled`', refused: '`disabled`' },
  },
  'sp-application': {
    label: 'Application of the service principal',
    question:
      'Sign in to the directory (tenant) of the registry and run this. Does it print the name of the application?',
    verdicts: {
      found: 'Yes',
      'not-found': 'No, it does not exist',
      'other-tenant': 'It exists, but only in another directory',
    },
  },
  'sp-secret-expiry': {
    label: 'Expiry of the client secrets',
    question:
      'Run this. It prints until when each secret is valid. The portal shows the same in the column **Expires** under **Certificates & secrets**. Is at least one date in the future?',
    verdicts: { current: 'Yes', expired: 'No, all are over, or there is none' },
  },
  'sp-sign-in': {
    label: 'Sign-in with the client secret',
    question:
      'Run this. It asks for the client secret and does not show it; I never see it. Make sure that it is the value of the secret as you saved it when it was created. Does it print an account?',
    verdicts: { works: 'Yes, the sign-in works', fails: 'No, it shows an error' },
  },
  'admin-user': {
    label: 'Admin user of the registry',
    question: 'Run this, or look in the Azure portal under **Settings > Access keys**. Is the admin user on?',
    verdicts: { enabled: 'Yes (`true`)', disabled: 'No (`false`)' },
  },
  'admin-password': {
    label: 'Password of the admin user',
    question:
      'Compare your password with the two passwords under **Settings > Access keys**, and sign in with one of them. Your old password may have been regenerated. Is yours one of the two?',
    verdicts: { matches: 'Yes', differs: 'No, or the one I used does not work' },
  },
  'token-status': {
    label: 'State of the repository token',
    question: 'Run this, or look under **Repository permissions > Tokens**. Is the token enabled?',
    verdicts: { enabled: 'Yes', disabled: 'No, it is disabled or does not exist' },
  },
  'token-password': {
    label: 'Expiry of the token passwords',
    question:
      'Run this, or look at the expiration date under **Repository permissions > Tokens > (token)**. No date means that it does not expire. Is your password still valid?',
    verdicts: { current: 'Yes, or it has no date', expired: 'No, it is over, or there is no password' },
  },
  'token-sign-in': {
    label: 'Sign-in with the token password',
    question:
      'Run this. It asks for the password of the token and does not show it. Does it say `Login Succeeded`?',
    verdicts: { works: 'Yes', fails: 'No' },
  },
  'anonymous-pull': {
    label: 'Anonymous pull',
    question: 'Run this. Does the registry allow anonymous pull?',
    verdicts: { on: 'Yes (`true`)', off: 'No (`false`)' },
  },
  'pull-secret': {
    label: 'Pull secret of the pod',
    question:
      'Run this. The secret must be in the namespace of the pod and name the complete login server, and its user name and password must work. Is that so?',
    verdicts: { good: 'Yes', bad: 'No, something is missing or wrong' },
  },
  'managed-identity': {
    label: 'Managed identity of the resource',
    question:
      'Run this, or open the resource in the Azure portal and then **Identity**. Which identity does it have?',
    verdicts: {
      assigned: 'The one that it should pull with',
      missing: 'None',
      'wrong-one': 'Another one, or several and none is chosen',
    },
  },
  'federated-credential': {
    label: 'Federated credential',
    question:
      'Run this and compare with the error message. Are issuer, subject and audience exactly the same, including uppercase and lowercase letters?',
    verdicts: { matches: 'Yes, all three', differs: 'No' },
  },
} as const satisfies Partial<CheckTexts>;
