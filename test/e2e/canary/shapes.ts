import { filler, guidOf } from './canary.js';

/** A secret of one shape as it stands in what people paste. */
export interface Shape {
  readonly name: string;
  readonly line: (core: string) => string;
  readonly literal?: (core: string) => string;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const acrKey = (core: string): string =>
  `${core}${filler(core, 42 - core.length)}+ACRA${filler(core, 5, 'end')}`;
const clientSecret = (core: string): string => `aB38Q~${core}${filler(core, 34 - core.length)}`;
const account = (core: string): string =>
  `${core}${filler(core, 76 - core.length)}+ASt${filler(core, 5, 'end')}A==`;
const bus = (core: string): string =>
  `${core}${filler(core, 33 - core.length)}+ASbA${filler(core, 5, 'end')}=`;
const old = (core: string): string => `${core}${filler(core, 32 - core.length)}`;
const chosen = (core: string): string => `Fa1se!${core}`;
const jwt = (core: string): string =>
  `${base64url({ alg: 'RS256', typ: 'JWT' })}.${base64url({ sub: core, aud: 'fake' })}.${filler(core, 20)}${core}${filler(core, 40, 'end')}`;
const pem = (core: string, end: string): string => {
  const lines = [0, 1, 2].map((i) => `${filler(core, 20, `${i}`)}${core}${filler(core, 28, `end ${i}`)}`);
  return ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join(end);
};

/** Every shape of secrets that people have pasted around a registry (security §4.1), made up. */
export const shapes: readonly Shape[] = [
  { name: 'ACR key, docker login', line: (it) => `docker login contoso.azurecr.io -u ci -p ${acrKey(it)}` },
  { name: 'ACR key, alone', line: (it) => acrKey(it) },
  { name: 'ACR key, two lines', line: (it) => acrKey(it).replace(/^(.{30})/, '$1\\\n') },
  { name: 'ACR key, JSON', line: (it) => `{"name":"password2","value":"${acrKey(it)}"}` },
  { name: 'client secret 8Q~', line: (it) => `the secret of the app is ${clientSecret(it)}` },
  {
    name: 'client secret 7Q~',
    line: (it) => `az login --service-principal -u x -p aB37Q~${it}${filler(it, 31 - it.length)}`,
  },
  {
    name: 'storage key',
    line: (it) =>
      `DefaultEndpointsProtocol=https;AccountName=x;AccountKey=${account(it)};EndpointSuffix=core.windows.net`,
  },
  {
    name: 'Service Bus',
    line: (it) =>
      `Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=all;SharedAccessKey=${bus(it)}`,
  },
  {
    name: 'annotated key',
    line: (it) => `${it}${filler(it, 52 - it.length)}JQQJ99CF${filler(it, 24, 'end')}`,
  },
  {
    name: 'old ACR password, JSON',
    line: (it) => `{"passwords":[{"name":"password","value":"${old(it)}"}]}`,
  },
  { name: 'old ACR password, alone', line: (it) => old(it) },
  { name: 'JWT, bearer', line: (it) => `Authorization: Bearer ${jwt(it)}` },
  { name: 'JWT, alone', line: (it) => jwt(it) },
  {
    name: 'JWT, unsigned',
    line: (it) => `${base64url({ alg: 'none' })}.${base64url({ sub: it, aud: 'fake' })}.`,
  },
  {
    name: 'JWE',
    line: (it) =>
      `${base64url({ alg: 'dir' })}..${filler(it, 16)}.${it}${filler(it, 40, 'end')}.${filler(it, 22, 'tag')}`,
  },
  { name: 'refresh token', line: (it) => `refresh_token=0.AX${filler(it, 20)}${it}${filler(it, 60, 'end')}` },
  { name: 'docker login -p', line: (it) => `docker login contoso.azurecr.io -u ci -p ${chosen(it)}` },
  {
    name: 'docker login --password, quoted',
    line: (it) => `docker login contoso.azurecr.io -u ci --password="${chosen(it)} with blanks"`,
  },
  {
    name: 'echo into --password-stdin',
    line: (it) => `echo ${chosen(it)} | docker login contoso.azurecr.io -u ci --password-stdin`,
  },
  {
    name: 'here-string',
    line: (it) => `docker login contoso.azurecr.io -u ci --password-stdin <<< ${chosen(it)}`,
  },
  { name: 'az acr login -p', line: (it) => `az acr login -n contoso -u ci -p ${old(it)}` },
  {
    name: '--docker-password',
    line: (it) =>
      `kubectl create secret docker-registry r --docker-username=ci --docker-password=${chosen(it)}`,
  },
  {
    name: '--src-creds',
    line: (it) => `skopeo copy --src-creds ci:${chosen(it)} docker://contoso.azurecr.io/a docker://b`,
  },
  { name: 'curl -u', line: (it) => `curl -u ci:${chosen(it)} https://contoso.azurecr.io/v2/_catalog` },
  { name: 'Basic header', line: (it) => `Authorization: Basic ${base64(`ci:${chosen(it)}`)}` },
  {
    name: 'config.json',
    line: (it) => `{"auths":{"contoso.azurecr.io":{"auth":"${base64(`ci:${chosen(it)}`)}"}}}`,
  },
  { name: 'identitytoken', line: (it) => `{"auths":{"contoso.azurecr.io":{"identitytoken":"${jwt(it)}"}}}` },
  {
    name: '.dockerconfigjson',
    line: (it) =>
      `.dockerconfigjson: ${base64(`{"auths":{"contoso.azurecr.io":{"auth":"${base64(`ci:${chosen(it)}`)}"}}}`)}`,
  },
  { name: 'Kubernetes data', line: (it) => `kind: Secret\ndata:\n  password: ${base64(chosen(it))}` },
  { name: 'URL userinfo', line: (it) => `https://ci:${it}@contoso.azurecr.io/v2/` },
  {
    name: 'SAS',
    line: (it) =>
      `https://x.blob.core.windows.net/l/a?sv=2023-01-03&se=2027-01-01&sr=b&sp=r&sig=${it}${filler(it, 25)}%3D`,
  },
  {
    name: 'SQL connection string',
    line: (it) => `Server=tcp:x.database.windows.net;User ID=ci;Password=${chosen(it)};Encrypt=True`,
  },
  {
    name: 'OAuth form',
    line: (it) => `grant_type=client_credentials&client_id=x&client_secret=${clientSecret(it)}&scope=y`,
  },
  { name: 'environment', line: (it) => `export AZURE_CLIENT_SECRET=${chosen(it)}` },
  { name: 'JSON key', line: (it) => `{"appId":"x","password":"${chosen(it)}","tenant":"y"}` },
  { name: 'PEM', line: (it) => pem(it, '\n') },
  { name: 'PEM, escaped', line: (it) => `{"key":"${pem(it, '\\n')}"}` },
  { name: 'cookie', line: (it) => `Cookie: ESTSAUTHPERSISTENT=0.AX${it}${filler(it, 60)}; other=1` },
  { name: 'IDENTITY_HEADER', line: (it) => `IDENTITY_HEADER=${guidOf(it)}`, literal: guidOf },
  { name: 'ghp_', line: (it) => `GH=ghp_${it}${filler(it, 36 - it.length)}` },
  { name: 'dckr_pat_', line: (it) => `dckr_pat_${it}${filler(it, 11)}` },
  { name: 'xoxb', line: (it) => ['xox', `b-123456789012-1234567890123-${it}${filler(it, 8)}`].join('') },
  { name: 'npm_', line: (it) => `npm_${it}${filler(it, 36 - it.length)}` },
  { name: 'prose, English', line: (it) => `my password is ${chosen(it)} and it worked last week` },
  { name: 'prose, German', line: (it) => `das Kennwort lautet ${chosen(it)}, gestern ging es noch` },
  { name: 'prose, Chinese', line: (it) => `密码是${chosen(it)}，昨天还能用` },
  { name: 'prose, French', line: (it) => `Mot de passe\u00a0: ${chosen(it)}` },
  { name: 'prose, Japanese', line: (it) => `パスワード：${chosen(it)}` },
  { name: 'prose, no word for it', line: (it) => `I always type ${chosen(it)} there` },
];

/** How a line comes: as it is, or as another program shows it. */
export const encodings: Readonly<Record<string, (line: string) => string>> = {
  plain: (line) => line,
  HTML: (line) => line.replaceAll(/[&<>"'+/=]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  URL: encodeURIComponent,
  base64,
};
