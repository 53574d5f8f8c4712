import type { Client } from '../../knowledge/vocabulary.js';
import type { Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/** Programs by what they print. Ordered: a program that runs another and repeats its words goes first. */
const clientRules: readonly Rule<Client>[] = [
  {
    pattern:
      /\bvscode-docker\.|\bvscode\b.{0,40}\bExtension\b|\bProduct: Visual Studio Code\b|\bazure-account\.login\b|\bextension\.bundle\.js\b/,
    value: 'vscode',
    source: 'issue report of the extension',
  },
  { pattern: /MsPortalFx/, value: 'portal', source: 'errors of the portal' },
  {
    pattern: /\bMicrosoft\.Azure\.Devices\.Edge\b|\biotedge\b|\bedgeAgent\b/,
    value: 'iotedge',
    source: 'platforms.md',
  },
  {
    pattern: /\bfailed deploying service '|\bazd (?:up|deploy|provision|auth)\b/,
    value: 'azd',
    source: 'platforms.md',
  },
  {
    pattern: /\bError BCP\d{3}\b|\bbicep (?:restore|build|publish)\b/,
    value: 'bicep',
    source: 'Bicep diagnostics',
  },
  {
    pattern: /\bazurerm_\w{3,60}|\bterraform\b|\bError: .{0,80}with provider\b/,
    value: 'terraform',
    source: 'platforms.md',
  },
  {
    pattern: /\berror checking push permissions\b|\/kaniko\/executor\b/,
    value: 'kaniko',
    source: 'platforms.md',
  },
  {
    pattern:
      /\bDockerApiException: Docker API responded\b|\bPulling image from Docker hub\b|\bImage pull for \S{1,300} failed\b|\bover VNET failed\b/,
    value: 'app-service',
    source: 'platforms.md: App Service log',
  },
  {
    pattern:
      /\bInvalidParameterValueInContainerTemplate\b|\bWebhookInvalidParameterValue\b|Microsoft\.App\/containerApps/,
    value: 'container-apps',
    source: 'platforms.md',
  },
  {
    pattern: /\b(?:ErrImagePull|ImagePullBackOff)\b|\bkubelet\b|\bFailed to pull image "/,
    value: 'kubelet',
    source: 'platforms.md: kubelet events',
  },
  {
    pattern: /\brpc error: code = \w{2,20} desc = failed to|\bctr: |\bfailed to pull and unpack image\b/,
    value: 'containerd',
    source: 'clients.md §7',
  },
  {
    pattern: /\bbuildx failed with\b|\bfailed to solve: |\[internal\] load /,
    value: 'buildkit',
    source: 'errors.md §5',
  },
  {
    pattern:
      /\bAzure\.(?:RequestFailedException|Identity)\b|\b(?:Default|Chained|ManagedIdentity|Environment)\w{0,10}Credential\b|\bStoreError\b/,
    value: 'azure-sdk',
    source: 'azure-sdk.md',
  },
  {
    pattern:
      /(?:^|[\s$>])az (?:acr|login|aks|account|webapp|containerapp|container|ml|rest|role|ad|deployment|group)\b.{0,400}\n|\bAzure CLI version:|\bAn error occurred: [A-Z_]{5,40}_ERROR\b|\bazure[./\\]cli\b|\bUnable to get (?:AAD authorization tokens|admin user credentials)\b|(?:^|\n)(?:ERROR|WARNING): (?!denied|Cannot connect|failed to)|\baz acr (?:login|check-health)\b|\baz login\b/,
    value: 'az',
    source: 'clients.md §2',
  },
  {
    pattern:
      /\bError(?: response)? from (?:source |destination )?registry\b|\boras(?:\.land| (?:pull|push|login|copy|manifest|repo))\b|\bbasic credential not found\b|\bfailed to (?:validate the credentials for|fetch the content of)\b|\bform of <registry>\/<repo>/,
    value: 'oras',
    source: 'clients.md §5, §7',
  },
  {
    pattern: /\bcredential_provider_|\bConnect-Az(?:Account|ContainerRegistry)\b|\bCategoryInfo\b/,
    value: 'azure-powershell',
    source: 'Azure PowerShell',
  },
  {
    pattern: /\bcrane (?:auth|pull|push|copy|manifest|ls|catalog)\b/,
    value: 'crane',
    source: 'clients.md §5',
  },
  { pattern: /\bskopeo\b/, value: 'skopeo', source: 'clients.md §5' },
  { pattern: /\bbuildah\b/, value: 'buildah', source: 'clients.md §5' },
  {
    pattern: /\bpodman\b|\bTrying to pull \S{3,300}\.\.\.\n|\binitializing source docker:\/\//,
    value: 'podman',
    source: 'clients.md §5',
  },
  { pattern: /\bnerdctl\b/, value: 'nerdctl', source: 'command line' },
  {
    pattern: /\bhelm (?:registry|pull|push|install|upgrade|dependency|chart)\b|\bHelm stderr\b/,
    value: 'helm',
    source: 'command line',
  },
  {
    pattern: /\bRun azure\/login@|\bRun docker\/(?:login|build-push)-action@/,
    value: 'github-actions',
    source: 'GitHub Actions log',
  },
  { pattern: /##\[(?:error|section|command)\]/, value: 'pipelines', source: 'Azure Pipelines log' },
  {
    pattern:
      /\bError response from daemon\b|\bdocker(?:\.exe)? (?:push|pull|run|login|ps|build|logout|manifest)\b|\bCannot connect to the Docker daemon\b|\bdocker daemon\b|\bDocker daemon\b|\bThe push refers to\b|\blogin attempt to https\b|\berror during connect: |\bError logging in to endpoint\b|\bno basic auth credentials\b|\bPulling from \S|\bError saving credentials\b|\bno such manifest: |\binvalid reference format\b/,
    value: 'docker',
    source: 'clients.md §5, §7',
  },
  { pattern: /\bcurl(?:\.exe)? -|\bcurl: \(\d/, value: 'curl', source: 'command line' },
];

/** The program that printed the error, or null where the words are of several. */
export function findClient(paste: Paste): Client | null {
  return firstOf(clientRules, paste);
}
