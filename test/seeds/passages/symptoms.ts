import { registry } from './moves.js';
import type { Section } from './passage.js';

/** Seed A: introduction and the eight symptoms, pasted as they stand there. */
export const symptoms = {
  'DE-01': [
    {
      script: ['start'],
      en: ['problems when you sign in to a container registry in Azure', 'not allowed to do something'],
      de: [/Anmeldung bei einer Containerregistrierung in Azure nicht/, 'dass Sie etwas nicht dürfen'],
      'zh-Hans': [/登录 Azure 中的容器注册表时遇到问题/, '无权执行某项操作'],
    },
  ],
  'DE-S1': [
    {
      script: [
        {
          say: 'Anmeldung in der Registrierung mit\ndocker login\n,az acr login\noder beidem nicht möglich',
        },
      ],
      asks: 'situation',
      en: [/Signing in .*`docker login`, `az acr login`/],
      de: [/anmelden .*`docker login`, `az acr login`/],
      'zh-Hans': [/登录注册表.*`docker login`、`az acr login`/],
    },
  ],
  'DE-S2': [
    {
      script: [
        {
          say: 'Anmeldung beim Registry nicht möglich, und Sie erhalten eine Fehlermeldung\nunauthorized: authentication required',
        },
      ],
      asks: 'auth-method',
      en: ['How do you sign in to the registry?', 'user name tells'],
      de: ['Wie melden Sie sich bei der Registrierung an?', 'Der Benutzername verrät es'],
      'zh-Hans': ['你用什么方式登录注册表？', '用户名能说明问题'],
    },
    {
      script: [
        {
          say: 'Anmeldung beim Registry nicht möglich, und Sie erhalten eine Fehlermeldung\nunauthorized: authentication required\noderunauthorized: Application not registered with AAD',
        },
        ['auth-method', 'service-principal'],
      ],
      where: 'conversation',
      asks: 'sp-application',
      en: ['The user name is not a known application ID'],
      de: ['Der Benutzername ist keine bekannte Anwendungs-ID'],
      'zh-Hans': ['用户名不是已知的应用程序 ID'],
    },
  ],
  'DE-S3': [
    {
      script: [
        {
          say: 'Anmeldung beim Registry nicht möglich, und Sie erhalten Azure CLI-Fehler\nCould not connect to the registry login server',
        },
        registry,
      ],
      where: 'conversation',
      asks: 'dns',
      en: ['The registry cannot be reached', 'nslookup contoso.azurecr.io'],
      de: ['Die Registrierung ist von dort nicht zu erreichen', 'nslookup contoso.azurecr.io'],
      'zh-Hans': ['无法访问注册表', 'nslookup contoso.azurecr.io'],
    },
  ],
  'DE-S4': [
    {
      script: [
        {
          say: 'Images können nicht gepusht oder gepullt werden, und Sie erhalten den Docker-Fehler\nunauthorized: authentication required\n.',
        },
        ['auth-method', 'individual-entra'],
        ['operation', 'pull'],
      ],
      asks: 'earlier-sign-in',
      en: ['Have you signed in to exactly this login server before?', 'lasts 3 hours'],
      de: [/bei genau diesem Anmeldeserver angemeldet\?/, 'gilt 3 Stunden'],
      'zh-Hans': [/登录过这个登录服务器/, '有效期为 3 小时'],
    },
  ],
  'DE-S5': [
    {
      script: [
        {
          say: 'Zugriff auf eine Registrierung mithilfe von\naz acr login\nnicht möglich, und Sie erhalten die FehlermeldungCONNECTIVITY_REFRESH_TOKEN_ERROR. Access to registry was denied. Response code: 403. Unable to get admin user credentials with message: Admin user is disabled. Unable to authenticate using AAD or admin login credentials.\n.',
        },
        registry,
      ],
      asks: 'network-rules',
      en: [/Networking > Public access/, '[publicNetworkAccess, networkRuleSet]'],
      de: [/Netzwerk > Öffentlicher Zugriff/, '[publicNetworkAccess, networkRuleSet]'],
      'zh-Hans': [/公共访问/, '[publicNetworkAccess, networkRuleSet]'],
    },
  ],
  'DE-S6': [
    {
      script: [
        {
          say: 'Zugriff auf die Registrierung über Azure Kubernetes Service, Azure DevOps oder einen anderen Azure-Dienst ist nicht möglich.',
        },
      ],
      asks: 'situation',
      en: [/Kubernetes \(for example AKS\)/, 'Azure DevOps', /Another Azure service/],
      de: [/Kubernetes \(zum Beispiel AKS\)/, 'Azure DevOps', /Ein anderer Azure-Dienst/],
      'zh-Hans': [/Kubernetes（例如 AKS）/, 'Azure DevOps', /其他 Azure 服务/],
    },
    {
      script: ['start', ['situation', 'kubernetes'], ['symptom', 'unauthorized']],
      asks: 'pull-secret-used',
      en: ['the cluster pulls with its own identity'],
      de: ['pullt der Cluster mit seiner eigenen Identität'],
      'zh-Hans': [/群集.*(自己的|自身)的?标识/],
    },
    {
      script: ['start', ['situation', 'azure-devops']],
      asks: 'pipeline-connection',
      en: ['How does the service connection of the pipeline sign in?'],
      de: ['Wie meldet sich die Dienstverbindung der Pipeline an?'],
      'zh-Hans': [/服务连接.*登录/],
    },
    {
      script: ['start', ['situation', 'azure-service'], ['auth-method', 'managed-identity']],
      asks: 'managed-identity',
      en: ['Which identity does it have?'],
      de: ['Welche Identität hat sie?'],
      'zh-Hans': ['它有哪个标识？'],
    },
  ],
  'DE-S7': [
    {
      script: [
        {
          say: 'Auf die Registrierung kann nicht zugegriffen werden, und Sie erhalten den Fehler\nError response from daemon: login attempt failed with status: 403 Forbidden\n(weitere Informationen finden Sie unter Beheben von Netzwerkproblemen mit der Registrierung).',
        },
        registry,
        ['network-rules', 'ip-not-listed'],
      ],
      cause: 'ip-not-allowed',
      en: ['selected networks only', '`403`'],
      de: ['nur ausgewählte Netzwerke', '`403`'],
      'zh-Hans': ['只允许所选网络', '`403`'],
      pages: [
        {
          path: 'azure/container-registry/container-registry-troubleshoot-access',
          en: /Troubleshoot network issues with/,
          de: /Netzwerkprobleme mit der Registrierung beheben/,
          'zh-Hans': /网络问题/,
        },
      ],
    },
  ],
  'DE-S8': [
    {
      script: [
        {
          say: 'Der Zugriff auf oder das Anzeigen von Registrierungseinstellungen im Azure-Portal oder das Verwalten der Registrierung mithilfe der Azure CLI ist nicht möglich.',
        },
      ],
      asks: 'situation',
      en: ['Managing the registry in the Azure portal or with the Azure CLI'],
      de: ['Die Registrierung im Azure-Portal oder mit der Azure CLI verwalten'],
      'zh-Hans': ['在 Azure 门户中或用 Azure CLI 管理注册表'],
    },
    {
      script: ['start', ['situation', 'management'], ['management-symptom', 'registry-denied'], registry],
      cause: 'arm-role-missing',
      en: ['in the Azure portal or with the Azure CLI, needs a role for Azure Resource Manager'],
      de: [/im Azure-Portal oder mit der Azure CLI .* braucht eine Rolle für Azure Resource Manager/],
      'zh-Hans': [/在 Azure 门户中或用 Azure CLI .*需要 Azure 资源管理器的角色/],
    },
  ],
} satisfies Section;
