/**
 * Words that people use for the things and faults around a registry, in the languages that the bot meets: English,
 * German, Chinese, French, Spanish, Portuguese, Japanese. Stems rather than words, so that endings do not matter.
 * Each is a `{a|b}` group of the notation of `ClueSource`.
 */

/** A `{a|b}` group. */
export function group(...words: readonly string[]): string {
  return `{${words.join('|')}}`;
}

/** Two notions on one line, in either order. */
export function near(one: string, other: string): readonly string[] {
  return [`${one}…${other}`, `${other}…${one}`];
}

/** Two notions within a few lines, in either order. */
export function around(one: string, other: string): readonly string[] {
  return [`${one}……${other}`, `${other}……${one}`];
}

export const expired = group(
  ...['·expir', 'lapsed', '·ran out', 'has run out', 'out of date'],
  ...['abgelaufen', 'läuft ab', 'lief ab', 'ablauf', '过期', '到期', '失效', 'arrivé à échéance', 'périmé'],
  ...['caduc', 'venció', 'vencid', 'venceu'],
  ...['期限切れ', '期限が切れ', '失効', '有効期限'],
);

export const off = group(
  ...['disabl', '·off·', 'not enabled', "isn't enabled", 'deactivat', 'deaktivier', 'ausgeschaltet'],
  ...[
    'abgeschaltet',
    'nicht aktiviert',
    '禁用',
    '未启用',
    '停用',
    '关闭',
    '关了',
    '没有启用',
    '没开',
    '关掉',
    '关上',
    '没启用',
  ],
  ...['désactiv', 'deshabilit', 'desactiv', 'inhabilit', 'desabilit', 'desativ'],
  ...['無効', 'オフ', 'enabled false', 'enabled: false', "enabled': false"],
);

export const wrong = group(
  ...['wrong', 'incorrect', 'invalid', 'mistyped', 'falsch', 'ungültig', '错误', '错了', '不正确', '不对'],
  ...['无效', 'incorrect', 'erroné', 'mauvais', 'invalide', 'incorrecta', 'equivocad', 'inválid', 'errad'],
  ...['incorret', '間違', '正しくない', '誤っ'],
);

export const missing = group(
  ...['·not found', 'not exist', "n't exist", 'no longer exist', 'missing', '·deleted', '·removed', '·gone·'],
  ...[
    'purged',
    "can't find",
    'cannot find',
    "couldn't find",
    "can't be found",
    'gelöscht',
    'existiert nicht',
  ],
  ...['nicht gefunden', 'nicht vorhanden', 'gibt es nicht', '不存在', '找不到', '被删', '已删', '删除了'],
  ...['introuvable', "n'existe", 'supprimé', 'no existe', 'no se encuentra', 'no encontrad', 'eliminad'],
  ...['não existe', 'não encontrad', 'excluíd', 'apagad', 'borrad', '存在しない', '存在しません', '見つから'],
  ...['削除'],
);

export const refusal = group(
  ...['·401·', '·403·', 'unauthorized', 'unauthorised', 'denied', 'forbidden', 'refused', 'rejected'],
  ...['authentication required', 'not allowed', 'not authorized', '·fail', 'blocked', 'verweigert'],
  ...['abgelehnt', 'abgewiesen', 'blockiert', 'schlägt', 'nicht erlaubt', '拒绝', '失败', '被拒', '未授权'],
  ...['refusé', 'échoue', 'échec', 'bloqué', 'interdit', 'denegad', 'rechazad', 'falla', 'bloquead'],
  ...['negado', 'recusad', 'falha', '拒否', '失敗', 'エラー'],
);

export const registry = group(
  ...['registry', '·registries', '·acr·', 'azurecr', 'registrierung', '注册表', '镜像仓库', 'registre'],
  ...['registro', 'レジストリ', '容器镜像'],
);

export const image = group(
  ...['·image', '·tag·', '·tags·', 'manifest', 'repositor', '·repo·', 'chart', 'artifact', '镜像', '标签'],
  ...['存储库', '仓库', '·imagen', 'etiqueta', '·imagem', '·imagens', 'dépôt', 'イメージ', 'タグ'],
  ...['リポジトリ', 'abbild', '清单'],
);

export const principal = group(
  ...['service principal', 'service-principal', 'serviceprincipal', 'dienstprinzipal', '·spn·', '·sp·'],
  ...['app registration', 'app-registrierung', 'appregistration', '服务主体', '应用注册', '应用程序注册'],
  ...['サービス プリンシパル', 'サービスプリンシパル', 'アプリの登録', 'entidad de servicio'],
  ...['entidade de serviço', 'principal de serviço', 'principal de servicio', 'principal de service'],
  ...['registro de aplic', "inscription d'app", '·appid·', 'clientid', 'client id', 'application id'],
);

export const clientSecret = group(
  ...['client secret', 'client-secret', 'clientsecret', 'client_secret', 'app secret', '·spn secret'],
  ...['clientschlüssel', 'client-geheimnis', '客户端密码', '客户端机密', '客户端密钥', 'secret client'],
  ...['secreto de cliente', 'secreto del cliente', 'segredo do cliente', 'segredo de cliente'],
  ...['クライアント シークレット', 'クライアントシークレット'],
);

export const secret = group(
  ...['secret', 'password', 'credential', 'certificate', 'geheimnis', 'kennwort', 'passwort', 'zertifikat'],
  ...['密码', '机密', '密钥', '凭据', '证书', 'mot de passe', 'certificat', 'contraseña', 'secreto', 'clave'],
  ...['certificado', 'senha', 'segredo', 'パスワード', 'シークレット', '証明書'],
);

export const adminUser = group(
  ...['admin user', 'admin account', 'admin-user', 'adminuser', 'admin-benutzer', 'adminbenutzer'],
  ...['admin-konto', 'administratorkonto', 'administratorbenutzer', '管理员用户', '管理员帐户', '管理员账户'],
  ...['管理员账号', '管理员帐号', 'admin 用户', 'admin用户', 'usuario admin', 'usuário admin'],
  ...['cuenta de admin', 'conta de admin', 'utilisateur admin', 'compte admin', "compte d'admin"],
  ...['管理者ユーザー', '管理者アカウント', '管理ユーザー', 'admin ユーザー'],
);

export const accessKey = group(
  ...['access key', 'admin key', 'admin password', 'admin credential', 'acr password', 'registry password'],
  ...['credential renew', '·password2·', 'zugriffsschlüssel', 'admin-passwort', 'admin-kennwort'],
  ...['访问密钥', '管理员密码', "clés d'accès", "clé d'accès", 'mot de passe admin', 'clave de acceso'],
  ...['claves de acceso', 'chave de acesso', 'chaves de acesso', 'senha do admin', 'contraseña de admin'],
  ...['アクセス キー', 'アクセスキー', '管理者パスワード'],
);

export const renewed = group(
  ...['regenerat', 'rotat', 'renewed', 'renewal', 'roll over', 'rolled', 'reset·', 'neu generiert'],
  ...[
    'neu erzeugt',
    'erneuer',
    'rotier',
    'geändert',
    'changed',
    '轮换',
    '重新生成',
    '更换',
    'régénér',
    'renouvel',
    'regener',
  ],
  ...['rotad', 'rotó', 'renovad', 'rotacion', '再生成', 'ローテーション', '更新'],
);

export const token = group(
  ...['token', '令牌', 'jeton', 'トークン', '·session', 'sitzung', 'sesión', 'sessão', 'セッション', '会话'],
  ...['my login', 'the login', 'sign-in', 'anmeldung', '登录', 'connexion', '登入'],
);

export const role = group(
  ...['·role', '·rolle', '·rbac', 'rollenzuweisung', '角色', '·rôle', '·rol·', '·papel', '·função', 'ロール'],
  ...['permission', 'berechtigung', '权限', 'permiso', 'permiss', '権限', 'acrpull', 'acrpush', 'acrdelete'],
  ...['assignment', 'zuweisung', 'attribution'],
);

export const roleName = group('acrpull', 'acrpush', 'acrdelete');

export const justNow = group(
  ...['minutes ago', 'minute ago', 'min ago', 'just now', 'seconds ago', 'moments ago', 'a minute later'],
  ...['a few minutes', 'right after', 'immediately after', '·gerade', 'soeben', 'eben erst', 'minuten'],
  ...['刚刚', '刚给', '刚才', '刚分', '分钟', 'viens d', 'vient d', 'il y a quelques', 'minutes', 'acabo de'],
  ...['acaban de', 'hace unos', 'minutos', 'acabei de', 'acabaram de', 'たった今', '分前', 'したばかり'],
);

export const given = group(
  ...['assign', 'grant', '·gave', 'given', '·added', '·got·', 'zugewiesen', 'vergeben', 'gegeben'],
  ...['erteilt', 'bekommen', '分配', '授予', '添加', '加了', '赋予', 'attribu', 'donné', 'ajouté', 'asign'],
  ...['otorg', 'atribu', 'conced', '割り当て', '付与', '追加'],
);

export const identity = group(
  ...['managed identity', 'managed identities', '·msi·', 'assigned identity', 'verwaltete identität'],
  ...['verwalteten identität', '托管标识', '托管身份', 'identité managée', 'identité gérée'],
  ...['identidad administrada', 'identidade gerenciada', 'マネージド id', 'マネージドid'],
);

export const anonymous = group(
  ...['anonymous pull', 'anonymous access', 'anonymous-pull', 'anonymouspull', 'anonyme', 'anonyme pull'],
  ...['匿名', 'anonymer', 'anonymen', 'anonymes', 'anonymously', 'anónim', 'anônim'],
);

export const locked = group(
  ...['·locked', '·lock·', 'read-only', 'readonly', 'immutable', 'quarantin', 'gesperrt', 'schreibgeschützt'],
  ...['quarantäne', '锁定', '锁了', '只读', '隔离', 'verrouill', 'lecture seule', 'quarantaine', 'bloquead'],
  ...['solo lectura', 'cuarentena', 'somente leitura', 'ロック', '読み取り専用', '検疫', '隔離'],
);

export const throttled = group(
  ...['throttl', 'rate limit', '·rate-limit', '·429·', 'gedrosselt', 'drossel', '限流', '限速'],
  ...[
    'too many requests',
    'zu viele anfragen',
    '请求过多',
    '请求太多',
    'trop de requêtes',
    'limitation de débit',
  ],
  ...['demasiadas solicitudes', 'demasiadas peticiones', 'muitas solicitações', 'muitas requisições'],
  ...['スロットリング', 'レート制限', '調整され'],
);

export const tenant = group(
  ...['tenant', 'mandant', '租户', 'locataire', 'inquilino', 'テナント', 'directory', 'verzeichnis'],
);

export const other = group(
  ...['·other', 'another', 'different', 'andere', 'fremd', '另一个', '其他', '别的', '不同', 'autre'],
  ...['différent', '·otro', '·otra', 'distint', '·outro', '·outra', 'diferent', '別の', '異なる', '違う'],
);

export const daemon = group(
  ...['docker daemon', 'docker-daemon', 'dockerd', 'docker desktop', 'docker engine', 'docker service'],
  ...[
    'docker-dienst',
    'daemon docker',
    'demonio',
    'démon docker',
    '·daemon',
    'docker 守护',
    'docker守护',
    'docker 服务',
  ],
  ...['docker デーモン', 'dockerデーモン'],
);

export const notRunning = group(
  ...['not running', "isn't running", "n't run", 'not started', "n't start", 'not installed', 'stopped'],
  ...["isn't installed", 'not supported', 'unavailable', 'no daemon', 'needs to be started', 'läuft nicht'],
  ...['läuft kein', 'gestartet', 'nicht installiert', '没有运行', '未运行', '没运行', '没有启动', '未启动'],
  ...['没启动', '没有安装', '未安装', '没装', '不支持', 'pas démarré', 'pas lancé', 'pas installé'],
  ...["n'est pas en", 'ne tourne pas', 'no está', 'não está', '起動し', '動いていない', '動作していない'],
  ...[
    'インストールされて',
    'サポートされ',
    'ne répond',
    'absent',
    'not responding',
    'no responde',
    'não responde',
  ],
  ...['antwortet nicht', '没起来', '起不来', '没有响应', '応答', "can't be reached", 'needs a'],
);

export const scopeMap = group(
  ...['scope map', ' scope-map', 'scopemap', '_repositories_', 'bereichszuordnung', '范围映射', '作用域映射'],
  ...['mappage d', 'carte d', 'mapa de ámbito', 'asignación de ámbito', 'mapa de escopo', 'スコープ マップ'],
  ...['スコープマップ'],
);

export const condition = group(...['condition', 'bedingung', '条件', 'condición', 'condição']);

export const eligible = group(
  ...['eligib', 'activat', 'aktivier', 'berechtigt', '激活', '符合条件', 'éligible', 'activé', 'elegib'],
  ...['elegív', 'activad', 'activar', 'ativad', 'ativar', '資格', 'アクティブ化', '有効化', 'アクティブ'],
);

export const key = group(
  ...['customer-managed key', 'customer managed key', '·cmk·', 'encryption key', 'key vault', 'keyvault'],
  ...[
    'schlüssel',
    '客户管理的密钥',
    '客户托管密钥',
    '密钥保管库',
    '加密密钥',
    'clé gérée',
    'clé de chiffrement',
  ],
  ...['clave administrada', 'clave de cifrado', 'chave gerenciada', 'chave de criptografia'],
  ...['カスタマー マネージド', 'カスタマーマネージド', '暗号化キー', 'キー コンテナー'],
);

export const encryption = group(
  ...['encrypt', '·cmk·', 'customer-managed', 'customer managed', 'verschlüssel', '加密', 'chiffrement'],
  ...['cifrado', 'criptografia', '暗号', 'clé gérée', 'administrada por el cliente', '客户管理'],
);

export const username = group(
  ...['user name', 'username', 'user-name', '·user·', 'benutzername', '用户名', "nom d'utilisateur"],
  ...['nombre de usuario', 'usuario', 'nome de usuário', 'usuário', 'ユーザー名', 'ユーザ名'],
);

export const platform = group(
  ...['arm64', '·arm·', 'amd64', 'x86', 'apple silicon', '·m1·', '·m2·', '·m3·', '·m4·', 'raspberry'],
  ...['architect', 'plattform', 'platform', 'architekt', '架构', '平台', 'plateforme', 'plataforma'],
  ...['arquitectura', 'arquitetura', 'アーキテクチャ', 'プラットフォーム', 'windows container'],
);
