/** Outputs in the forms that the programs document, made up: name → text. */

export const checkHealth = {
  well: `WARNING: Docker daemon status: available
WARNING: Docker version: 'Docker version 24.0.7, build 311b9ff, platform linux/amd64'
WARNING: Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK
WARNING: Azure CLI version: 2.45.0
WARNING: DNS lookup to contoso.azurecr.io at IP 203.0.113.7 : OK
WARNING: Challenge endpoint https://contoso.azurecr.io/v2/ : OK
WARNING: Fetch refresh token for registry 'contoso.azurecr.io' : OK
WARNING: Fetch access token for registry 'contoso.azurecr.io' : OK
WARNING: Helm version: 3.14.0
WARNING: Notary version: 0.6.0
WARNING:
Please refer to https://aka.ms/acr/health-check for more information.`,
  /** As it looks without levels, in the documentation and in a terminal without colours. */
  bare: `Docker daemon status: available
Docker version: Docker version 26.1.5, build 1e5f5b9, platform linux/amd64
Docker pull of 'mcr.microsoft.com/mcr/hello-world:latest' : OK
Azure CLI version: 2.91.0
DNS lookup to contoso.azurecr.io at IP 10.1.2.3 : OK
Challenge endpoint https://contoso.azurecr.io/v2/ : OK
Fetch refresh token for registry 'contoso.azurecr.io' : OK
Fetch access token for registry 'contoso.azurecr.io' : OK
2026-11-20 08:00:01.000001 An error occurred: HELM_COMMAND_ERROR
Please verify if Helm is installed.`,
} as const;

/** What `--ignore-errors` prints after a step that failed. */
export function failedHealth(code: string, sentence: string, before: readonly string[] = []): string {
  return [
    ...before.map((line) => `WARNING: ${line}`),
    `ERROR: 2026-11-20 08:00:01.000001 An error occurred: ${code}`,
    sentence,
  ].join('\n');
}

export const nslookup = {
  bind: `Server:\t\t10.0.0.10
Address:\t10.0.0.10#53

Non-authoritative answer:
contoso.azurecr.io\tcanonical name = contoso.privatelink.azurecr.io.
Name:\tcontoso.privatelink.azurecr.io
Address: 10.1.2.3`,
  windows: `Server:  UnKnown
Address:  192.168.1.1

Non-authoritative answer:
Name:    r0042.weu.azurecr.example
Addresses:  2001:db8::7
          203.0.113.7
Aliases:  contoso.azurecr.io
          contoso.privatelink.azurecr.io`,
  busybox: `Server:    10.96.0.10
Address:   10.96.0.10:53

Name:      contoso.azurecr.io
Address: 203.0.113.7`,
  missing: `Server:\t\t10.0.0.10
Address:\t10.0.0.10#53

** server can't find contoso.azurecr.io: NXDOMAIN`,
  missingWindows: `Server:  dc1.corp.example
Address:  10.0.0.4

*** dc1.corp.example can't find contoso.azurecr.io: Non-existent domain`,
  failed: `Server:\t\t10.0.0.10
Address:\t10.0.0.10#53

** server can't find contoso.azurecr.io: SERVFAIL`,
} as const;

const digHead = (status: string) => `; <<>> DiG 9.18.28-1~deb12u2-Debian <<>> contoso.azurecr.io
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 4711
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

;; QUESTION SECTION:
;contoso.azurecr.io.\t\tIN\tA
`;
const digEnd =
  '\n;; Query time: 4 msec\n;; SERVER: 10.0.0.10#53(10.0.0.10) (UDP)\n;; WHEN: Fri Nov 20 08:00:00 UTC 2026';

export const dig = {
  found: `${digHead('NOERROR')}
;; ANSWER SECTION:
contoso.azurecr.io.\t60\tIN\tCNAME\tcontoso.privatelink.azurecr.io.
contoso.privatelink.azurecr.io. 10 IN\tA\t10.1.2.3
${digEnd}`,
  missing: `${digHead('NXDOMAIN')}${digEnd}`,
  failed: `${digHead('SERVFAIL')}${digEnd}`,
  silent: `; <<>> DiG 9.18.28 <<>> contoso.azurecr.io
;; global options: +cmd
;; no servers could be reached`,
} as const;

const curlTls = `* Host contoso.azurecr.io:443 was resolved.
* IPv6: (none)
* IPv4: 203.0.113.7
*   Trying 203.0.113.7:443...
* Connected to contoso.azurecr.io (203.0.113.7) port 443
* ALPN: curl offers h2,http/1.1
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384 / x25519 / RSASSA-PSS
* Server certificate:
*  subject: CN=*.azurecr.io
*  issuer: C=US; O=Microsoft Corporation; CN=Microsoft Azure RSA TLS Issuing CA 04
*  SSL certificate verify ok.
> GET /v2/ HTTP/1.1
> Host: contoso.azurecr.io
> User-Agent: curl/8.5.0
> Accept: */*
>
`;

export const curl = {
  challenged: `${curlTls}< HTTP/1.1 401 Unauthorized
< Server: AzureContainerRegistry
< Www-Authenticate: Bearer realm="https://contoso.azurecr.io/oauth2/token",service="contoso.azurecr.io"`,
  forbidden: `${curlTls}< HTTP/1.1 403 Forbidden
< Server: AzureContainerRegistry`,
  foreignRealm: `${curlTls}< HTTP/1.1 401 Unauthorized
< Www-Authenticate: Bearer realm="https://evil.example/oauth2/token",service="contoso.azurecr.io"`,
  refused: `*   Trying 10.1.2.3:443...
* connect to 10.1.2.3 port 443 failed: Connection refused
* Failed to connect to contoso.azurecr.io port 443 after 3 ms: Couldn't connect to server
* Closing connection 0
curl: (7) Failed to connect to contoso.azurecr.io port 443 after 3 ms: Couldn't connect to server`,
  unresolved: `* Could not resolve host: contoso.azurecr.io
* Closing connection 0
curl: (6) Could not resolve host: contoso.azurecr.io`,
  intercepted: `*   Trying 203.0.113.7:443...
* Connected to contoso.azurecr.io (203.0.113.7) port 443 (#0)
*  issuer: O=Fabrikam; CN=Fabrikam Proxy CA
* SSL certificate problem: unable to get local issuer certificate
curl: (60) SSL certificate problem: unable to get local issuer certificate`,
  /** Without TLS anybody on the way may have answered. */
  plain: `*   Trying 203.0.113.7:80...
* Connected to contoso.azurecr.io (203.0.113.7) port 80 (#0)
> GET /v2/ HTTP/1.1
> Host: contoso.azurecr.io
< HTTP/1.1 403 Forbidden`,
  proxyRefuses: `* Uses proxy env variable HTTPS_PROXY == 'http://proxy.corp.example:8080'
*   Trying 10.9.9.9:8080...
* Connected to proxy.corp.example (10.9.9.9) port 8080 (#0)
* Establish HTTP proxy tunnel to contoso.azurecr.io:443
> CONNECT contoso.azurecr.io:443 HTTP/1.1
> Host: contoso.azurecr.io
< HTTP/1.1 403 Forbidden
* CONNECT tunnel failed, response 403
curl: (56) CONNECT tunnel failed, response 403`,
} as const;

export const checkAcr = {
  well: `Merged "contoso-aks" as current context in /tmp/tmpabc
[2026-11-20T08:00:00Z] Checking host name resolution (contoso.azurecr.io): SUCCEEDED
[2026-11-20T08:00:00Z] Canonical name for ACR (contoso.azurecr.io): r0042.weu.azurecr.example.
[2026-11-20T08:00:00Z] ACR location: westeurope
[2026-11-20T08:00:00Z] Checking managed identity...
[2026-11-20T08:00:01Z] Validating managed identity existance: SUCCEEDED
[2026-11-20T08:00:01Z] Validating image pull permission: SUCCEEDED
[2026-11-20T08:00:01Z]
Your cluster can pull images from contoso.azurecr.io!`,
  noName: '[2026-11-20T08:00:00Z] Checking host name resolution (contoso.azurecr.io): FAILED',
} as const;

export const docker = {
  both: `Client: Docker Engine - Community
 Version:           28.2.2
 API version:       1.50
 Go version:        go1.24.3
 OS/Arch:           linux/amd64
 Context:           default

Server: Docker Engine - Community
 Engine:
  Version:          28.2.2
  API version:      1.50 (minimum version 1.24)`,
  clientOnly: `Client:
 Version:           28.2.2
 API version:       1.50
 OS/Arch:           linux/amd64
 Context:           default`,
  down: `Client: Docker Engine - Community
 Version:           17.12.1
 API version:       1.35
Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?`,
  info: `Client: Docker Engine - Community
 Version:    24.0.7
 Context:    default
 Debug Mode: false

Server:
 Containers: 3
  Running: 1
 Server Version: 24.0.7
 Storage Driver: overlay2`,
  short: 'Docker version 28.2.2, build e6534b4',
  podman: `Client: Podman Engine
Version:      4.3.1
API Version:  4.3.1`,
} as const;

const pod = (event: string) => `Name:             web-7d4b9c-abcde
Namespace:        default
Service Account:  default
Node:             aks-pool-1/10.224.0.4
Containers:
  web:
    Image:          contoso.azurecr.io/team/app:1
    State:          Waiting
Events:
  Type     Reason     Age   From               Message
  ----     ------     ----  ----               -------
  Normal   Scheduled  5m    default-scheduler  Successfully assigned default/web-7d4b9c-abcde to aks-pool-1
  ${event}`;
const failed =
  'Warning  Failed     5m    kubelet            Failed to pull image "contoso.azurecr.io/team/app:1": failed to do request: Head "https://contoso.azurecr.io/v2/team/app/manifests/1": dial tcp';

export const kubectl = {
  noName: pod(`${failed}: lookup contoso.azurecr.io on 10.0.0.10:53: no such host`),
  timeout: pod(`${failed} 10.1.2.3:443: i/o timeout`),
  pulled: pod(
    'Normal   Pulled     4m    kubelet            Successfully pulled image "contoso.azurecr.io/team/app:1" in 2s',
  ),
} as const;

export const subscription = '11111111-2222-4333-8444-555555555555';
const tenant = '99999999-8888-4777-8666-555555555555';

export const azAccount = `{
  "environmentName": "AzureCloud",
  "homeTenantId": "${tenant}",
  "id": "${subscription}",
  "isDefault": true,
  "managedByTenants": [],
  "name": "Dev",
  "state": "Enabled",
  "tenantId": "${tenant}",
  "user": { "name": "dana@contoso.example", "type": "user" }
}`;

export const azRoles = {
  table: `Principal                             Role      Scope
------------------------------------  --------  ----------------------------------------------------------------
7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11  AcrPull   /subscriptions/${subscription}/resourceGroups/rg1/providers/Microsoft.ContainerRegistry/registries/contoso
7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11  My Role   /subscriptions/${subscription}`,
  json: `[
  {
    "principalName": "7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11",
    "principalType": "ServicePrincipal",
    "roleDefinitionName": "AcrPush",
    "scope": "/subscriptions/${subscription}/resourceGroups/rg1"
  }
]`,
} as const;
