import type { LookTexts } from '../look.js';

/** Looking from where it fails. */
export const look: LookTexts = {
  offer: {
    check: 'Or look from where it fails: I give you one command that shows this and more at once.',
    outcome:
      'Your network is not mine. A look from where it fails can confirm this or rule it out; I give you a command for it.',
    nothing:
      'I see nothing wrong from here. From where it fails it may look different; I give you a command that shows it.',
  },
  needsRegistry: 'For a look from where it fails I need the login server, such as `contoso.azurecr.io`.',
  where: {
    question: 'Where does it fail?',
    hint: 'The command has to run there, and it is made for that place.',
    options: {
      laptop: 'On a computer with Linux or macOS',
      windows: 'On a computer with Windows',
      pod: 'In a Kubernetes cluster, such as AKS',
      'azure-devops': 'In a pipeline in Azure DevOps',
      'github-actions': 'In a workflow in GitHub Actions',
      'cloud-shell': 'In Azure Cloud Shell',
    },
  },
  title: 'Look from where it fails',
  run: {
    laptop: 'Paste this into a terminal on the computer where it fails, and press Enter.',
    windows: 'Paste this into PowerShell on the computer where it fails, and press Enter.',
    either:
      'On the computer where it fails, paste one of these and press Enter: the first into a terminal on Linux or macOS, the second into PowerShell on Windows.',
    pod: 'Paste this into a Bash shell in which `kubectl` reaches the cluster. It starts a small pod, prints what that pod sees, and deletes it.',
    'azure-devops':
      'Put this step in front of the one that fails, in the same job, and run the pipeline. The report is in the log of the step.',
    'github-actions':
      'Put this step in front of the one that fails, in the same job, and run the workflow. The report is in the log of the step.',
    'cloud-shell': 'Paste this into Cloud Shell (Bash), and press Enter.',
  },
  image:
    'The pod runs {image}. If the cluster may not pull it, put in another image that has `sh`, and `curl` or `wget`.',
  promise:
    'It needs no sign-in and changes nothing. It asks the name service and the registry, sends nothing to me, and prints no password and no token. It ends within a minute.',
  paste:
    'Then paste here what it printed, from `--- acr-help probe 1` to the last line, which begins with `---` too.',
  file: {
    title: 'Or as one file, with Node.js 20 or later',
    how: 'It looks more closely and comes from my own address. These commands check its SHA-256 before it runs.',
  },
  command: {
    title: 'Or with acr-help, where it is installed',
    how: 'This command looks more closely and prints the same kind of report.',
  },
  noReport:
    'I see no report in this. Paste everything from `--- acr-help probe 1` to the last line. If it cannot run there, choose another place, or go back.',
};
