import { registry, signingIn, toCredentialsInvalid, toUnknown } from './moves.js';
import type { Page, Section } from './passage.js';

const checkHealth: Page = {
  path: 'azure/container-registry/container-registry-check-health',
  en: 'Check the health of an Azure container registry',
  de: /Integrität einer Azure-Containerregistrierung/,
  'zh-Hans': '检查 Azure 容器注册表的运行状况',
};
const healthErrors: Page = {
  path: 'azure/container-registry/container-registry-health-error-reference',
  en: /error reference/i,
  de: 'Fehlerreferenz',
  'zh-Hans': '错误参考',
};
const network: Page = {
  path: 'azure/container-registry/container-registry-troubleshoot-access',
  en: /network issues/,
  de: 'Netzwerkprobleme',
  'zh-Hans': '网络问题',
};
const faq: Page = {
  path: 'azure/container-registry/container-registry-faq',
  en: 'Container registry FAQ',
  de: /Häufig gestellte Fragen/,
  'zh-Hans': '常见问题解答',
};

/** Seed A: further diagnosis, advanced troubleshooting, next steps. */
export const further = {
  'DE-G1': [
    {
      script: [...signingIn, ['symptom', 'other'], registry],
      asks: 'health-check',
      en: [
        'Run the health check',
        'problems with Docker, with the network and with the sign-in',
        /az acr check-health --name \S+/,
      ],
      de: [
        /Führen Sie die Integritätsprüfung .* aus/,
        'Probleme mit Docker, mit dem Netzwerk und mit der Anmeldung',
        /az acr check-health --name \S+/,
      ],
      'zh-Hans': ['运行运行状况检查', 'Docker、网络和登录方面的问题', /az acr check-health --name \S+/],
    },
  ],
  'DE-G2': [
    {
      script: [...toUnknown],
      where: 'conversation',
      cause: 'unknown',
      en: [
        'The error reference at `https://aka.ms/acr/errors` explains each code',
        'look up the code that it prints in the error reference',
      ],
      de: [
        'Die Fehlerreferenz unter `https://aka.ms/acr/errors` erklärt jeden Code',
        /schlagen Sie den Code.* in der Fehlerreferenz nach/,
      ],
      'zh-Hans': [/https:\/\/aka\.ms\/acr\/errors` 上的错误参考说明了每个代码/, /在错误参考中查找.*代码/],
      pages: [checkHealth, healthErrors],
    },
  ],
  'DE-G3': [
    {
      script: [
        'start',
        ['situation', 'kubernetes'],
        ['symptom', 'unauthorized'],
        ['pull-secret-used', 'no'],
        registry,
        ['kubelet-role', 'role-missing'],
      ],
      cause: 'aks-identity-missing-role',
      en: ['az aks check-acr'],
      de: ['az aks check-acr'],
      'zh-Hans': ['az aks check-acr'],
      pages: [
        {
          path: 'troubleshoot/azure/azure-kubernetes/connectivity/cannot-pull-image-from-acr-to-aks-cluster',
          en: /AKS cluster/,
          de: /AKS-Cluster/,
          'zh-Hans': /AKS 群集/,
        },
      ],
    },
  ],
  'DE-G4': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: ['firewall rules and network settings can cause errors that look like a wrong password'],
      de: ['Firewallregeln und Netzwerkeinstellungen können Fehler auslösen'],
      'zh-Hans': ['防火墙规则和网络设置引起的错误可能看起来像密码错误'],
      pages: [network],
    },
    {
      script: [...signingIn, ['symptom', 'other'], registry, ['health-check', 'unknown']],
      asks: 'challenge',
      en: ['Firewalls and network settings can cause errors that look like a wrong password'],
      de: ['Firewalls und Netzwerkeinstellungen können Fehler auslösen, die wie ein falsches Kennwort'],
      'zh-Hans': ['防火墙和网络设置引起的错误可能看起来像密码错误'],
    },
  ],
  'DE-A1': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      en: [
        /If the registry keeps resource logs/,
        '`ContainerRegistryLoginEvents`',
        'every sign-in with its status, identity and IP address',
        /ContainerRegistryLoginEvents \| where LoginServer =~ 'contoso\.azurecr\.io' \| where ResultDescription != '200'/,
      ],
      de: [
        /Wenn die Registrierung Ressourcenprotokolle führt/,
        '`ContainerRegistryLoginEvents`',
        'jede Anmeldung mit Status, Identität und IP-Adresse',
        /ResultDescription != '200'/,
      ],
      'zh-Hans': [
        /如果注册表保留了资源日志/,
        '`ContainerRegistryLoginEvents`',
        '每次登录的状态、标识和 IP 地址',
        /ResultDescription != '200'/,
      ],
    },
  ],
  'DE-A1-links': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      pages: [
        {
          path: 'azure/container-registry/monitor-container-registry',
          en: 'Logs for diagnostic evaluation and auditing',
          de: /Protokolle für .*[Dd]iagnose/,
          'zh-Hans': '用于诊断评估和审核的日志',
        },
        faq,
        {
          path: 'azure/container-registry/container-registry-best-practices',
          en: 'Best practices for Azure Container Registry',
          de: 'Bewährte Methoden für Azure Container Registry',
          'zh-Hans': 'Azure 容器注册表最佳做法',
        },
      ],
    },
  ],
  'DE-N1': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      en: [
        'Read the other topics: problems with the network, and problems with performance',
        'the Azure community, or Microsoft Q&A',
        /Open a support ticket\. .*quickly check failed sign-ins/,
      ],
      de: [
        /Lesen Sie die anderen Themen: .*Netzwerk .*Leistung/,
        'die Azure-Community oder Microsoft Q&A',
        /Öffnen Sie ein Supportticket\. .*fehlgeschlagene Anmeldungen .*schnell prüfen/,
      ],
      'zh-Hans': [
        '请阅读其他主题：网络问题和性能问题',
        'Azure 社区或 Microsoft Q&A',
        /请创建支持请求。.*快速检查注册表的失败登录/,
      ],
      pages: [
        network,
        {
          path: 'azure/container-registry/container-registry-troubleshoot-performance',
          en: /performance/,
          de: 'Leistungsprobleme',
          'zh-Hans': '性能问题',
        },
        { path: 'answers/products/', en: 'Microsoft Q&A', de: 'Microsoft Q&A', 'zh-Hans': 'Microsoft Q&A' },
        {
          path: 'answers/products/azure?product=all',
          en: /community support/i,
          de: /Community/,
          'zh-Hans': '社区支持',
        },
        {
          path: 'azure/azure-portal/supportability/how-to-create-azure-support-request',
          en: 'Open a support ticket',
          de: /Supportticket/,
          'zh-Hans': '支持请求',
        },
      ],
    },
  ],
} satisfies Section;
