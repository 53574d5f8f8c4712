import { table } from '../signature.js';

/** Refusals by the network rules of the registry. */
export const firewallSignatures = table(
  {
    symptom: 'firewall-refusal',
    scope: 'acr',
    source: 'client-ip-address-not-allowed-access.md; clients.md §5',
  },
  {
    'firewall-client-ip': {
      label: "client with IP '…' is not allowed access",
      meaning:
        'The firewall of the registry refuses the address, or public access is off: the body is the same.',
      pattern: /client with ip [^\n]{0,90}(?:not allowed|is not allow)|is not allowed access\. refer/i,
      keys: ['client with ip', 'is not allowed access'],
      votes: { 'ip-not-allowed': 14, 'public-access-disabled': 11 },
    },
    'firewall-link': {
      label: 'https://aka.ms/acr/firewall',
      meaning: 'The link that the firewall adds to its refusal.',
      pattern: /aka\.ms\/acr\/firewall/i,
      votes: { 'ip-not-allowed': 3, 'public-access-disabled': 2 },
    },
    'firewall-cli': {
      label: "Looks like you don't have access to registry",
      meaning: '`GET /v2/` answered 403 to az.',
      pattern: /looks like you don[^\s]{0,2}t have access to registry/i,
      keys: ['looks like you don'],
      votes: { 'ip-not-allowed': 10, 'public-access-disabled': 8.5 },
    },
    'login-attempt-403': {
      label: 'login attempt … failed with status: 403 Forbidden',
      meaning: '`GET /v2/` answered 403 to Docker: network rules, or a proxy.',
      scope: 'registry',
      pattern: /login attempt[^\n]{0,160}failed with status: ?403/i,
      keys: ['login attempt'],
      votes: { 'ip-not-allowed': 8, 'public-access-disabled': 6.5, 'connection-failed': 4 },
    },
    'status-403': {
      label: '403 Forbidden',
      meaning: 'A client shows only the status: network rules more often than a right.',
      scope: 'registry',
      pattern:
        /\b403:? \(?Forbidden|(?:status(?: code)?|HTTP(?:\/\d\.\d)?)[:\s=(]{1,3}403\b|StatusCode[=:] ?403/i,
      keys: ['403'],
      votes: { 'ip-not-allowed': 4.5, 'public-access-disabled': 4, 'role-missing': 3 },
    },
    'denied-word': {
      label: 'denied',
      meaning: 'The client shows only the word of the refusal.',
      scope: 'registry',
      pattern:
        /["']message["']: ?["']denied["']|(?:\/v2\/[^\n]{0,200}|azurecr[^\n]{0,120}): denied[.:]?(?:\s|$)/im,
      keys: ['denied'],
      votes: { 'ip-not-allowed': 3, 'public-access-disabled': 2.8, 'role-missing': 2.6 },
    },
    'public-access-off': {
      label: 'publicNetworkAccess: Disabled',
      meaning: 'The text says that public network access is off, or that switching it changes the outcome.',
      pattern:
        /publicNetworkAccess["']?[:=\s]{1,3}["']?(?:Disabled|false)|public (?:network )?access[^\n]{0,40}(?:is|was|has been|to|=|:) ?["']?(?:now )?(?:disabled|turned off|deactivated)|(?:disabl|turn\w{0,3} off|deactivat)\w{0,4} (?:the )?public (?:network )?access|(?:enabl|turn\w{0,3} on)\w{0,3} (?:the )?public (?:network )?access|public-network-enabled false|öffentliche\w{0,2} (?:netzwerk)?zugriff[^\n]{0,30}deaktivier|禁用(?:了)?公(?:共|用)(?:网络)?访问|公(?:共|用)(?:网络)?访问[^\n]{0,10}(?:已)?禁用/i,
      keys: ['public', 'öffentliche', '公共', '公用'],
      votes: { 'public-access-disabled': 8 },
    },
  },
);

/** Nothing answers, or something in between answers. */
export const reachSignatures = table(
  {
    symptom: 'unreachable',
    scope: 'generic',
    source: 'container-registry-troubleshoot-access.md; clients.md §5, §7',
  },
  {
    'cannot-connect-login-server': {
      label: 'Could not connect to the registry login server',
      meaning: "az's sentence for DNS, TCP and TLS alike.",
      scope: 'acr',
      votes: {
        'connection-failed': 8,
        'registry-not-found': 6.5,
        'private-endpoint-dns': 5.5,
        'public-access-disabled': 4.5,
      },
    },
    'no-such-host': {
      label: 'no such host',
      meaning: 'The name does not exist, in the words of Go, .NET, Java, Node, Python and curl.',
      pattern:
        /no such host|ENOTFOUND|UnknownHostException|Name or service not known|nodename nor servname|could not resolve host|remote name could not be resolved|NXDOMAIN|name does not resolve|NameResolutionError|failed to resolve (?:specified fqdn|host|the host|['"][\w.-]{3,100}['"] \(\[Errno)|getaddrinfo failed|unable to resolve host/i,
      keys: [
        'no such host',
        'enotfound',
        'unknownhost',
        'service not known',
        'nodename',
        'could not resolve host',
        'could not be resolved',
        'nxdomain',
        'does not resolve',
        'nameresolutionerror',
        'failed to resolve',
        'getaddrinfo',
        'unable to resolve host',
      ],
      votes: {
        'registry-not-found': 7,
        'private-endpoint-dns': 5,
        'connection-failed': 5,
        'login-server-malformed': 4,
      },
    },
    'no-such-host-acr': {
      label: 'lookup ….azurecr.io … no such host',
      meaning: 'The login server is the name that does not exist.',
      scope: 'acr',
      pattern: /azurecr\.(?:io|cn|us)[^\n]{0,120}(?:no such host|NXDOMAIN)/i,
      keys: ['no such host', 'nxdomain'],
      votes: { 'registry-not-found': 2 },
    },
    'other-cloud-no-such-host': {
      label: 'lookup ….azurecr.cn … no such host',
      meaning: 'The suffix of another cloud is the likeliest slip for a name that does not exist there.',
      scope: 'acr',
      symptom: 'unreachable',
      pattern: /lookup [\w.-]{1,100}\.azurecr\.(?:cn|us|de)\b[^\n]{0,80}no such host/i,
      keys: ['no such host'],
      votes: { 'login-server-malformed': 5.5 },
    },
    'dns-server-failed': {
      label: 'server misbehaving',
      meaning: 'The resolver did not answer or refused.',
      pattern:
        /server misbehaving|temporary failure in name resolution|EAI_AGAIN|SERVFAIL|lookup [^\n]{1,120}(?:i\/o timeout|connection refused|cannot assign requested address|network is unreachable|write: operation not permitted)|read udp [^\n]{1,80}|DNS (?:server|resolution)[^\n]{0,60}(?:timed out|timeout|failed)/i,
      keys: [
        'server misbehaving',
        'temporary failure',
        'eai_again',
        'servfail',
        'lookup ',
        'read udp',
        'dns server',
        'dns resolution',
      ],
      votes: { 'connection-failed': 11, 'registry-not-found': -2 },
    },
    'private-zone-lookup': {
      label: 'lookup ….privatelink.azurecr.io … no such host',
      meaning: 'The private zone has no record for the registry.',
      scope: 'acr',
      pattern:
        /privatelink\.azurecr\.(?:io|cn|us)[^\n]{0,160}(?:no such host|NXDOMAIN|not (?:be )?(?:found|resolved)|can['’]?t find)/i,
      keys: ['privatelink.azurecr'],
      votes: { 'private-endpoint-dns': 10 },
    },
    'private-dns-routing': {
      label: 'DNS routing to registry "…" through private IP is incorrect',
      meaning: 'check-health --vnet: the name does not lead to the private endpoint.',
      scope: 'acr',
      pattern:
        /DNS routing[^\n]{0,140}(?:incorrect|verification failed|unreliable)|have private endpoints (?:to verify|in the vnet)|unresolvable host|host is not reachable/i,
      keys: ['dns routing', 'private endpoints', 'unresolvable host', 'host is not reachable'],
      votes: { 'private-endpoint-dns': 13 },
    },
    'resolves-public': {
      label: 'resolves to the public IP address',
      meaning: 'People say that the name leads to the public address in spite of a private endpoint.',
      pattern:
        /(?:resolv\w{1,4}|resolution)[^\n]{0,60}(?:to )?(?:a |the |its )?public (?:ip|address|endpoint)|(?:löst|auflös\w{0,4}|aufgelöst)[^\n]{0,60}öffentliche\w{0,2} (?:IP|Adresse)|öffentliche\w{0,2} (?:IP|Adresse)[^\n]{0,60}(?:aufgelöst|auflös)|解析[^\n]{0,12}公(?:共|用|网) ?(?:IP|地址)/i,
      keys: ['public', 'öffentliche', '解析'],
      votes: { 'private-endpoint-dns': 11 },
    },
    timeout: {
      label: 'i/o timeout',
      meaning: 'No answer in time.',
      pattern:
        /i\/o timeout|Client\.Timeout exceeded|context deadline exceeded|connection timed out|connect timed out|TLS handshake timeout|ETIMEDOUT|ConnectTimeout|Read timed out|ReadTimeout|operation timed out|SocketTimeoutException|WinError 10060|did not properly respond after a period|timed out (?:while )?(?:waiting|connecting)|request canceled while waiting|net\/http: timeout|connection attempt failed|dial tcp[^\n]{0,80}timeout/i,
      keys: [
        'timeout',
        'timed out',
        'deadline exceeded',
        '10060',
        'did not properly respond',
        'etimedout',
        'request canceled',
        'connection attempt failed',
      ],
      votes: { 'connection-failed': 9, 'service-outage': 2, 'public-access-disabled': 2 },
    },
    refused: {
      label: 'connection refused',
      meaning: 'The address answered, but not this port.',
      pattern:
        /connection refused|ECONNREFUSED|actively refused|WinError 10061|no route to host|network is unreachable|EHOSTUNREACH|ENETUNREACH/i,
      keys: [
        'connection refused',
        'econnrefused',
        'actively refused',
        '10061',
        'no route to host',
        'network is unreachable',
        'ehostunreach',
        'enetunreach',
      ],
      votes: { 'connection-failed': 9 },
    },
    broken: {
      label: 'connection reset by peer',
      meaning: 'The connection was cut, often by something in between.',
      pattern:
        /connection reset|ECONNRESET|forcibly closed|WinError 10054|RemoteDisconnected|connection aborted|(?:\/v2\/[^\n]{0,200}|tcp: |post [^\n]{1,200}|get [^\n]{1,200}|head [^\n]{1,200})\b(?:unexpected )?EOF\b|broken pipe|connection was closed|SSL: UNEXPECTED_EOF|unexpected eof while reading|http2: (?:server sent GOAWAY|client connection lost)|use of closed network connection/i,
      keys: [
        'connection reset',
        'econnreset',
        'forcibly closed',
        '10054',
        'remotedisconnected',
        'connection aborted',
        'eof',
        'broken pipe',
        'connection was closed',
        'http2:',
        'closed network connection',
      ],
      votes: { 'connection-failed': 8, 'service-outage': 2 },
    },
    'plain-http': {
      label: 'server gave HTTP response to HTTPS client',
      meaning: 'Something else than the registry answers on the port.',
      pattern: /gave HTTP response to HTTPS client|does not look like a TLS handshake|wrong version number/i,
      keys: ['http response to https', 'tls handshake', 'wrong version number'],
      votes: { 'connection-failed': 9 },
    },
    proxy: {
      label: 'proxyconnect tcp',
      meaning: 'The proxy failed or refused.',
      pattern:
        /proxyconnect tcp|Proxy Authentication Required|ProxyError|cannot connect to proxy|unable to connect to (?:the )?proxy|Tunnel connection failed|proxy (?:responded|returned)|407 proxy|\/v2\/[^\s"']{0,250}["']: (?:Forbidden|Bad Gateway|Service Unavailable)(?:\s|$)|ERR_PROXY|squid/im,
      keys: [
        'proxy',
        'tunnel connection failed',
        ': forbidden',
        ': bad gateway',
        ': service unavailable',
        'squid',
      ],
      votes: { 'connection-failed': 14, 'registry-not-found': -4 },
    },
    'new-connection': {
      label: 'Failed to establish a new connection',
      meaning: "Python's words for a failed connection.",
      pattern:
        /failed to establish a new connection|NewConnectionError|Max retries exceeded|unable to connect to the remote server|REQUEST_SEND_ERROR|error occurred while sending the request|Failed to connect to [\w.-]{3,100}(?: port)?/i,
      keys: [
        'new connection',
        'newconnectionerror',
        'max retries exceeded',
        'remote server',
        'request_send_error',
        'sending the request',
        'failed to connect to',
      ],
      votes: { 'connection-failed': 6 },
    },
  },
);

/** Certificates. */
export const tlsSignatures = table(
  { symptom: 'tls', scope: 'generic', source: 'Go crypto/x509; clients.md §7' },
  {
    'x509-untrusted': {
      label: 'x509: certificate signed by unknown authority',
      meaning: 'The client does not trust the certificate: interception, clock, missing CA.',
      pattern:
        /x509:|failed to verify certificate|certificate signed by unknown|certificate has expired|certificate is not (?:yet valid|trusted)/i,
      keys: [
        'x509:',
        'failed to verify certificate',
        'certificate signed by',
        'certificate has expired',
        'certificate is not',
      ],
      votes: { 'tls-untrusted': 12 },
    },
    'certificate-rejected': {
      label: 'certificate verify failed',
      meaning: 'The same in Python, Java, .NET, Node and curl.',
      pattern:
        /certificate[ _]verify[ _]failed|self[- ]signed certificate|unable to get local issuer|UNABLE_TO_(?:VERIFY|GET_ISSUER)\w{0,40}|CERT_HAS_EXPIRED|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|SSLHandshakeException|PKIX path|remote certificate (?:is invalid|was rejected)|RemoteCertificate\w{4,30}|SSL\/TLS secure channel|SSL certificate problem|tls: (?:bad certificate|handshake failure|unknown certificate)|SSLError|SSL connection could not be established|SSLCertVerification/i,
      keys: [
        'verify failed',
        'verify_failed',
        'self signed',
        'self-signed',
        'local issuer',
        'unable_to_',
        'cert_has',
        'depth_zero',
        'self_signed',
        'sslhandshake',
        'pkix',
        'remote certificate',
        'remotecertificate',
        'secure channel',
        'ssl certificate',
        'tls: ',
        'sslerror',
        'ssl connection',
        'sslcert',
      ],
      votes: { 'tls-untrusted': 11 },
    },
    'tls-cli': {
      label: 'Unable to establish a secure connection to the registry',
      meaning: "az's sentence for a failed TLS handshake.",
      scope: 'acr',
      votes: { 'tls-untrusted': 5, 'connection-failed': 2 },
    },
  },
);

/** Layers come from another host than manifests. */
export const layerSignatures = table(
  {
    symptom: 'layer-download',
    scope: 'registry',
    source: 'container-registry-dedicated-data-endpoints.md; clients.md §7',
  },
  {
    'layer-host-unreachable': {
      label: 'Get "https://….blob.core.windows.net/…": dial tcp',
      meaning: 'The host of the layers is not reached or not resolved.',
      pattern:
        /\.(?:blob\.core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net)|data\.azurecr\.(?:io|cn|us))\b[^\n]{0,1200}(?:dial tcp|no such host|timeout|timed out|refused|reset by peer|EOF\b|403|not authorized|x509|deadline exceeded|could not resolve|AuthorizationFailure|Forbidden)/i,
      keys: ['.blob.core.', '.data.azurecr.'],
      votes: { 'data-endpoint-blocked': 16 },
    },
    'layer-download-failed': {
      label: 'download failed after attempts',
      meaning: 'The manifest came, the layers did not.',
      pattern: /download failed after attempts|error pulling image configuration/i,
      keys: ['download failed after', 'error pulling image configuration'],
      votes: { 'data-endpoint-blocked': 13 },
    },
    'layer-open-failed': {
      label: 'failed to copy: httpReadSeeker: failed open',
      meaning: 'containerd could not open a layer.',
      pattern: /httpReadSeeker: failed open: failed to do request/i,
      votes: { 'data-endpoint-blocked': 10 },
      keys: ['httpreadseeker'],
    },
    'storage-refusal': {
      label: 'This request is not authorized to perform this operation',
      meaning: 'The storage account behind the data endpoint refused.',
      scope: 'azure',
      pattern: /request is not authorized to perform this operation|<Code>AuthorizationFailure/i,
      keys: ['not authorized to perform this operation', 'authorizationfailure'],
      votes: { 'data-endpoint-blocked': 6 },
    },
    'storage-header': {
      label: 'Authentication information is not given in the correct format',
      meaning: 'The Authorization header was sent on to the storage: follow the redirect without it.',
      scope: 'azure',
      pattern: /authentication information is not given in the correct format|InvalidAuthenticationInfo/i,
      keys: ['authentication information', 'invalidauthenticationinfo'],
      votes: { unknown: 7, 'client-defect': 6 },
    },
    'vnet-image-pull': {
      label: 'Image pull over VNET failed',
      meaning: 'App Service pulls through its network integration and names no reason.',
      scope: 'azure',
      pattern:
        /pulling docker image[^\n]{0,160}over VNET failed|attempting to pull image[^\n]{0,160}from VNET/i,
      keys: ['vnet'],
      votes: { 'private-endpoint-dns': 5, 'public-access-disabled': 4.8, 'connection-failed': 4 },
    },
  },
);
