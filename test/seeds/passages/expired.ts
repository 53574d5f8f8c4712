import { loginRefused, pullRefused, withServicePrincipal } from './moves.js';
import { individualLogin, regenerateToken } from './pages.js';
import type { Section } from './passage.js';

/** Seed A: check that credentials aren't expired. */
export const expired = {
  'DE-P6-intro': [
    {
      script: [pullRefused, ['auth-method', 'unknown'], ['earlier-sign-in', 'over-three-hours']],
      cause: 'entra-token-expired',
      en: ['Tokens and credentials are valid for a limited time, and then have to be renewed'],
      de: ['gelten nur eine begrenzte Zeit und müssen dann erneuert werden'],
      'zh-Hans': [/令牌和凭据只在一定时间内有效，之后必须(续订|更新|重新生成)/],
    },
  ],
  'DE-P6a': [
    {
      script: [pullRefused, ['auth-method', 'individual-entra'], ['earlier-sign-in', 'over-three-hours']],
      cause: 'entra-token-expired',
      en: [/Sign in again\. .*expires after 3 hours/, 'az acr login --name contoso'],
      de: [/Melden Sie sich neu an\. .*nach 3 Stunden/, 'az acr login --name contoso'],
      'zh-Hans': [/请重新登录。.*3 小时后过期/, 'az acr login --name contoso'],
    },
    {
      script: [pullRefused, ['auth-method', 'managed-identity'], ['earlier-sign-in', 'over-three-hours']],
      cause: 'entra-token-expired',
      en: [/Sign in again on that machine.*managed identity expires after 3 hours/],
      de: [/Melden Sie sich auf diesem Computer neu an.*verwalteten Identität läuft nach 3 Stunden/],
      'zh-Hans': [/请在那台计算机上重新登录。托管标识的令牌在 3 小时后过期/],
    },
    {
      // The seed names the service principal too: "melden Sie sich erneut an" comes before the secret is doubted.
      script: [pullRefused, ['auth-method', 'service-principal'], ['earlier-sign-in', 'over-three-hours']],
      en: [/Sign in again.*3 hours|3 hours.*[Ss]ign in again/s],
      de: [/Melden Sie sich neu an.*3 Stunden/s],
      'zh-Hans': [/重新登录.*3 小时/s],
    },
  ],
  'DE-P6b': [
    {
      script: [...withServicePrincipal, ['sp-secret-expiry', 'expired']],
      cause: 'sp-secret-expired',
      en: [
        /Let a subscription owner or account administrator reset the credentials.*new service principal/,
        'az ad app credential reset',
      ],
      de: [
        /einen Abonnementbesitzer oder Kontoadministrator, die Anmeldeinformationen zurückzusetzen.*neuen Dienstprinzipal/,
        'az ad app credential reset',
      ],
      'zh-Hans': [/请订阅所有者或帐户管理员重置凭据.*新的服务主体/, 'az ad app credential reset'],
    },
  ],
  'DE-P6c': [
    {
      script: [
        loginRefused,
        ['auth-method', 'repository-token'],
        ['token-status', 'enabled'],
        ['token-password', 'expired'],
      ],
      cause: 'repo-token-password-wrong',
      en: [
        'let the registry owner generate a new password for the token, or a new token',
        'az acr token credential generate',
      ],
      de: [
        'den Registrierungsbesitzer, ein neues Kennwort für das Token oder ein neues Token zu generieren',
        'az acr token credential generate',
      ],
      'zh-Hans': [/请注册表所有者为令牌生成新密码，或创建新令牌/, 'az acr token credential generate'],
    },
  ],
  'DE-P6-links': [
    {
      script: [pullRefused, ['auth-method', 'unknown'], ['earlier-sign-in', 'over-three-hours']],
      cause: 'entra-token-expired',
      pages: [
        {
          path: 'cli/azure/ad/sp/credential#az-ad-sp-credential-reset',
          en: 'Reset service principal credentials',
          de: /Dienstprinzipals? zurücksetzen/,
          'zh-Hans': '重置服务主体凭据',
        },
        regenerateToken,
        individualLogin,
      ],
    },
  ],
} satisfies Section;
