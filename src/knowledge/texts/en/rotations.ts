import type { RotationTexts } from '../rotations.js';

/** Secrets made new. */
export const rotations: RotationTexts = {
  heading: 'A new secret',
  betterHeading: 'Better than a new secret',
  better: {
    'admin-password':
      'The admin user is one account for everybody: a new password reaches all who use it, and nobody can be told apart. Sign in as yourself with `az acr login`, give a pipeline an identity of its own, or use a repository token.',
    'repository-token-password':
      'If what signs in runs in Azure or has an Entra identity, a role for that identity needs no password at all.',
    'client-secret':
      'A pipeline on GitHub, Azure DevOps or Kubernetes can sign in without a secret: a federated credential on the same application. In Azure a managed identity does the same.',
  },
  names: {
    'admin-password': 'password of the admin user',
    'repository-token-password': 'password of the token `{token}`',
    'client-secret': 'client secret of the application `{appId}`',
  },
  secrets: {
    'admin-password': 'the password of the admin user of `{registry}`',
    'repository-token-password': 'the password of the token `{token}` of `{registry}`',
    'client-secret': 'the client secret of the application `{appId}`',
  },
  labels: {
    secret: 'Secret',
    registry: 'Registry',
    renews: 'Made new',
    stays: 'Stays valid until it works',
    valid: 'Valid for',
    delivery: 'Where it goes',
  },
  renewsSlot: '`{slot}`, which is not in use',
  renewsKey: 'one more secret on the same application',
  staysSlot: '`{slot}`',
  staysKey: 'the secret with the key ID `{key}`',
  staysNone: 'nothing: none of the present ones works',
  delivery: {
    vault: 'Key Vault `{url}`',
    'one-time-page': 'a page that shows it once, to the requester alone',
  },
  validDays: '{days} days',
  validForever: 'unlimited: passwords of the admin user do not expire',
  inUse: 'Which one is in use now? It stays valid; the other one is made new.',
  inUseKey: 'Which one is in use now? It stays valid until the new one works.',
  optionUntil: '{name} – valid until {until}',
  optionOver: '{name} – expired',
  optionNone: 'None of them works any more',
  validLabel: 'Valid for how many days? (1 to {most})',
  badValid: 'Please give a number of days from 1 to {most}.',
  inUseMissing:
    'Please say which one is in use. If you do not know, look it up first: the wrong one would cut off whoever uses it.',
  tooManySecrets:
    'This application has more than two secrets that work. Please remove those that nobody uses first: else nobody knows who uses which.',
  notHere: 'I cannot renew this secret here. Who can do it stands under “Who can do it”.',
  notForYou: 'The rules here do not let you ask for that. Who can do it stands under “Who can do it”.',
  openAlready: 'A new one is asked for, or was made, already: one at a time, so that nobody is cut off.',
  sentWithoutApproval: 'Nobody needs to approve this. I am making the new secret now and will tell you here.',
  begun: 'Your request is approved. I am making the new secret now and will tell you here.',
  cardTitle: '{person} asks for a new secret',
  rotatedVault: 'Approved, and made new: {secret}. The new value is in your Key Vault; I do not keep it.',
  rotatedPage:
    'Approved, and made new: {secret}. You can see the new value once, until {until}, on a page that asks you to sign in. Have the place ready where it belongs.',
  whereInVault: 'Open it in the Azure portal',
  next: 'The old one still works. A new password can take a minute to be known everywhere. When everything uses the new one, press “It works everywhere”: only then I retire the old one.',
  stillBoth:
    'The new value of {secret} was made a day ago, and the old one still works, too. If everything uses the new one, press “It works everywhere”, and I retire the old one.',
  confirmed: 'Good. I am retiring the old one: not before both have been valid for 15 minutes.',
  retired: 'The old value of {secret} does not work any more. Only the new one does.',
  denied: 'Your request for a new value of {secret} was denied.',
  deniedWhy: 'Your request for a new value of {secret} was denied. The answer: {why}',
  expired: 'Nobody decided in time about a new value of {secret}. You can ask again.',
  unconfirmed:
    'Nobody told me for two weeks whether the new value of {secret} works. I leave both as they are: please retire the old one yourself.',
  void: 'A new value of {secret} was approved, but not made: the rules, or the rights of those who approved, had changed by then, or it took too long. You can ask again.',
  notCollected:
    'Nobody opened the page with the new value of {secret} in time. I have made that value worthless; the old one is as it was. You can ask again.',
  abandonedInVault:
    'I am making the new value of {secret} worthless, and switch its version off in the Key Vault. The old value is as it was; what reads the newest version needs the one before, or another request.',
  abandoned: 'I am making the new value of {secret} worthless. The old one is as it was.',
  failed:
    'A new value of {secret} was approved, but could not be made or kept. The old one is as it was. The team that runs me must look into it.',
  notRetired:
    'The old value of {secret} still works: I could not retire it yet. I will try again every day; the team that runs me must look into it.',
  notAsked:
    'I could not reach anybody who may approve a new value of {secret}, so your request has ended. Who can do it stands under “Who can do it”.',
  cannotConfirm:
    'That is not possible any more, or not yet: a page that nobody has opened cannot work anywhere.',
  alerts: {
    claimedBefore:
      'Somebody signed in as you and opened the page with the new value of {secret} a second time. If that was not you, press “I do not trust it”: I make that value worthless.',
    claimedBeforeLate:
      'Somebody signed in as you and opened the page with the new value of {secret} a second time. If that was not you, tell the team that runs me at once, and ask for a new one.',
    claimedBeforeOnCard:
      'Attention: somebody opened the page with the new value of {secret} a second time, signed in as {person}, who has been told.',
    notCollected:
      'Attention: {person} did not open the page with the new value of {secret} in time. I have made that value worthless; the old one is as it was.',
  },
  onCard: {
    rotated: 'Made new. The old one stays valid until the new one works.',
    retired: 'Made new; the old one is retired.',
    void: 'Nothing was made: the rules, or the rights of those who approved, had changed by then, or it took too long.',
    failed: 'The secret could not be made, kept or retired. The team that runs the bot must look into it.',
    notCollected: 'Ended: nobody collected the new value in time; it is made worthless.',
    abandoned: 'The requester did not trust the new value; it is made worthless.',
    unconfirmed: 'Ended: nobody told whether the new value works. Both are valid.',
  },
};
