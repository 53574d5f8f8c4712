import { seedB } from '../texts.js';
import { firewallRefused, registry, toUnknown } from './moves.js';
import { rolesOverview } from './pages.js';
import type { Section } from './passage.js';

/** Seed B: errors 4 and 5, contact us for help. */
export const errors4And5 = {
  'ZH-E4': [
    {
      script: [{ say: seedB.error4 }, registry],
      asks: 'registry-lookup',
      en: ['Sign in with `az login` first', /az acr show --name contoso/],
      de: ['Melden Sie sich zuerst mit `az login` an', /az acr show --name contoso/],
      'zh-Hans': ['请先用 `az login` 登录', /az acr show --name contoso/],
    },
  ],
  'ZH-E4-F': [
    {
      script: [
        { say: seedB.error4 },
        registry,
        ['registry-lookup', 'here'],
        ['permission-mode', 'legacy'],
        ['roles-legacy', 'none'],
      ],
      cause: 'role-missing',
      en: [
        /\(a user, a managed identity or a service principal\), but no role assignment/,
        /give the identity the right role/,
      ],
      de: [
        /\(einen Benutzer, eine verwaltete Identität .*keine Rollenzuweisung/,
        /der Identität .*die richtige Rolle/,
      ],
      'zh-Hans': [/用户、托管标识.*没有任何角色分配/, /为该标识分配所需的角色/],
      pages: [rolesOverview],
    },
  ],
  'ZH-E5': [
    {
      script: [{ say: seedB.error5 }, registry],
      where: 'conversation',
      asks: 'network-rules',
      en: [
        'The firewall of the registry does not allow your address',
        'Compare the allowed addresses with the IP address in the error message',
      ],
      de: [
        'Die Firewall der Registrierung lässt Ihre Adresse nicht zu',
        'Vergleichen Sie die zugelassenen Adressen mit der IP-Adresse in der Fehlermeldung',
      ],
      'zh-Hans': ['注册表的防火墙不允许你的地址', '将允许的地址与错误消息中的 IP 地址进行比较'],
    },
  ],
  'ZH-E5-F1': [
    {
      script: [firewallRefused],
      asks: 'network-rules',
      en: ['Public access is disabled', 'Selected networks only', 'All networks are allowed'],
      de: [
        'öffentliche Zugriff ist deaktiviert',
        'Nur ausgewählte Netzwerke',
        'Alle Netzwerke sind zugelassen',
      ],
      'zh-Hans': ['已禁用公共访问', '仅允许所选网络', '允许所有网络'],
    },
    {
      script: [firewallRefused, ['network-rules', 'ip-not-listed']],
      cause: 'ip-not-allowed',
      en: [
        /The registry has a firewall/,
        /allow your IP address/,
        'az acr network-rule add --name contoso --ip-address 203.0.113.7',
      ],
      de: [
        /Die Registrierung hat eine Firewall/,
        /Ihre IP-Adresse zuzulassen/,
        'az acr network-rule add --name contoso --ip-address 203.0.113.7',
      ],
      'zh-Hans': [
        /注册表有防火墙/,
        /允许你的 IP 地址/,
        'az acr network-rule add --name contoso --ip-address 203.0.113.7',
      ],
      pages: [
        {
          path: 'azure/container-registry/container-registry-access-selected-networks',
          en: 'Configure public IP network rules',
          de: /Netzwerkregeln für öffentliche IP-Adressen/,
          'zh-Hans': '配置公共 IP 网络规则',
        },
      ],
    },
  ],
  'ZH-E5-F2': [
    {
      script: [firewallRefused, ['network-rules', 'ip-not-listed']],
      cause: 'ip-not-allowed',
      en: ['connect privately with Azure Private Link'],
      de: [/über Azure Private Link eine private Verbindung/],
      'zh-Hans': ['使用 Azure 专用链接私下连接'],
      pages: [
        {
          path: 'azure/container-registry/container-registry-private-link',
          en: /Azure Private Link/,
          de: /Azure Private Link/,
          'zh-Hans': /Azure 专用链接/,
        },
      ],
    },
  ],
  'ZH-H': [
    {
      script: [...toUnknown],
      cause: 'unknown',
      en: ['Open a support ticket', 'the Azure community', /send feedback about the product/],
      de: ['Öffnen Sie ein Supportticket', 'die Azure-Community', /Feedback zum Produkt/],
      'zh-Hans': ['请创建支持请求', 'Azure 社区', /对产品的反馈/],
      pages: [
        {
          path: 'azure/azure-portal/supportability/how-to-create-azure-support-request',
          en: 'Open a support ticket',
          de: /Supportticket/,
          'zh-Hans': '创建支持请求',
        },
        {
          path: 'answers/products/azure?product=all',
          en: /community support/i,
          de: /Community/,
          'zh-Hans': 'Azure 社区支持',
        },
        // "Azure 反馈社区": the community where feedback about products goes.
        {
          path: 'https://feedback.azure.com/d365community',
          en: /feedback/i,
          de: /Feedback/,
          'zh-Hans': /反馈/,
        },
      ],
    },
  ],
} satisfies Section;
