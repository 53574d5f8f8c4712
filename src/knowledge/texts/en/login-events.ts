import type { LoginEventsTexts } from '../login-events.js';

/** Sign-ins that a registry has logged. */
export const loginEvents: LoginEventsTexts = {
  looking: 'I am looking at the sign-ins that `{registry}` has logged.',
  title: 'What the registry logged',
  window:
    'Sign-ins that failed between {from} and {to} (UTC). Events arrive some minutes late, so the newest may still be missing.',
  ownOnly:
    'You see what was logged about your own identity. The rest is for people who may read the log of this registry.',
  ofCase: 'Of this case, by identity or address',
  others: 'Others at the same registry',
  more: 'There are more than are shown here.',
  partial: 'Azure gave only a part of the result, so some may be missing.',
  nobody: 'no identity',
  untold: 'an identity that I do not show',
  noStatus: 'no status',
  readings: {
    'refused-identity':
      '`401` with an identity: a wrong or expired credential, an old token, or an identity without permission.',
    'refused-nobody':
      '`401` without an identity may be the first request only, to which the registry answers with its challenge by design. Azure does not document whether that is logged.',
    forbidden:
      '`403`: as a rule the firewall, or public access that is off. Compare the address with the rules of the registry.',
    throttled: '`429`: too many requests; the registry throttles.',
    service: '`500` and above: a fault of the service.',
    other: 'What any other status means here, Azure does not document.',
  },
  sameAddress: 'The registry saw {seen}, which is the address of this case.',
  otherAddress:
    'The registry saw {seen}, while this case has {expected}. A proxy, NAT or another machine may explain that; the rules of the firewall are held against what the registry saw.',
  otherIdentity:
    'From the address of this case, {seen} tried and not {expected}. Perhaps another identity is used there than was assumed.',
  none: 'No failed sign-in has arrived for this time.',
  noneOfCase: 'None of them is of this case, by identity or address.',
  absence:
    'That does not show that there was none: it may not have arrived yet, or have gone into a workspace that I may not read. If the sign-in succeeded, look at the repository, the network and the image.',
  settingsUnseen:
    'Whether the registry collects its login events, I could not see; that takes the right `Microsoft.Insights/diagnosticSettings/read`.',
  settingGone: 'No diagnostic setting collects login events any more, so newer ones are not in the log.',
  explainsOnly: 'The log explains, but it decides nothing: what I concluded stands on the checks as before.',
  notCollected: {
    'no-setting':
      'This registry does not collect its login events: no diagnostic setting sends them to Log Analytics. Whether a sign-in failed can therefore not be told from the log.',
    'nothing-yet':
      'No workspace that I may read has login events of this registry. Either nothing collects them, or nothing has arrived yet. That does not show that no sign-in failed.',
  },
  switchOn: {
    title: 'Collect login events',
    command:
      'Have somebody who may write diagnostic settings run this. It needs the resource ID of a Log Analytics workspace.',
    portal:
      'Or use the Azure portal: open the registry, choose **Monitoring > Diagnostic settings > Add diagnostic setting**, select `ContainerRegistryLoginEvents` (Login Events), and send it to a Log Analytics workspace.',
    after:
      'Then let the command fail once more, and look again some minutes later. What happened before is not collected. Log Analytics charges for the data that it takes in.',
  },
  nothingOwn:
    'The log shows me nothing about your own identity. That does not show that no sign-in of yours failed: login events may not be collected, may not have arrived yet, or may name you by an ID that I do not know.',
  ownerLooks: 'The owner of the registry can look with this command.',
  denied: {
    bot: 'I may not read the log of this registry. The role `Log Analytics Reader` on the workspace would let me; `Reader` on the registry would too, if the workspace takes rights on resources.',
    person:
      'You may not read the log of this registry. The role `Log Analytics Reader` on the workspace would let you; `Reader` on the registry would too, if the workspace takes rights on resources.',
  },
  grant: 'Have somebody who may give roles there run this.',
  unseen: {
    'not-signed-in': 'Nobody is signed in to Azure here, so I could not ask for the log.',
    throttled: 'Log Analytics takes no more queries at the moment.',
    'circuit-open': 'Azure has not answered for a while, so I do not ask for the log now.',
    busy: 'Too many queries are waiting here. Try again in a minute.',
    'not-reachable': 'Log Analytics gave no answer that I can use.',
    deadline: 'The query took too long.',
  },
  tryAgainIn: 'Try again in {seconds} seconds.',
  notLinked: 'The log is shown only to people whom Azure knows. Link your account first, then look again.',
  noRegistry: 'There is no such registry that I could look at for you.',
  needsRegistry: 'To look at the log I need the login server, such as `contoso.azurecr.io`.',
  noAccess: 'I have no access to Azure here.',
};
