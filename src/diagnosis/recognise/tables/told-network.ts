import { table } from '../signature.js';
import { around, near, off, other, refusal, registry, throttled } from './words.js';
import { firewall, outage, privateEndpoint, publicAccess, resolving, timeout } from './words-network.js';

/** Networks, limits and outages as people tell them. */
export const toldNetworkSignatures = table(
  {
    symptom: 'unreachable',
    scope: 'generic',
    source: 'decision-tree.md §2 T2; localized.md',
    saidBy: 'person',
  },
  {
    'told-firewall': {
      label: '403 from the firewall of the registry',
      meaning: 'Somebody speaks of network rules or addresses beside a refusal.',
      symptom: 'firewall-refusal',
      find: [...near(firewall, refusal), `${firewall}……·403·`],
      votes: { 'ip-not-allowed': 5.5, 'public-access-disabled': 3 },
    },
    'told-place-matters': {
      label: '403 from home, fine at the office',
      meaning: 'It depends on the place: the address is refused.',
      symptom: 'firewall-refusal',
      find: [
        ...around(
          '{·403·|forbidden|denied|not allowed|拒绝|refusé|denegad|negado|拒否|client with ip}',
          '{home office|homeoffice|from home|at home|·vpn·|office network|·büro·|zu hause|zuhause|在家|公司|办公室|au bureau|télétravail|desde casa|oficina|de casa|em casa|escritório|自宅|在宅|会社|オフィス|社内}',
        ),
      ],
      votes: { 'ip-not-allowed': 5 },
    },
    'told-public-access-off': {
      label: 'public network access is off',
      meaning: 'Somebody says that public access is off.',
      symptom: 'firewall-refusal',
      find: near(publicAccess, off),
      votes: { 'public-access-disabled': 8 },
    },
    'told-private-endpoint': {
      label: 'the name resolves past the private endpoint',
      meaning: 'A private endpoint and the resolution of the name are named together.',
      find: [
        ...around(privateEndpoint, resolving),
        '{nslookup|·dig }……cloudapp.azure.com',
        `{resolve|nslookup|auflös|aufgelöst|解析|résou|resuelv|名前解決|解決}…{public ip|public address|öffentliche|公网|公共 ip|adresse publique|ip publique|ip pública|ip público|endereço público|パブリック ip|グローバル ip}`,
        '{private dns zone|privatelink zone|private dns-zone|专用 dns 区域|zone dns privée|zona dns privada|プライベート dns}…{not linked|missing|no record|not |nicht|fehlt|没有|未|pas|manque|no |sin |não|sem |ない|ません}',
      ],
      votes: { 'private-endpoint-dns': 8 },
    },
    'told-no-answer': {
      label: 'registry is not reachable',
      meaning: 'Somebody says that nothing answers.',
      find: [
        ...near(registry, timeout),
        `{docker|push|pull|·az acr}…${timeout}`,
        ['{behind|hinter|通过|derrière|detrás de|atrás de}', 25, '{proxy|firewall|代理}'],
        'not a valid registry',
        '{·vpn·|zscaler|unternehmensnetz|company network|corporate network|公司网络}…{without|·off|disconnect|ohne|mobile|hotspot|关闭|断开}',
      ],
      fallback: true,
      votes: { 'connection-failed': 4 },
    },
    'told-certificate': {
      label: 'certificate of our proxy is self-signed',
      meaning: 'Somebody says that certificates are not trusted or inspected.',
      symptom: 'tls',
      find: [
        '{zertifikat|certificate|证书|certificat|certificado|証明書}…{nicht vertrau|untrusted|not trusted|unknown authority|self-signed|self signed|selbstsigniert|自签|不受信任|不信任|non approuvé|autosigné|auto-signé|no confiable|no es de confianza|autofirmado|não confiável|autoassinado|信頼|自己署名}',
        '{tls|ssl|https}{ |-}{inspection|interception|inspektion|aufbruch|检查|インスペクション}',
        '{zscaler|netskope|man-in-the-middle|corporate ca|company ca|root ca|unternehmens-ca}…{proxy|certificate|tls|ssl|x509|zertifikat|fail|ca·}',
        '{certificate|zertifikat|证书|certificat|certificado|証明書}…{clock|uhr|时钟|horloge|reloj|relógio|時計}',
      ],
      votes: { 'tls-untrusted': 8 },
    },
    'told-layers': {
      label: 'login works, the layers hang',
      meaning: 'Somebody says that the data endpoint or the storage behind it is blocked.',
      symptom: 'layer-download',
      find: [
        '{data endpoint|data-endpoint|datenendpunkt|数据终结点|point de terminaison de données|punto de conexión de datos|ponto de extremidade de dados|データ エンドポイント|データエンドポイント}…{block|timeout|timed out|fail|firewall|not |nicht|blockiert|无法|超时|没有|防火墙|bloqu|no |não|できない|ブロック|タイムアウト|ファイアウォール}',
        '{blob.core.windows.net|.data.azurecr.io|blob.core.chinacloudapi}…{block|fail|firewall|denied|not allowed|whitelist|allowlist|blockiert|防火墙|拦|无法|bloqu|autoris|permit|ブロック|遮断|ファイアウォール|proxy}',
        '{block|fail|firewall|denied|allow|blockiert|防火墙|拦|bloqu|ブロック|遮断|required|download}…{blob.core.windows.net|.data.azurecr.io}',
        '{layer|·layers|·blobs|schichten|层|couches|·capas·|camadas|レイヤー}…{hang|stall|stuck|timeout|timed out|never|retrying|hängen|bleibt|卡住|超时|一直|bloqué|se queda|cuelga|trava|止まる|タイムアウト|進まない}',
      ],
      votes: { 'data-endpoint-blocked': 7 },
    },
    'told-throttled': {
      label: 'the registry throttles us',
      meaning: 'Somebody says that requests are throttled.',
      symptom: 'throttled',
      find: [throttled],
      fallback: true,
      votes: { 'rate-limited': 5 },
    },
    'told-quota': {
      label: 'registry reached its storage limit',
      meaning: 'Somebody says that a limit of the tier is reached or asked.',
      symptom: 'quota',
      scope: 'registry',
      find: [
        `{registry|·acr·|basic|push}……{storage limit|quota|speicherlimit|speicherplatz|kontingent|size limit|disk full|storage is full|存储限制|存储空间|存储配额|存储容量|存储已满|配额|limite de stockage|espace de stockage|límite de almacenamiento|cuota|limite de armazenamento|cota de|ストレージ制限|ストレージの上限|ストレージ容量|クォータ|容量制限}`,
        `{storage limit|speicherlimit|存储限制|limite de stockage|límite de almacenamiento|limite de armazenamento|ストレージ|quota|配额|cuota}……{registry|·acr·|push|镜像|registro|registre|レジストリ}`,
        '{geo-replication|georeplication|geo replication|geo-replikation|异地复制|private endpoint|customer-managed|cmk|retention policy|zone redundancy|geo レプリケーション|dedicated data endpoint|content trust}…{basic|standard}·',
        '{registry|·acr·|sku|tier|basic}…{only|nur|仅|只|seulement|uniquement|solo|só|apenas|のみ} …premium',
        '{storage|speicher|存储|stockage|almacenamiento|armazenamento|ストレージ}…{used 100|100%|100 %|·full·|voll·|已满|用完|plein|lleno|cheio|いっぱい|上限}',
        'acr tasks requests for the registry',
        'not permitted. please file an azure support request',
      ],
      votes: { 'quota-exceeded': 8 },
    },
    'told-outage': {
      label: 'registry incident in the region',
      meaning: 'Somebody says that the service has a fault.',
      symptom: 'server-error',
      find: [...near(outage, registry), `${outage}…{pull|push|docker|·az acr}`],
      fallback: true,
      votes: { 'service-outage': 5.5 },
    },
    'told-other-subscription': {
      label: 'the registry is in another subscription',
      meaning: 'Somebody says that the registry is in another subscription.',
      symptom: 'resource-not-found',
      find: [
        '{az account list|az acr list}…{empty|leer|空|vide|vacía|vazia}',
        '{hub|prod|dev|default} subscription',
        `{wrong|not the default|falsche|falschen|错误的|mauvais|incorrecta|equivocada|errada|間違った} {azure |}{subscription|abonnement|订阅|suscripción|assinatura|サブスクリプション}`,
        [other, 25, '{subscription|abonnement|订阅|suscripción|assinatura|サブスクリプション}'],
        '{suscripción|assinatura|abonnement} {distinta|diferente|equivocada|incorrecta|errada|différent}',
      ],
      votes: { 'wrong-subscription': 5.5 },
    },
  },
);
