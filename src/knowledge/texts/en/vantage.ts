import type { VantageTexts } from '../vantage.js';
import { look } from './look.js';

/** Outputs of programs that the person ran. */
export const vantage: VantageTexts = {
  read: 'I have read the output of {programs}.',
  nothing: 'I have read the output of {programs}. It answers none of the questions of this case.',
  otherRegistry: 'This output is about {other}, but your case is about {registry}. I have left it out.',
  seen: '{place}: {told}',
  places: {
    workstation: { label: 'Your machine', from: 'from your machine' },
    'cloud-shell': { label: 'Your Cloud Shell', from: 'from your Cloud Shell' },
    kubernetes: { label: 'Your cluster', from: 'from your cluster' },
    'azure-devops': { label: 'The agent', from: 'from the agent' },
    'github-actions': { label: 'The runner', from: 'from the runner' },
    'azure-service': { label: 'The Azure service', from: 'from the Azure service' },
    portal: { label: 'The portal', from: 'from the portal' },
  },
  anywhere: { label: 'Where you ran {program}', from: 'from where you ran {program}' },
  addresses:
    'From here the name resolves to {here}, {from} to {there}. For the way to the registry, what is seen {from} counts.',
  onlyThere:
    'From here there is no such name, {from} it resolves to {there}. For the way to the registry, what is seen {from} counts.',
  onlyHere:
    'From here the name resolves to {here}, {from} it does not resolve. For the way to the registry, what is seen {from} counts.',
  onlyHereAnswers:
    'From here the registry answers, {from} it does not: what stands in the way lies between there and the registry.',
  answersThere:
    'Seen {from}, the registry now answers and asks for a sign-in: the network there is not what refuses you.',
  notes: {
    'exchange-only':
      'What succeeded here is the exchange of tokens. It does not show that a role covers the repository.',
    'client-only': 'Only the client has answered. That does not show that a daemon is running.',
    'report-truncated':
      'Part of the probe report is missing. I use only the lines that are complete; better paste it once more as a whole.',
    'report-edited':
      'The probe report is not as it was printed, so I use nothing of it. Please run the probe once more and paste all of it.',
    'clock-off':
      'The clock there is more than five minutes off the clock of the registry. Set it right: tokens are not accepted at the wrong time.',
    'through-proxy':
      'A proxy is set there, and the registry is not excepted from it: all requests take that way.',
    'roles-of-listed':
      'The list shows the roles of whom it was made for. Whether that is the identity that was refused, it does not show.',
  },
  look,
};
