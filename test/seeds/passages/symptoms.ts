import { seedA, seedASymptoms } from '../texts.js';
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
      script: [{ say: seedASymptoms.S1 }],
      asks: 'situation',
      en: [/Signing in .*`docker login`, `az acr login`/],
      de: [/anmelden .*`docker login`, `az acr login`/],
      'zh-Hans': [/登录注册表.*`docker login`、`az acr login`/],
    },
    {
      script: [{ say: seedASymptoms.S1 }, ['situation', 'login'], ['symptom', 'unauthorized']],
      asks: 'auth-method',
      en: ['How do you sign in to the registry?'],
      de: ['Wie melden Sie sich bei der Registrierung an?'],
      'zh-Hans': ['你用什么方式登录注册表？'],
    },
  ],
  'DE-S2': [
    {
      script: [{ say: seedA.unauthorized }],
      asks: 'auth-method',
      en: ['How do you sign in to the registry?', 'user name tells'],
      de: ['Wie melden Sie sich bei der Registrierung an?', 'Der Benutzername verrät es'],
      'zh-Hans': ['你用什么方式登录注册表？', '用户名能说明问题'],
    },
    {
      script: [{ say: seedASymptoms.S2 }, ['auth-method', 'service-principal']],
      where: 'conversation',
      asks: 'sp-application',
      en: ['The user name is not a known application ID'],
      de: ['Der Benutzername ist keine bekannte Anwendungs-ID'],
      'zh-Hans': ['用户名不是已知的应用程序 ID'],
    },
  ],
  'DE-S3': [
    {
      script: [{ say: seedASymptoms.S3 }, registry],
      where: 'conversation',
      asks: 'dns',
      en: ['The registry cannot be reached', 'nslookup contoso.azurecr.io'],
      de: ['Die Registrierung ist von dort nicht zu erreichen', 'nslookup contoso.azurecr.io'],
      'zh-Hans': ['无法访问注册表', 'nslookup contoso.azurecr.io'],
    },
  ],
  'DE-S4': [
    {
      script: [{ say: seedASymptoms.S4 }, ['auth-method', 'individual-entra']],
      asks: 'earlier-sign-in',
      en: ['Have you signed in to exactly this login server before?', 'lasts 3 hours'],
      de: [/bei genau diesem Anmeldeserver angemeldet\?/, 'gilt 3 Stunden'],
      'zh-Hans': [/登录过这个登录服务器/, '有效期为 3 小时'],
    },
  ],
  'DE-S5': [
    {
      script: [{ say: seedASymptoms.S5 }, registry],
      asks: 'network-rules',
      en: ['Compare the allowed addresses with the IP address', '[publicNetworkAccess, networkRuleSet]'],
      de: [
        'Vergleichen Sie die zugelassenen Adressen mit der IP-Adresse',
        '[publicNetworkAccess, networkRuleSet]',
      ],
      'zh-Hans': [/将允许的地址与错误消息中的 IP 地址进行比较/, '[publicNetworkAccess, networkRuleSet]'],
    },
  ],
  'DE-S6': [
    {
      script: [{ say: seedASymptoms.S6 }],
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
      script: [{ say: seedASymptoms.S7 }, registry, ['network-rules', 'ip-not-listed']],
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
      script: [{ say: seedASymptoms.S8 }],
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
