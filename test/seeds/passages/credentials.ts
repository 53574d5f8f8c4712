import { loginRefused, toCredentialsInvalid, withServicePrincipal } from './moves.js';
import { abac, authOverview, entraCodes, individualLogin, rolesOverview, tokenPermissions } from './pages.js';
import type { Move, Section } from './passage.js';

const zero = '00000000-0000-0000-0000-000000000000';

/** The registry doesn't know the application that signs in. */
const unknownApplication: Move = {
  say: 'docker login contoso.azurecr.io\nError response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: Application not registered with AAD.',
};

/** Seed A: confirm credentials to access registry. */
export const credentials = {
  'DE-P3': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: ['Check what you use, or what the registry owner gave you'],
      de: ['Prüfen Sie, was Sie verwenden oder was Ihnen der Registrierungsbesitzer gegeben hat'],
      'zh-Hans': ['请检查你使用的，或注册表所有者给你的用户名和密码'],
    },
  ],
  'DE-P3a': [
    {
      script: [unknownApplication, ['auth-method', 'service-principal'], ['sp-application', 'not-found']],
      where: 'conversation',
      cause: 'sp-not-found',
      en: [
        'Sign in to the directory (tenant) of the registry',
        'sign in with an application of the directory that the registry belongs to',
      ],
      de: [
        'Melden Sie sich beim Verzeichnis (Mandanten) der Registrierung an',
        'mit einer Anwendung des Verzeichnisses an, zu dem die Registrierung gehört',
      ],
      'zh-Hans': ['请登录到注册表的目录（租户）', '请用注册表所属目录中的应用程序登录'],
    },
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: ['both from the directory (tenant) of the registry'],
      de: ['beides aus dem Verzeichnis (Mandanten) der Registrierung'],
      'zh-Hans': ['两者都来自注册表的目录（租户）'],
    },
  ],
  'DE-P3a1': [
    {
      script: [loginRefused, ['auth-method', 'service-principal'], ['sp-user-name', 'other']],
      cause: 'sp-not-found',
      en: ['Use the application (client) ID of the service principal as user name'],
      de: ['Verwenden Sie als Benutzernamen die Anwendungs-ID (Client-ID) des Dienstprinzipals'],
      'zh-Hans': ['请将服务主体的应用程序（客户端）ID 用作用户名'],
    },
  ],
  'DE-P3a2': [
    {
      script: [...withServicePrincipal, ['sp-secret-expiry', 'current'], ['sp-sign-in', 'fails']],
      cause: 'sp-secret-invalid',
      en: ['the value of the client secret as password'],
      de: ['dem Wert des geheimen Clientschlüssels als Kennwort'],
      'zh-Hans': [/密码是客户端(密码|机密)的值/],
    },
  ],
  'DE-P3b': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: [/Kubernetes, Azure DevOps or another Azure service .*check the registry settings there/],
      de: [
        /Kubernetes, Azure DevOps oder ein anderer Azure-Dienst .*dort die Einstellungen zur Registrierung/,
      ],
      'zh-Hans': [/Kubernetes、Azure DevOps 或其他 Azure 服务.*请检查其中的注册表设置/],
    },
    {
      script: [
        'start',
        ['situation', 'azure-service'],
        ['auth-method', 'managed-identity'],
        ['managed-identity', 'wrong-one'],
        ['registry', 'contoso'],
      ],
      cause: 'managed-identity-unavailable',
      en: ['Check that the service is set to pull with this identity'],
      de: ['Prüfen Sie, ob der Dienst so eingestellt ist, dass er mit dieser Identität pullt'],
      'zh-Hans': ['请检查服务是否设置为用这个标识拉取'],
    },
  ],
  'DE-P3c': [
    {
      script: [loginRefused, ['auth-method', 'exposed-token'], ['exposed-token-user', 'other']],
      cause: 'expose-token-username',
      en: [`Sign in with the user name \`${zero}\` and the token`, `--username ${zero} --password-stdin`],
      de: [`mit dem Benutzernamen \`${zero}\` und dem Token`, `--username ${zero} --password-stdin`],
      'zh-Hans': [`用户名是 \`${zero}\`，密码是该令牌`, `--username ${zero} --password-stdin`],
    },
  ],
  'DE-P3d': [
    {
      script: [
        {
          say: 'docker pull contoso.azurecr.io/public/app:1.0\nError response from daemon: Head "https://contoso.azurecr.io/v2/public/app/manifests/1.0": unauthorized: authentication required',
        },
        ['auth-method', 'anonymous'],
        ['anonymous-pull', 'on'],
        ['stored-credentials', 'stored'],
      ],
      cause: 'anonymous-pull-stale-login',
      en: [/Sign out of the registry.* Then pull again/, 'docker logout contoso.azurecr.io\ndocker pull'],
      de: [/von der Registrierung ab.* Pullen Sie dann/, 'docker logout contoso.azurecr.io\ndocker pull'],
      'zh-Hans': [/从注册表注销.*然后重新拉取/, 'docker logout contoso.azurecr.io\ndocker pull'],
    },
  ],
  'DE-P3-links': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      pages: [
        authOverview,
        rolesOverview,
        abac,
        individualLogin,
        {
          path: 'azure/container-registry/container-registry-auth-service-principal',
          en: 'Login with service principal',
          de: /Dienstprinzipal/,
          'zh-Hans': '使用服务主体登录',
        },
        {
          path: 'azure/container-registry/container-registry-authentication-managed-identity',
          en: 'Login with managed identity',
          de: /verwalteten Identität/,
          'zh-Hans': '使用托管标识登录',
        },
        tokenPermissions,
        {
          path: 'azure/container-registry/container-registry-authentication#admin-account',
          en: 'Login with admin account',
          de: /Administratorkonto/,
          'zh-Hans': '使用管理员帐户登录',
        },
        entraCodes,
        {
          path: 'cli/azure/acr#az-acr-login',
          en: 'az acr login reference',
          de: /Referenz.*az acr login|az acr login.*Referenz/,
          'zh-Hans': /az acr login 参考/,
        },
      ],
    },
  ],
} satisfies Section;
