import { table } from '../signature.js';

/** Texts of other services and registries. */
export const elsewhereSignatures = table(
  { symptom: 'other', scope: 'generic', source: 'corpus README (not-acr lines); vendor documentation' },
  {
    'hub-rate-limit': {
      label: 'You have reached your pull rate limit',
      meaning: 'Docker Hub throttles, not the registry.',
      pattern:
        /reached your (?:unauthenticated |authenticated )?pull rate limit|docker\.com\/increase-rate-limit|hub\.docker\.com[^\n]{0,80}rate/i,
      keys: ['pull rate limit', 'increase-rate-limit', 'hub.docker.com'],
      votes: { 'not-acr': 22 },
    },
    'hub-registry': {
      label: 'index.docker.io',
      meaning: 'Docker Hub answered.',
      pattern:
        /(?:registry|for|from|GET|POST|HEAD|to) \\?["']?(?:https:\/\/)?(?:index|registry-1|auth)\.docker\.io/i,
      keys: ['.docker.io'],
      votes: { 'not-acr': 9 },
    },
    'kubernetes-api': {
      label: 'You must be logged in to the server (Unauthorized)',
      meaning: 'The API server of a cluster refuses the client.',
      pattern:
        /must be logged in to the server|server has asked for the client to provide credentials|unable to connect to the server: |(?:is forbidden: User|cannot (?:list|get|create|watch|patch|delete) resource) |error validating data: failed to download openapi|the connection to the server [^\n]{1,120} was refused|Unauthorized\s{0,2}\n?Kubeconfig/i,
      keys: [
        'logged in to the server',
        'asked for the client',
        'unable to connect to the server',
        'is forbidden: user',
        'resource',
        'openapi',
        'connection to the server',
      ],
      votes: { 'not-acr': 12 },
    },
    'git-remote': {
      label: 'fatal: unable to access …: The requested URL returned error',
      meaning: 'git, not a container registry.',
      pattern:
        /fatal: (?:unable to access|could not read|authentication failed|repository)|remote: (?:Permission|Repository|HTTP Basic)|requested URL returned error|git@github\.com: permission denied|Permission denied \(publickey/i,
      keys: ['fatal: ', 'remote: ', 'requested url returned', 'permission denied'],
      votes: { 'not-acr': 11 },
    },
    'package-feed': {
      label: 'npm ERR! / NuGet / pip',
      meaning: 'A package feed, not a container registry.',
      pattern:
        /npm (?:ERR!|error) |\bNU1\d{3}\b|error: unable to load the service index|pkgs\.dev\.azure\.com|could not find a version that satisfies|Could not resolve dependencies for project|ERROR: No matching distribution|yarn (?:error|ERR)/i,
      keys: [
        'npm err',
        'nu1',
        'service index',
        'pkgs.dev.azure.com',
        'that satisfies',
        'dependencies for project',
        'matching distribution',
        'yarn err',
      ],
      votes: { 'not-acr': 10 },
    },
    'other-registry-words': {
      label: 'ecr get-login / artifactregistry / unauthorized to access repository',
      meaning: 'The words of ECR, Artifact Registry, Harbor, Artifactory, Nexus, Quay and GitLab.',
      pattern:
        /aws ecr get-login|Your Authorization Token has expired|artifactregistry\.|gcloud auth|unauthorized to access repository: |client does not have permission for manifest|HTTP Basic: Access denied|access forbidden[^\n]{0,60}gitlab|\bharbor\b[^\n]{0,80}(?:unauthorized|denied|error)|nexus repository|Status 403 trying to pull repository|permission_denied: (?:read|write)_package|The token provided does not match expected scopes|not authorized to perform: ecr|artifactory/i,
      keys: [
        'ecr get-login',
        'your authorization token',
        'artifactregistry',
        'gcloud auth',
        'unauthorized to access repository',
        'have permission for manifest',
        'http basic: access denied',
        'gitlab',
        'harbor',
        'nexus',
        'trying to pull repository',
        '_package',
        'expected scopes',
        'perform: ecr',
        'artifactory',
      ],
      votes: { 'not-acr': 10 },
    },
    'azure-other-service': {
      label: 'Microsoft.KeyVault, Storage, Service Bus, SQL',
      meaning: 'Another Azure service refuses.',
      scope: 'azure',
      pattern:
        /\.vault\.azure\.net|\.servicebus\.windows\.net|\.database\.windows\.net|\.cosmos\.azure\.com|\.documents\.azure\.com|\.redis\.cache\.windows\.net|\.azconfig\.io|\.azurewebsites\.net\/api|does not have secrets (?:get|list) permission|ForbiddenByRbac|ForbiddenByPolicy|Login failed for user|AuthorizationPermissionMismatch|\.azurehdinsight\.|\.openai\.azure\.com|\.search\.windows\.net|\.eventgrid\.azure\.net|\.azure-devices\.net|\.kusto\.windows\.net/i,
      keys: [
        '.vault.azure.net',
        '.servicebus.',
        '.database.windows',
        '.cosmos.',
        '.documents.azure',
        '.redis.cache',
        '.azconfig.',
        '.azurewebsites.net/api',
        'does not have secrets',
        'forbiddenby',
        'login failed for user',
        'permissionmismatch',
        'azurehdinsight',
        'openai.azure',
        '.search.windows',
        'eventgrid',
        'azure-devices',
        'kusto',
      ],
      votes: { 'not-acr': 10 },
    },
    'azure-throttling': {
      label: 'Too many requests received. Retry after some time',
      meaning: 'The throttling of another Azure API.',
      scope: 'azure',
      pattern: /too many requests received/i,
      votes: { 'not-acr': 9 },
    },
    'mcr-login': {
      label: 'authorize for MCR registries',
      meaning: "A program signs in to Microsoft's public registry.",
      scope: 'registry',
      pattern:
        /\b(?:MCR|mcr\.microsoft\.com)\b[^\n]{0,120}(?:log(?:ging)? ?in|authoriz|authenticat|throttl|rate limit)|(?:log(?:ging)? ?in|authoriz\w{1,5}|authenticat\w{1,5})[^\n]{0,60}\bMCR\b/i,
      keys: ['mcr'],
      votes: { 'not-acr': 7 },
    },
  },
);
