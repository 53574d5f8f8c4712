import { table } from '../signature.js';
import {
  around,
  daemon,
  encryption,
  expired,
  image,
  key,
  locked,
  missing,
  near,
  notRunning,
  off,
  platform,
  refusal,
} from './words.js';

/** The alternatives of a group, to be put into another one. */
const inner = (words: string): string => words.slice(1, -1);

const customerKey =
  '{customer-managed key|customer managed key|kundenseitig verwaltete|客户管理的密钥|客户托管密钥|clé gérée par le client|clave administrada por el cliente|chave gerenciada pelo cliente|カスタマー マネージド キー|カスタマーマネージドキー}';

const broken = `{${[missing, off, refusal, expired].map(inner).join('|')}|not supported|unavailable|not available|rotat|unwrap|wrapkey|no permission|keine berechtigung|没有权限}`;

/** The machine, the image and the registry's content as people tell them. */
export const toldContentSignatures = table(
  { symptom: 'other', scope: 'generic', source: 'decision-tree.md §2 T2; localized.md', saidBy: 'person' },
  {
    'told-daemon-down': {
      label: 'the docker daemon is stopped',
      meaning: 'Somebody says that no daemon runs.',
      symptom: 'docker-unavailable',
      scope: 'registry',
      find: [
        ...near(daemon, notRunning),
        '{verify|check|make sure|ensure} {if |that |whether |}docker is {installed|running}',
        [
          "docker {isn't|is not|was not|not|n'est pas|ist nicht|no está|não está|没有|没|未|が|は}",
          12,
          '{running|started|installed|启动|运行|安装|démarré|lancé|installé|gestartet|installiert|instalado|iniciado|起動|インストール}',
        ],
        "{docker|daemon}…{can't start|cannot start|could not start|nicht starten|无法启动|启动不了}",
        '{kein|keinen|no|sin|sans|sem|没有|没装} docker…{agent|runner|server|maschine|machine|host|vm·|container|机器|serveur|servidor|máquina|build}',
        '{agent|runner|server|maschine|machine|host|vm·|container|机器|serveur|servidor|máquina}…{kein|keinen|no|sin|sans|sem|没有|没装|without} docker·',
      ],
      votes: { 'docker-not-running': 7 },
    },
    'told-cloud-shell': {
      label: 'Cloud Shell has no docker daemon',
      meaning: 'Cloud Shell and the daemon are named together.',
      symptom: 'cloud-shell',
      scope: 'registry',
      find: [
        ...around(
          'cloud{ |-|}shell',
          '{daemon|docker desktop|docker is|docker isn|docker needs|docker build|docker push|docker ps|docker pull|dockerd|docker start|守护|デーモン|docker 无法|docker.sock|docker läuft|sans docker|no docker|demonio}',
        ),
      ],
      votes: { 'cloud-shell-no-daemon': 10 },
    },
    'told-docker-old': {
      label: 'docker is too old',
      meaning: 'Somebody says that the Docker client is old.',
      symptom: 'docker-outdated',
      find: [
        'docker{ client| version| engine|-client|-version| 客户端| 版本| クライアント|}…{too old|outdated|ancient|zu alt|veraltet|太旧|过旧|版本过低|版本太低|太老|trop ancien|trop vieux|obsolète|demasiado antig|muy antig|desactualizad|desatualizad|muito antig|古い|古すぎ}',
        '{old|ancient|alter|altes|旧版|vieux|ancienne version de|versión antigua de|versão antiga do|古い} docker',
      ],
      votes: { 'docker-too-old': 7 },
    },
    'told-store': {
      label: 'credential helper fails',
      meaning: 'Somebody speaks of the credential store.',
      symptom: 'credential-store',
      scope: 'registry',
      find: [
        "{credential helper|credential store|credentials store|credential-helper|credsstore|credhelpers|wincred|osxkeychain|keychain|secretservice|·pass·|schlüsselbund|anmeldeinformationsspeicher|凭据存储|凭据助手|凭证助手|凭据管理器|钥匙串|trousseau|llavero|keyring|資格情報ヘルパー|資格情報ストア|キーチェーン|docker-credential-}…{fail|error|not found|missing|locked|broken|cannot|can't|exit|corrupt|stale|fehl|nicht|gesperrt|失败|错误|找不到|无法|échoue|erreur|introuvable|verrouill|falla|error|no se encuentra|bloquead|falha|erro|não encontrad|失敗|エラー|見つから|ロック}",
        '{docker…config.json|docker\\config.json|.docker/config.json}…{being used by another|corrupt|invalid|broken|permission denied|beschädigt|损坏|denied|access}',
        'no credentials server url',
        '{executing|exec|running|calling|execing|invoking}…docker-credential-',
      ],
      votes: { 'docker-credential-store': 7 },
    },
    'told-image-missing': {
      label: 'the tag was deleted',
      meaning: 'Somebody says that an image or tag does not exist.',
      symptom: 'image-missing',
      find: [
        `${image}…${missing}`,
        `{not exist|non-exist|nonexist|missing|wrong|fehlende|falsche|不存在的|错误的|inexist} {tag|image|repository|manifest|标签|镜像}`,
        '{typo|tippfehler|写错|拼写|faute de frappe|errata|erro de digitação|タイプミス}…{tag|image|镜像|标签|repositor|タグ}',
      ],
      fallback: true,
      votes: { 'repository-or-tag-not-found': 4 },
    },
    'told-tag-missing': {
      label: 'the tag does not exist',
      meaning: 'Somebody says of a tag that it does not exist.',
      symptom: 'image-missing',
      find: [
        "·tag {does not exist|doesn't exist|was deleted|is missing|not exist|existiert nicht|gibt es nicht|n'existe|no existe|não existe}",
        'not exist{ing|} tag',
        '{标签不存在|タグが存在し|タグが見つか}',
      ],
      votes: { 'repository-or-tag-not-found': 8 },
    },
    'told-platform': {
      label: 'built on arm64, runs on amd64',
      meaning: 'Somebody speaks of platforms beside a failing image.',
      symptom: 'platform-missing',
      find: [
        ...around(
          platform,
          '{exec format|no matching manifest|no match for platform|not match|mismatch|nicht passend|passt nicht|不匹配|不支持|不兼容|ne correspond|incompatible|no coincide|incompatível|一致しない|対応して}',
        ),
        ...near(
          '{arm64|·arm·|apple silicon|·m1·|·m2·|·m3·|·m4·|raspberry pi}',
          '{amd64|x86|intel|linux/amd}',
        ),
      ],
      votes: { 'platform-mismatch': 8 },
    },
    'told-hub-instead': {
      label: 'goes to Docker Hub instead of the registry',
      meaning: 'The name lacks the login server.',
      symptom: 'image-unqualified',
      find: [
        ...near(
          '{docker hub|dockerhub|docker.io|docker-hub}',
          '{instead of|rather than|not to my|not our|not the acr|statt|anstatt|nicht in unsere|而不是|au lieu|en lugar|en vez|em vez|ao invés|ではなく}',
        ),
        [
          '{goes|went|going|pushed|pushes|geht|landet|·va |·vai |推|aller}',
          15,
          '{docker hub|dockerhub|docker.io}',
        ],
        [
          '{without|forgot|missing|ohne |sans |sin |sem }',
          20,
          '{login server|registry host|registry prefix|anmeldeserver|serveur de connexion|servidor de inicio de sesión|servidor de logon}',
        ],
        '{forgot|without|missing|lack|ohne|vergessen|没有|没加|缺少|忘|sans|oublié|sin |falta|sem |esqueci|なし|付け忘れ|付けず|付けて}…{login server prefix|login server name|registry name|registry prefix|acr prefix|azurecr.io prefix|registry-präfix|registrierungsnamen|前缀|préfixe|prefijo|prefixo|プレフィックス|.azurecr.io in front|.azurecr.io davor}',
        /invalid value: '\/?(?![^'/]{0,120}\.)[^']{1,120}': get https?:/,
      ],
      votes: { 'image-not-qualified': 10 },
    },
    'host-lost': {
      label: 'GET https:: UNAUTHORIZED',
      saidBy: 'program',
      meaning: 'A service built the request from a name without login server.',
      symptom: 'image-unqualified',
      scope: 'registry',
      find: ['get https:: unauthorized', 'get https:///v2/'],
      votes: { 'image-not-qualified': 11, 'role-missing': -8, 'credentials-invalid': -4 },
    },
    'told-upper-case': {
      label: 'upper case in the name',
      meaning: 'Somebody says that the name has capitals.',
      symptom: 'name-malformed',
      find: [
        ...near(
          '{upper case|uppercase|upper-case|capital letter|großbuchstab|großgeschrieben|大写|majuscule|mayúscula|maiúscula|大文字}',
          '{name|registry|image|repositor|tag|login|镜像|registre|registro|イメージ|レジストリ}',
        ),
      ],
      votes: { 'login-server-malformed': 8 },
    },
    'told-suffix': {
      label: 'azurecr.cn instead of azurecr.io',
      meaning: 'The login server lacks its suffix, or has that of another cloud or a typo.',
      symptom: 'name-malformed',
      find: [
        [
          '{without|forgot|missing|ohne |没有|漏|sans |oublié|sin |sem |なし|忘れ}',
          8,
          '{azurecr.io|azurecr.cn|suffix|后缀|sufijo|sufixo|サフィックス}',
        ],
        [
          '{azurecr.io|azurecr.cn|azurecr.us}',
          30,
          '{instead of|statt|而不是|au lieu d|en lugar de|en vez de|em vez de|ではなく}',
          8,
          '{azurecr|azure}',
        ],
      ],
      votes: { 'login-server-malformed': 8 },
    },
    'host-truncated': {
      label: 'lookup myregistry.azurecr: no such host',
      meaning: 'The suffix of the login server is cut off.',
      symptom: 'name-malformed',
      scope: 'registry',
      find: [/[a-z0-9]\.azurecr(?![\w.*[-])/],
      votes: { 'login-server-malformed': 8 },
    },
    'certificate-for-address': {
      label: "cannot validate certificate … doesn't contain any IP SANs",
      meaning: 'An address was used where the login server belongs.',
      symptom: 'name-malformed',
      scope: 'generic',
      find: ["cannot validate certificate for…doesn't contain any ip sans", "doesn't contain any ip sans"],
      votes: { 'login-server-malformed': 10, 'tls-untrusted': 2 },
    },
    'told-locked': {
      label: 'the tag is locked',
      meaning: 'Somebody speaks of a lock or quarantine.',
      symptom: 'disallowed-operation',
      find: [
        ...near(locked, image),
        '{write|delete|read}-enabled{ |=}false',
        '{registry|·acr·|resource group|ressourcengruppe|资源组|registre|registro}…{delete lock|read-only lock|readonly lock|cannotdelete|lösch-sperre|löschsperre|sperre|资源锁|verrou|bloqueo|bloqueio|ロック}',
        `quarantine{ |-}policy`,
      ],
      votes: { 'content-locked': 7 },
    },
    'told-key': {
      label: 'customer-managed key is not available',
      meaning: 'Somebody says that the customer-managed key or its vault is not usable.',
      symptom: 'cmk',
      scope: 'registry',
      find: [
        `${key}……${encryption}……${broken}`,
        `${encryption}……${key}……${broken}`,
        `${broken}……${key}……${encryption}`,
        `${customerKey}……${broken}`,
        `${broken}……${customerKey}`,
        '·cmk·……{firewall|fail|not supported|disabled|denied|unavailable|deleted|expired|error}',
      ],
      votes: { 'cmk-key-unavailable': 9 },
    },
    'told-pull-secret': {
      label: 'the pull secret is in another namespace',
      meaning: 'Somebody says that a pull secret is missing, wrong or elsewhere.',
      scope: 'registry',
      find: [
        ...near(
          '{pull secret|pullsecret|pull-secret|imagepullsecret|regcred|拉取密钥|拉取机密|镜像密钥|プル シークレット|プルシークレット|イメージプルシークレット|secret de pull|docker-registry}',
          `{namespace|namensraum|命名空间|espace de noms|espacio de nombres|名前空間|ネームスペース|${inner(missing)}|expired|abgelaufen|过期|期限|expiré|caduc|old password|altes kennwort|altes passwort|旧密码|stale|outdated|wrong|invalid|recreat}`,
        ),
        /secret '?[a-z0-9.-]{1,80}'? not found/,
        "secrets '…' not found",
        "'username' not found in json",
        'no username present in auth',
      ],
      votes: { 'aks-pull-secret-invalid': 10 },
    },
    'told-cluster-not-attached': {
      label: 'the cluster is not attached to the registry',
      meaning: 'Somebody says that cluster and registry are not linked.',
      scope: 'registry',
      find: [
        "{·aks|cluster|kubelet|集群|クラスター|node pool|nodepool}……{not attached|never attached|n't attach|no attach|not been attached|forgot to attach|nicht verbunden|nicht angebunden|ohne attach|未附加|没有附加|没有 attach|没attach|未 attach|pas attaché|pas été attaché|no está adjunt|sin attach|não está anexad|não foi anexad|アタッチされて|アタッチして|接続されて}",
        '{kubelet|agentpool}…{identity|identität|标识|identité|identidad|identidade|id·}……{acrpull|role|rolle|角色|rôle|rol·|função|ロール}…{missing|fehlt|没有|缺|manque|falta|ない|ありません|lack|not }',
        '{recreat|rebuilt|new |neue|重建|新建|新的|nouveau|nuevo|novo|新しい|再作成}…{·aks|cluster|node pool|nodepool|集群|クラスター}……{imagepullbackoff|errimagepull|401|unauthorized}',
      ],
      votes: { 'aks-identity-missing-role': 8 },
    },
    'told-provider': {
      label: 'resource provider Microsoft.ContainerRegistry is not registered',
      meaning: 'Somebody says that the resource provider is not registered.',
      symptom: 'provider-registration',
      scope: 'registry',
      find: [
        ...near(
          '{microsoft.containerregistry|containerregistry}',
          '{not registered|unregistered|nicht registriert|未注册|没有注册|non enregistré|pas enregistré|no registrad|no está registrad|não registrad|não está registrad|登録されて}',
        ),
      ],
      votes: { 'provider-not-registered': 11 },
    },
  },
);
