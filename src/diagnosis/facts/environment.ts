import type { Environment } from '../../knowledge/vocabulary.js';
import type { Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/** Where it failed, by prompts and by what runners and orchestrators print. Ordered: the outermost place first. */
const environmentRules: readonly Rule<Environment>[] = [
  {
    pattern: /(?<=[\w.-])@Azure:[^\s$]{0,200}\$|\bPS \/home\/\w{1,32}>/,
    value: 'cloud-shell',
    source: 'corpus README: prompt',
  },
  { pattern: /not supported in Azure Cloud Shell/, value: 'cloud-shell', source: 'clients.md §2' },
  {
    pattern:
      /##\[(?:error|section|command|warning|debug)\]|##vso\[|\/home\/vsts\/|\bD:\\a\\1\\s|\bd:\\a\\1\\s|\bVSSADM~1\b|\/mnt\/vss\/_work\/1\/s\/(?!edge-agent)/,
    value: 'azure-devops',
    source: 'platforms.md: Azure Pipelines log',
  },
  {
    pattern:
      /token\.actions\.githubusercontent\.com|\bRun [\w.-]{1,60}\/[\w./-]{1,80}@[\w.-]{1,40}|\/home\/runner\/|\bProcess completed with exit code \d|::error(?: |::)|github\.com\/[\w.-]{1,60}\/[\w.-]{1,80}\/actions\/runs\//,
    value: 'github-actions',
    source: 'platforms.md: GitHub Actions log',
  },
  { pattern: /MsPortalFx|\bportal\.azure\.com\b/, value: 'portal', source: 'errors of the portal' },
  {
    pattern:
      /\b(?:ErrImagePull|ImagePullBackOff)\b|\bkubelet\b|\bkubectl\b|\bFailed to pull image "|\brpc error: code = \w{2,20} desc = (?:failed to pull|Error response)|\bhelmrepository\b|\bOCIRepository\b|\bKubelet managed identity\b|\bpods\.[\w.-]{1,60}\.admission\b/,
    value: 'kubernetes',
    source: 'platforms.md: kubelet events',
  },
  {
    pattern:
      /\bDockerApiException\b|\bPulling image from Docker hub\b|Microsoft\.App\/containerApps|\btemplate\.containers\.|\bcontainerinstance\.|\bInaccessibleImage\b|ml\.azure\.com|\bazureml\b|\bImage pull for \S{1,300} failed\b|\bacb_step_\d|Microsoft\.Web\/sites|\bRegistryErrorResponse\b/,
    value: 'azure-service',
    source: 'platforms.md: App Service, Container Apps, ACI, ML',
  },
  {
    pattern:
      /(?:^|\n)\s{0,4}(?:[A-Z]:\\[^>\n]{0,200}>|PS [A-Z]:\\[^>\n]{0,200}>|\$ (?:sudo |az |docker |oras |podman |helm ))|(?<=[\w.-])@[\w.-]{1,64}[: ]~[^$\n]{0,100}[$#] /,
    value: 'workstation',
    source: 'prompt of a shell',
  },
  {
    pattern:
      /\b(?:our|my|the|an?|unsere?[mnr]?|meine?[mnr]?|der|die|dem|eine?[mnr]?) (?:Azure )?(?:App Service|Web ?App|Container App|Function App|Container Instance)\b(?! plan)|(?:应用服务|容器应用|容器实例|函数应用)/i,
    value: 'azure-service',
    source: 'service names of Azure, as people tell them',
  },
];

/** Where the paste was taken, or null where it does not show. */
export function findEnvironment(paste: Paste): Environment | null {
  return firstOf(environmentRules, paste);
}
