import { seedB } from '../texts.js';
import { loginRefused, toCredentialsInvalid, withServicePrincipal } from './moves.js';
import { newSecret, regenerateToken, rolesOverview } from './pages.js';
import type { Section } from './passage.js';

const wrongAdminPassword = [
  loginRefused,
  ['auth-method', 'admin-user'],
  ['admin-user', 'enabled'],
  ['admin-password', 'differs'],
] as const;
const wrongTokenPassword = [
  loginRefused,
  ['auth-method', 'repository-token'],
  ['token-status', 'enabled'],
  ['token-password', 'current'],
  ['token-sign-in', 'fails'],
] as const;

/** Seed B: error 3, "Unauthorized: authentication required". */
export const error3 = {
  'ZH-E3': [
    {
      script: [{ say: seedB.error3 }],
      asks: 'auth-method',
      en: ['The user name or password is not accepted', 'How do you sign in to the registry?'],
      de: [
        'Benutzername oder Kennwort wird nicht angenommen',
        'Wie melden Sie sich bei der Registrierung an?',
      ],
      'zh-Hans': ['用户名或密码未被接受', '你用什么方式登录注册表？'],
    },
  ],
  'ZH-E3-why': [
    {
      script: [...toCredentialsInvalid],
      cause: 'credentials-invalid',
      en: [/\(of a service principal, a repository token or the admin user\).*wrong, or has expired/],
      de: [
        /\(von einem Dienstprinzipal, einem Repositorytoken oder dem Administratorbenutzer\).*falsch oder abgelaufen/,
      ],
      'zh-Hans': [/服务主体、存储库令牌或管理员用户.*不正确，或者已过期/],
    },
  ],
  'ZH-E3-B1': [
    {
      script: wrongAdminPassword,
      cause: 'admin-password-wrong',
      en: [
        /compares your password with the two passwords in the Azure portal under \*\*Settings > Access keys/,
      ],
      de: [
        /vergleicht Ihr Kennwort mit den beiden Kennwörtern im Azure-Portal unter \*\*Einstellungen > Zugriffsschlüssel/,
      ],
      'zh-Hans': [/将你的密码与 Azure 门户中 \*\*设置 > 访问密钥\*\* 下的两个密码进行比较/],
    },
  ],
  'ZH-E3-B1n': [
    {
      script: wrongAdminPassword,
      cause: 'admin-password-wrong',
      en: [/password that you used before may have been regenerated/],
      de: [/Möglicherweise wurde Ihr bisheriges Kennwort neu generiert/],
      'zh-Hans': [/以前使用的密码可能已重新生成/],
    },
  ],
  'ZH-E3-B2': [
    {
      script: wrongTokenPassword,
      cause: 'repo-token-password-wrong',
      en: [
        /you are not sure about it, let the registry owner generate a new password/,
        /Save the new password at once: it is shown only once and cannot be read again after you close the page/,
      ],
      de: [
        /sind Sie nicht sicher, dann bitten Sie den Registrierungsbesitzer, ein neues Kennwort/,
        /Speichern Sie das neue Kennwort sofort: Es wird nur einmal angezeigt .*Seite geschlossen/,
      ],
      'zh-Hans': [
        /你不确定密码，请注册表所有者为令牌生成新密码/,
        /请立即保存新密码：它只显示一次，关闭页面后无法再读取/,
      ],
      pages: [regenerateToken],
    },
  ],
  'ZH-E3-B3': [
    {
      script: wrongTokenPassword,
      cause: 'repo-token-password-wrong',
      en: [/expiration dates: with this command, or in the Azure portal/, /az acr token show .*expiry/],
      de: [/Ablaufdatum an: mit diesem Befehl oder im Azure-Portal/, /az acr token show .*expiry/],
      'zh-Hans': [/到期日期：使用此命令，或在 Azure 门户/, /az acr token show .*expiry/],
      pages: [
        {
          path: 'azure/container-registry/container-registry-token-based-repository-permissions#show-token-details',
          en: 'Show token details',
          de: /Details eines Tokens/,
          'zh-Hans': '显示令牌详细信息',
        },
      ],
    },
  ],
  'ZH-E3-B4': [
    {
      script: [
        ...withServicePrincipal,
        ['sp-secret-expiry', 'current'],
        ['sp-sign-in', 'works'],
        ['permission-mode', 'legacy'],
        ['roles-legacy', 'none'],
      ],
      cause: 'role-missing',
      en: [
        /give the identity the right role on the registry/,
        /service principal, not to its application/,
        'az ad sp show',
      ],
      de: [
        /der Identität .*die richtige Rolle auf der Registrierung/,
        /Objekt-ID des Dienstprinzipals/,
        'az ad sp show',
      ],
      'zh-Hans': [/为该标识分配所需的角色/, /服务主体的对象 ID/, 'az ad sp show'],
      pages: [rolesOverview],
    },
  ],
  'ZH-E3-B5': [
    {
      script: [...withServicePrincipal, ['sp-secret-expiry', 'current'], ['sp-sign-in', 'fails']],
      cause: 'sp-secret-invalid',
      en: [
        /the value of the client secret as password/,
        /If you are not sure about the value, create a new secret/,
        /Save the new value at once.*shown only once; after you leave the page/,
      ],
      de: [
        /dem Wert des geheimen Clientschlüssels als Kennwort/,
        /Wenn Sie beim Wert nicht sicher sind, erstellen Sie ein neues Geheimnis/,
        /Speichern Sie den neuen Wert sofort.*nur einmal angezeigt; sobald Sie die Seite verlassen/,
      ],
      'zh-Hans': [
        /密码是客户端密码的值/,
        /如果不确定该值，请创建新的/,
        /请立即将新值保存.*只显示一次；离开该页面后/,
      ],
      pages: [newSecret],
    },
  ],
  'ZH-E3-B6': [
    {
      script: [...withServicePrincipal, ['sp-secret-expiry', 'expired']],
      cause: 'sp-secret-expired',
      en: [
        /az ad app credential list --id \S+ --query "\[\]\.endDateTime" -o tsv/,
        /in the column \*\*Expires\*\*/,
        'create a new secret',
      ],
      de: [
        /az ad app credential list --id \S+ --query "\[\]\.endDateTime" -o tsv/,
        /in der Spalte \*\*(Gültig bis|Läuft ab)\*\*/,
        /neuen Geheimnis/,
      ],
      'zh-Hans': [
        /az ad app credential list --id \S+ --query "\[\]\.endDateTime" -o tsv/,
        /\*\*过期\*\* 列/,
        /创建新的(客户端密码|机密)/,
      ],
      pages: [newSecret],
    },
  ],
} satisfies Section;
