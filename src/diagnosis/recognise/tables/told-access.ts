import { table } from '../signature.js';
import {
  accessKey,
  adminUser,
  anonymous,
  around,
  clientSecret,
  expired,
  identity,
  missing,
  near,
  off,
  principal,
  refusal,
  registry,
  renewed,
  secret,
  wrong,
} from './words.js';

const armAudience =
  '{authentication-as-arm|authentication as arm|asarmpolicy|arm-audience|arm audience|arm token|arm-token|arm 令牌|arm 受众|jeton arm|jetons arm|token de arm|tokens arm|token arm|arm トークン|arm 対象}';

/** Credentials and rights as people tell them: a thing beside its fault, in any wording. */
export const toldAccessSignatures = table(
  {
    symptom: 'unauthorized',
    scope: 'generic',
    source: 'decision-tree.md §2 T2; auth-methods.md; localized.md',
    saidBy: 'person',
  },
  {
    'told-secret-expired': {
      label: 'the secret of the service principal expired',
      meaning: 'Somebody says that the secret or certificate of an application is over.',
      symptom: 'entra-code',
      find: [
        ...near(clientSecret, expired),
        ...near(principal, expired),
        `${secret}…${principal}…${expired}`,
        `${principal}…${secret}…${expired}`,
        `${principal}…${secret}…{a year ago|one year ago|last year|vor einem jahr|一年前}`,
        `${secret} {von|vom|aus dem|from|of} {letzte{m|n|s} jahr|vorjahr|last year}`,
      ],
      votes: { 'sp-secret-expired': 10 },
    },
    'told-secret-current': {
      label: 'the client secret is not expired',
      meaning: 'Somebody has looked at the end of the secret: it is still to come.',
      find: [
        `${clientSecret}……{not {yet |}expired|n't expired|hasn't expired|still valid|nicht abgelaufen|noch gültig|没有过期|没过期|未过期|还没到期|没有到期|未到期|pas expiré|encore valide|no ha caducado|期限は切れて{い|}ない|期限内}`,
      ],
      votes: { 'sp-secret-expired': -11, 'sp-secret-invalid': 4 },
    },
    'told-secret-wrong': {
      label: 'wrong client secret',
      meaning: 'The secret of an application is wrong, often its id was used.',
      symptom: 'entra-code',
      find: [
        ...near(clientSecret, wrong),
        '{secret id|secret-id|id of the secret|geheimnis-id|id des geheim|机密 id|机密id|密码 id|密码id|シークレット id|シークレットid}…{instead|statt|value|wert|而不是|值|値|ではなく}',
        '{id du secret|id del secreto|id do segredo|id de secret}…{lugar|vez|au lieu|valeur|valor}',
        '{value|wert|值|値|valeur|valor}…{secret id|geheimnis-id|id du secret|id del secreto|id do segredo|机密 id}',
      ],
      votes: { 'sp-secret-invalid': 9, 'credentials-invalid': 1 },
    },
    'told-application-missing': {
      label: 'the service principal was deleted',
      meaning: 'The user name is no application id: deleted, or the object id or display name was used.',
      symptom: 'unknown-application',
      find: [
        `${principal}…${missing}`,
        `{deleted|removed|gelöscht|entfernt|删除了|删了|supprimé|eliminó|eliminado|borró|borrado|apagou|excluiu|削除}…${principal}`,
        "{object id|object-id|objectid|objekt-id|objektid|对象 id|对象id|id de objeto|id do objeto|id d'objet|オブジェクト id|オブジェクトid|display name|anzeigename|显示名称}…{as |als |instead|statt|user|login|而不是|当作|作为|au lieu|comme|en lugar|como|em vez|ユーザー|ではなく}",
        '{instead of|statt|而不是|au lieu|en lugar|em vez}…{application id|client id|app id|appid|应用程序 id|客户端 id}',
      ],
      votes: { 'sp-not-found': 9 },
    },
    'told-admin-off': {
      label: 'the admin account is switched off',
      meaning: 'Somebody says that the admin user is off.',
      symptom: 'admin-disabled',
      find: [
        // az's fallback line says the same after every other fault.
        [/(?<!get |message: )admin[- ]?(?:user|account|konto|benutzer)/, 60, off],
        [adminUser.replace('admin user|admin account|admin-user|adminuser|', ''), 60, off],
        '{turned|switched|schalt|enabl|activat}…admin{ |-}user…{back on|on again|wieder ein|again}',
        [
          '{disabled|deactivated|deaktiviert|禁用了|关闭了|turned off|switched off|désactiv|desactiv|desativ}',
          10,
          '{admin user|admin account|admin-benutzer|管理员|compte admin}',
        ],
      ],
      votes: { 'admin-user-disabled': 12 },
    },
    'admin-off-shown': {
      label: '"adminUserEnabled": false',
      meaning: 'The properties of a registry, as shown: its admin user is off, as it is by default.',
      symptom: 'admin-disabled',
      scope: 'acr',
      saidBy: 'program',
      find: [
        "{admin-enabled false|admin_enabled{ |}= false|adminuserenabled'{:|: }false|adminuserenabled: false}",
      ],
      votes: { 'admin-user-disabled': 4 },
    },
    'told-admin-wanted': {
      label: 'requires the admin user',
      meaning: 'Something works only with the admin user, which is off here.',
      symptom: 'admin-disabled',
      find: [
        `{requir|needs|must have|only works with}…{acr |the |}admin {user|account|credential}`,
        "{not|n't} have {the |}admin {user|account} {enabled|on|turned on}",
        'admin {user|credential|account}{s|} to be enabled',
        'without {the |}admin {user|account|credential}',
        '{benötigt|braucht|verlangt}…admin{-|}{benutzer|konto}',
        '需要{启用|打开|开启}{|了}管理员',
      ],
      votes: { 'admin-user-disabled': 8 },
    },
    'told-admin-keys-renewed': {
      label: 'access key rotated',
      meaning: 'The admin password was made anew and an old one is still used.',
      find: [
        ...near(accessKey, renewed),
        'az acr credential renew',
        "admin{ |-}user……{hit|pressed|clicked|pushed} {'|}{regenerate|renew}",
      ],
      votes: { 'admin-password-wrong': 11 },
    },
    'told-moved': {
      label: 'the registry was moved to another resource group',
      meaning: 'A move takes inherited role assignments along no more.',
      symptom: 'unauthorized',
      find: [
        '{moved|migrated|verschoben|移动}…{resource group|ressourcengruppe|subscription|abonnement|资源组|订阅}',
      ],
      votes: { 'role-missing': 2.5 },
    },
    'told-anonymous-stale': {
      label: 'anonymous pull works after docker logout',
      meaning: 'Old stored credentials get in the way of anonymous pull.',
      find: [
        `${anonymous}……{logout|log out|logged out|abgemeldet|abmelden|注销|登出|退出登录|déconnex|déconnect|cerrar sesión|cerré sesión|ログアウト|sair·|saí·|config.json}`,
        `{logout|log out|logged out|abgemeldet|注销|登出|déconnex|cerrar sesión|ログアウト}……${anonymous}`,
        `${anonymous}……{always use|always send|will always|still send|immer|总是|toujours|siempre|sempre|stale|cached|stored|old |alte|gespeichert|旧|过期|缓存|ancien|périmé|antigu|antig|guardad|salv|古い|以前}`,
      ],
      votes: { 'anonymous-pull-stale-login': 11 },
    },
    'told-federation': {
      label: 'the federated credential has another subject',
      meaning: 'Somebody says that subject, issuer or audience of the federation do not fit.',
      symptom: 'entra-code',
      find: [
        '{federat|workload identity|workload-identity|oidc|föderiert|联合|联邦|fédér|フェデレーション}…{subject|issuer|audience|mismatch|not match|stimmt nicht|passt nicht|不匹配|correspond|coincide|一致し|主题}',
        '{subject|issuer|audience|betreff|使用者|サブジェクト}…{federat|workload identity|oidc|föderiert|联合|fédér|フェデレーション}',
      ],
      votes: { 'federation-mismatch': 9 },
    },
    'told-identity-missing': {
      label: 'managed identity is not attached',
      meaning: 'Somebody says that there is no managed identity, or the wrong one.',
      symptom: 'managed-identity',
      find: [
        `${identity}…{not assigned|isn't assigned|not attached|isn't attached|not enabled|isn't enabled|not configured|no identity|was removed|wrong|nicht zugewiesen|nicht aktiviert|未分配|没有分配|未启用|没有启用|pas attribuée|pas assignée|pas activée|no está|não está|não foi|割り当てられて|有効になって|無効}`,
        [
          '{·no |without|missing|ohne |keine|没有|未启用|sans |·sin |·sem }',
          18,
          '{managed identity|verwaltete identität|托管标识|identité managée|identidad administrada|identidade gerenciada}',
        ],
        ...near(identity, '{没有分配|未分配|没分配|未启用|没有启用|não atribuíd|sin asignar|non attribué}'),
        "identity…{this identity is not|identity isn't|is not} assigned to",
        'userassignedidentities…not assigned',
      ],
      votes: { 'managed-identity-unavailable': 9 },
    },
    'told-arm-audience': {
      label: 'authentication as ARM is off',
      meaning: 'Somebody says that the registry refuses tokens for Resource Manager.',
      symptom: 'exchange-401',
      find: [
        ...around(armAudience, off),
        ...around(armAudience, refusal),
        'configure-container-registry-to-audit-arm-audience',
      ],
      votes: { 'arm-audience-disabled': 11 },
    },
    'told-never-logged-in': {
      label: 'without docker login',
      meaning: 'Somebody says that nobody logged in.',
      symptom: 'no-credentials',
      find: [
        "{forgot to|never|without|haven't|didn't|not} {log in|login|logged in|logging in|sign in|run az acr login|docker login|run docker login|az acr login}",
        "{not|n't|without} {us{e|ing} |run{ning|} |call{ing|} |}{az |}acr login",
        '{nicht angemeldet|nicht eingeloggt|ohne login|ohne anmeldung|没有登录|未登录|没登录|忘了登录|忘记登录|pas connecté|sans me connecter|sin iniciar sesión|no he iniciado|sem fazer login|não fiz login|ログインしてい|ログインせず|ログインを忘れ}',
        "{had|have} to {first |}{perform|run|do}{:|} {an |}{'|}{az acr login|docker login}",
        "'imageregistrycredentials'…cannot be empty",
        'invalidimageregistry{password|username}',
      ],
      votes: { 'not-logged-in': 7 },
    },
    'told-password-wrong': {
      label: 'the password is wrong',
      meaning: 'Somebody says that a password is wrong.',
      find: [
        ...near(
          '{password|user name|username|kennwort|passwort|密码|用户名|mot de passe|contraseña|senha|パスワード}',
          wrong,
        ),
      ],
      fallback: true,
      votes: { 'credentials-invalid': 3.5 },
    },
    'told-registry-gone': {
      label: 'the registry was deleted',
      meaning: 'Somebody says that the registry does not exist.',
      symptom: 'resource-not-found',
      find: [[registry, 12, missing]],
      votes: { 'registry-not-found': 7 },
    },
  },
);
