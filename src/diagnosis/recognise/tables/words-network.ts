import { group } from './words.js';

/** Words for networks and outages; see `words.ts`. */

export const publicAccess = group(
  ...['public network access', 'public access', 'public endpoint', 'publicnetworkaccess'],
  ...['öffentlicher netzwerkzugriff', 'öffentlichen netzwerkzugriff', 'öffentlicher zugriff'],
  ...['öffentlichen zugriff', '公共网络访问', '公用网络访问', '公共访问', '公网访问', '公网'],
  ...['accès public', 'accès réseau public', 'acceso público', 'acceso de red pública'],
  ...['acceso a la red pública', 'acesso público', 'acesso à rede pública', 'rede pública'],
  ...['パブリック アクセス', 'パブリックアクセス', 'パブリック ネットワーク', 'パブリックネットワーク'],
);

export const privateEndpoint = group(
  ...['private endpoint', 'private link', 'privatelink', 'privaten endpunkt', 'privater endpunkt'],
  ...['private endpunkt', '专用终结点', '私有终结点', '专用端点', '专用链接', '私网终结点'],
  ...['point de terminaison privé', 'endpoint privé', 'punto de conexión privado', 'endpoint privado'],
  ...['ponto de extremidade privado', 'プライベート エンドポイント', 'プライベートエンドポイント'],
);

export const resolving = group(
  ...['·dns·', 'nslookup', 'resolve', 'resolving', 'resolution', '·dig ', 'auflös', 'aufgelöst', 'löst'],
  ...['解析', 'résou', 'résolution', 'resuelv', 'resolución', 'resolução', '名前解決', '公网 ip', '公网ip'],
);

export const firewall = group(
  ...['firewall', 'ip rule', 'network rule', 'selected networks', 'allowed ip', 'ip allow', 'whitelist'],
  ...['allowlist', 'service endpoint', 'netzwerkregel', 'ip-regel', 'ip-adresse', 'ip address', '防火墙'],
  ...['白名单', '网络规则', 'pare-feu', 'adresse ip', 'règle réseau', 'cortafuegos', 'dirección ip'],
  ...['regla de red', 'endereço ip', 'regra de rede', 'ファイアウォール', 'ip アドレス', 'ipアドレス'],
);

export const outage = group(
  ...['outage', 'incident', 'degraded', 'azure status', 'service health', '·5xx·', 'störung', '故障', '宕机'],
  ...['·panne', 'caída', 'interrupción', 'interrupção', '·queda', '障害', '·502·', '·503·', '·504·'],
  ...['internal server error', 'bad gateway', 'service unavailable'],
);

export const timeout = group(
  ...['timeout', 'time out', 'timed out', 'times out', 'hangs', 'unreachable', 'not reachable'],
  ...["can't reach", 'cannot reach', 'fetch failed', 'socket hang up', 'zeitüberschreitung', 'hängt'],
  ...['nicht erreichbar', '超时', '连不上', '无法连接', '连接失败', "délai d'attente", 'injoignable'],
  ...['tiempo de espera', 'no responde', 'inaccesible', 'tempo limite', 'inacessível', 'タイムアウト'],
  ...['接続できない', '接続できません', '繋がらない', 'つながらない', 'プロキシ', '代理'],
);
