import type { RequestTexts } from '../requests.js';

/** Requests for roles. */
export const requests: RequestTexts = {
  labels: {
    requester: 'Asked for by',
    identity: 'Who gets it',
    role: 'Role',
    scope: 'For',
    duration: 'How long',
    reason: 'Reason',
    holds: 'Has already',
    adds: 'Adds',
    decideBy: 'To be decided by',
  },
  oneRepository: 'only the repository {repository}',
  allBelow: 'only repositories below {repository}',
  wholeRegistry: 'the whole registry',
  yourself: 'you',
  kinds: {
    user: 'a person',
    'service-principal': 'a service principal',
    'managed-identity': 'a managed identity',
    'aks-kubelet-identity': 'the kubelet identity of a cluster',
  },
  durationLabel: {
    day: 'For how many days? (1 to {most})',
    hour: 'For how many hours? (1 to {most})',
  },
  granteeLabel: 'Who is to get it?',
  operationLabel: 'Which role?',
  operations: { pull: 'to pull – {role}', push: 'to push – {role}', list: 'to list repositories – {role}' },
  repositoryLabel:
    'Only for which repository? A name, or `team/*` for all below it; empty for the whole registry.',
  badRepository: 'Please give the name of one repository, such as `team/app`, or `team/*` for all below it.',
  activate:
    'You need not ask for a role: you are eligible for it already (Privileged Identity Management). Activate it, then sign in to the registry again.',
  activateTitle: 'Activate a role',
  notAllowed: 'The rules here do not allow exactly that. Perhaps less of it: a shorter time, one repository.',
  reasonLabel: 'What for? Those who approve read it; no secrets please.',
  send: 'Send the request',
  badDuration: {
    day: 'Please give a number of days from 1 to {most}.',
    hour: 'Please give a number of hours from 1 to {most}.',
  },
  reasonMissing: 'Please say what you need it for.',
  sent: 'Your request is with those who may approve it. I will tell you here what they decide.',
  sentWithoutApproval: 'Nobody needs to approve this. I am giving the role now and will tell you here.',
  openAlready:
    'This role is asked for or given already, so I do not ask again. If it was given a moment ago, it can take up to 10 minutes to work.',
  tooMany:
    'I cannot send this request now: too many are open, or this one was denied a moment ago. Please try again later.',
  notHere: 'I cannot ask for this role here. Who can give it stands under “Who can do it”.',
  notForYou: 'The rules here do not let you ask for this role. Who can give it stands under “Who can do it”.',
  unavailable: 'I could not look up what I need for that. Please try again in a minute.',
  cardTitle: '{person} asks for a role',
  holdsNothing: 'no role on this registry',
  holdsUnknown: 'could not be read',
  otherwise: 'Deny or ask back',
  otherwiseLabel: 'Your answer',
  deny: 'Deny',
  askBack: 'Ask back',
  words: 'Why, or what you want to know (the requester reads it)',
  sendAnswer: 'Send the answer',
  wordsMissing: 'Please choose an answer; to ask back, write what you want to know. One question at a time.',
  question: '{person} asks back: {words}',
  answerTo: 'Answer: {words}',
  askedBack: 'Those who decide on your request ask back: {words}',
  yourAnswer: 'Your answer (they read it; no secrets please)',
  answered: 'Your answer is with them.',
  answerMissing: 'Please write an answer.',
  asked: 'I have asked. The request comes up again in the channel, with the answer.',
  withdrawn: 'You have withdrawn your request.',
  notPending: 'This request is decided already, or has ended: nothing was changed.',
  approvedBy: 'Approved by {person}.',
  deniedBy: 'Denied by {person}.',
  reminder: 'This request is still waiting.',
  over: 'This request is decided already, or has ended.',
  signInNeeded:
    'The rules ask for a fresh sign-in in the browser to approve this. The page shows the request once more. Until then it stays open.',
  noSignIn:
    'The rules ask for a fresh sign-in in the browser to approve this, and I am not set up for that. The request stays open.',
  refused: {
    'request-refused': 'The rules do not allow this request any more.',
    'no-approval-needed': 'Nobody needs to approve this request.',
    malformed: 'I could not read that.',
    guest: 'Guests cannot approve requests.',
    'other-tenant': 'People of other organisations cannot approve requests.',
    'self-approval': 'You cannot approve your own request.',
    'own-role': 'You cannot approve a role that you would get yourself.',
    owner: 'You own this service principal, so somebody else must approve.',
    'not-an-approver': 'You are not among those who may approve this.',
  },
  granted:
    'Approved, and given: {role} – {scope}, until {until}. It can take up to 10 minutes to work. Then sign out of the registry and sign in again.',
  working:
    '{role} – {scope} – counts by now: {how}. If you are signed in to the registry, sign out and in again.',
  workingBy: {
    assignment: 'the assignment is ten minutes old and covers it',
    token: 'the registry gives out a token for it',
  },
  denied: 'Your request for {role} was denied.',
  deniedWhy: 'Your request for {role} was denied. The answer: {why}',
  expired: 'Nobody decided your request for {role} in time. You can ask again.',
  failed:
    'Your request for {role} was approved, but the role could not be given. The team that runs me must look into it.',
  ending: 'The role {role} – {scope} – ends on {until}. If you still need it, ask for it again.',
  removed: 'The role {role} – {scope} – has ended and is removed.',
  states: {
    waiting: 'waiting for a decision',
    granted: 'given until {until}',
    denied: 'denied',
    ended: 'ended',
  },
  void: 'Your request for {role} was approved, but nothing was given: the rules, or the rights of those who approved, had changed by then, or it took too long. You can ask again.',
  notAsked:
    'I could not reach anybody who may approve your request for {role}, so it has ended. Who can give the role stands under “Who can do it”.',
  notRemoved:
    'The role {role} – {scope} – has ended, but I could not remove it yet. I will try again every day; the team that runs me must look into it.',
  begun: 'Your request is approved. I am giving the role now and will tell you here.',
  otherAccount:
    'You are signed in with another account than when you began this request, so I did not send it. Please begin it again.',
  recordsKept:
    'Requests for roles, and who decided on them, are kept: they are the record of who was given which rights.',
  onCard: {
    askedAgain: 'Still waiting: asked again below.',
    expired: 'Ended: nobody decided in time.',
    withdrawn: 'The requester has withdrawn it.',
    void: 'Nothing was given: the rules, or the rights of those who approved, had changed by then, or it took too long.',
    failed: 'The role could not be given or removed. The team that runs the bot must look into it.',
    granted: 'Given, until {until}.',
    removed: 'The role has ended and is removed.',
  },
};
