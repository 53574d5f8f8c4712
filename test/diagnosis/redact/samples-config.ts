import { base64, fakeAcrKey, fakeEntraSecret, fakeJwt, fakeLegacyPassword } from './keys.js';
import type { Sample } from './samples-commands.js';

const acr = fakeAcrKey(11);
const old = fakeLegacyPassword(12);
const old2 = fakeLegacyPassword(17);
const eight = fakeEntraSecret(13);
const jwt = fakeJwt(15);
const human = 'FakePassw0rd!EXAMPLE';
const auth = base64(`contoso:${human}`);
const config = JSON.stringify({ auths: { 'contoso.azurecr.io': { auth } } });
const pretty = JSON.stringify({ auths: { 'contoso.azurecr.io': { auth } } }, null, 2);
const b64 = fakeAcrKey(19) + fakeAcrKey(20);
const storage = `${b64.replace(/[+/]/g, 'k').slice(0, 86)}==`;
const pem = `-----BEGIN PRIVATE KEY-----\nFAKEMIIEvQIBADANBgkqhkiG9w0\nBAQEFAASC\n-----END PRIVATE KEY-----`;

/** Settings, files, headers, addresses, tables. */
export const CONFIG_SAMPLES: readonly Sample[] = [
  [
    'credential show',
    `{\n "passwords": [\n  {\n   "name": "password",\n   "value": "${old}"\n  },\n  {\n   "name": "password2",\n   "value": "fakefake"\n  }\n ],\n "username": "contoso"\n}`,
    [old, 'fakefake'],
    ['"username": "contoso"', '"password2"'],
  ],
  ['credential list', `"passwords": ["fakefake1", "fakefake2"]`, ['fakefake1', 'fakefake2']],
  [
    'credential yaml',
    `passwords:\n- name: password\n  value: ${old}\n- name: password2\n  value: ${old2}\nusername: contoso`,
    [old, old2],
    ['username: contoso'],
  ],
  [
    'credential table',
    `USERNAME    PASSWORD                          PASSWORD2\n----------  --------------------------------  --------------------------------\ncontoso     ${old}  ${old2}\n`,
    [old, old2],
    ['contoso'],
  ],
  [
    'table collapsed',
    `USERNAME PASSWORD PASSWORD2\n-------- -------- ---------\ncontoso fakefake fakefak2\n`,
    ['fakefake', 'fakefak2'],
  ],
  [
    'table no ruler',
    `USERNAME  PASSWORD  PASSWORD2\ncontoso  fakefake1  fakefak2x\n`,
    ['fakefake1', 'fakefak2x'],
  ],
  [
    'markdown table',
    `| Username | Password |\n|---|---|\n| contoso | fakefake |\n`,
    ['fakefake'],
    ['contoso'],
  ],
  [
    'rbac table',
    `AppId    DisplayName    Password    Tenant\n-------  -------------  ----------  ------\n11111111-2222-3333-4444-555555555555  acr-sp  fakefake~1  66666666-2222-3333-4444-555555555555\n`,
    ['fakefake~1'],
    ['11111111-2222-3333-4444-555555555555', 'acr-sp', '66666666-2222-3333-4444-555555555555'],
  ],
  ['tsv', `$ az acr credential show -n contoso --query "passwords[0].value" -o tsv\n${old}\n`, [old]],
  [
    'expose',
    `{ "accessToken": "${jwt}", "loginServer": "contoso.azurecr.io" }`,
    [jwt],
    ['"loginServer": "contoso.azurecr.io"'],
  ],
  [
    'rbac',
    `{"appId":"11111111-2222-3333-4444-555555555555","displayName":"acr-sp","password":"fakefake","tenant":"66666666-2222-3333-4444-555555555555"}`,
    ['fakefake'],
    ['11111111-2222-3333-4444-555555555555', '66666666-2222-3333-4444-555555555555'],
  ],
  [
    'sdk-auth',
    `{"clientId": "11111111-2222-3333-4444-555555555555", "clientSecret": "${eight}", "subscriptionId": "66666666-2222-3333-4444-555555555555"}`,
    [eight],
    ['66666666-2222-3333-4444-555555555555'],
  ],
  [
    'escaped json',
    `"body": "{\\"client_secret\\":\\"fake\\\\\\"EXAMPLE\\",\\"tenant\\":\\"contoso\\"}"`,
    ['fake\\\\\\"EXAMPLE'],
    ['contoso'],
  ],
  ['twice escaped', `"{\\\\\\"password\\\\\\":\\\\\\"fakefake\\\\\\"}"`, ['fakefake']],
  ['inner quote', `{"password":"fake"EXAMPLE1","tenant":"contoso"}`, ['fake"EXAMPLE1'], ['contoso']],
  ['unicode escape', `{\\u0022password\\u0022:\\u0022fakefake\\u0022}`, ['fakefake']],
  ['acr unicode plus', `{"key":"${acr.replace('+ACR', '\\u002BACR')}"}`, [acr.slice(0, 42), acr.slice(47)]],
  ['acr percent', `https://x.example/?k=${encodeURIComponent(acr)}`, [encodeURIComponent(acr)]],
  ['acr bare', `my key is ${acr} and it fails`, [acr], ['and it fails']],
  ['acr part', `the key ends in ${acr.slice(20)}`, [acr.slice(20)]],
  ['acr slack', `<https://contoso.azurecr.io|contoso> ${acr}`, [acr]],
  ['entra bare', `value ${eight}.`, [eight]],
  ['docker config', `{"auths":{"contoso.azurecr.io":{"auth":"${auth}"}}}`, [auth], ['contoso.azurecr.io']],
  ['identitytoken', `{"auths":{"contoso.azurecr.io":{"auth":"MDAwMDA=","identitytoken":"${jwt}"}}}`, [jwt]],
  ['registrytoken', `"registrytoken": "fakefake1"`, ['fakefake1']],
  ['dockerconfigjson', `  .dockerconfigjson: ${base64(config)}`, [base64(config)]],
  ['dockerconfigjson double', `data: ${base64(base64(config))}`, [base64(base64(config))]],
  ['dockerconfigjson pretty', `blob ${base64(pretty)}`, [base64(pretty)]],
  [
    'dockerconfigjson block',
    `  .dockerconfigjson: >-\n    ${base64(config).slice(0, 50)}\n    ${base64(config).slice(50)}\ntype: x`,
    [base64(config).slice(0, 50), base64(config).slice(50)],
    ['type: x'],
  ],
  [
    'k8s secret',
    `apiVersion: v1\nkind: Secret\nmetadata:\n  name: regcred\ndata:\n  foo: RkFLRQ==\n  username: Y29udG9zbw==\ntype: Opaque\n`,
    ['RkFLRQ=='],
    ['regcred', 'Opaque'],
  ],
  [
    'k8s secret json',
    `{"apiVersion":"v1","data":{"foo":"RkFLRQ=="},"kind":"Secret","metadata":{"name":"regcred"}}`,
    ['RkFLRQ=='],
    ['regcred'],
  ],
  ['k8s stringData', `kind: Secret\nstringData:\n  foo: fakefake\n`, ['fakefake']],
  [
    'k8s env',
    `- name: ACR_PASSWORD\n  value: fakefake\n- name: OTHER\n  value: visible\n`,
    ['fakefake'],
    ['visible'],
  ],
  [
    'app settings',
    `[{"name": "DOCKER_REGISTRY_SERVER_PASSWORD", "slotSetting": false, "value": "fakefake"}, {"name": "DOCKER_REGISTRY_SERVER_URL", "value": "https://contoso.azurecr.io"}]`,
    ['fakefake'],
    ['https://contoso.azurecr.io'],
  ],
  ['web.config', `<add key="RegistryPassword" value="fakefake" />`, ['fakefake']],
  ['xml', `<Password>fakefake</Password>`, ['fakefake'], ['</Password>']],
  ['pubxml', `<clientSecret>fake-EXAMPLE1</clientSecret>`, ['fake-EXAMPLE1']],
  [
    'yaml',
    `imageCredentials:\n  registry: contoso.azurecr.io\n  password: fakefake\n  email: a@example.com`,
    ['fakefake'],
    ['a@example.com'],
  ],
  ['yaml two words', `registry:\n  password: fake horse example\n`, ['fake horse example']],
  ['yaml block', `password: |\n  fakefake\nother: 1`, ['fakefake'], ['other: 1']],
  ['toml', `password = 'fakefake'`, ['fakefake']],
  [
    'hcl',
    `resource "x" "y" {\n  admin_password = "fakefake"\n  client_secret  = "${eight}"\n}`,
    ['fakefake', eight],
  ],
  ['ini', `passwd=fakefake`, ['fakefake']],
  ['appKey', `"appKey" : "fake1234"`, ['fake1234']],
  ['api_key', `api_key: fake12345678`, ['fake12345678']],
  ['ruby', `:password => "fakefake"`, ['fakefake']],
  [
    'python',
    `client.login(username="c", password='fakefake', registry='contoso.azurecr.io')`,
    ['fakefake'],
    ['contoso.azurecr.io'],
  ],
  ['netrc', `machine contoso.azurecr.io login c password fakefake1`, ['fakefake1']],
  [
    'identity header',
    `IDENTITY_HEADER=853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a`,
    ['853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a'],
  ],
  [
    'identity header 2',
    `X-IDENTITY-HEADER: 853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a`,
    ['853b9a84-5bfa-4b22-a3f3-0b9a43d9ad8a'],
  ],
  ['bearer', `Authorization: Bearer ${jwt}`, [jwt], ['Authorization: Bearer']],
  ['bearer json', `"Authorization": "Bearer ${jwt}"`, [jwt]],
  ['bearer opaque', `> authorization: bearer fakefake`, ['fakefake']],
  ['basic', `> Authorization: Basic ${auth}`, [auth]],
  ['basic bare', `header was Basic ${auth}`, [auth]],
  [
    'registry auth',
    `X-Registry-Auth: ${base64('{"username":"c","password":"fake"}')}`,
    [base64('{"username":"c","password":"fake"}')],
  ],
  ['jwt bare', `token ${jwt} end`, [jwt], ['end']],
  ['jwt unsigned', `${jwt.split('.').slice(0, 2).join('.')}.`, [jwt.split('.').slice(0, 2).join('.')]],
  [
    'jwt cut',
    `accessToken eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiFAKE...`,
    ['eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiFAKE'],
  ],
  [
    'jwt wrapped',
    `token:\n${jwt.slice(0, 80)}\n${jwt.slice(80)}\nError`,
    [jwt.slice(0, 80), jwt.slice(80)],
    ['Error'],
  ],
  [
    'refresh',
    `refresh 0.AXoAFAKEexampleFAKEexampleFAKEexample.AgABAAEAAAFAKEexample_FAKE-example`,
    ['0.AXoAFAKEexampleFAKEexampleFAKEexample.AgABAAEAAAFAKEexample_FAKE-example'],
  ],
  ['refresh json', `{"refresh_token":"fakefake1"}`, ['fakefake1']],
  ['user info', `https://contoso:fakefake@contoso.azurecr.io/v2/`, ['fakefake'], ['contoso.azurecr.io/v2/']],
  [
    'user info slash',
    `git clone https://c:fa/ke+EX/AMPLE@dev.azure.com/x`,
    ['fa/ke+EX/AMPLE'],
    ['dev.azure.com/x'],
  ],
  ['user info at', `https://c:f@ke@contoso.azurecr.io/v2/`, ['f@ke']],
  [
    'storage',
    `DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=${storage};EndpointSuffix=core.windows.net`,
    [storage],
    ['AccountName=contoso', 'EndpointSuffix=core.windows.net'],
  ],
  [
    'service bus',
    `Endpoint=sb://contoso.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=${storage.slice(0, 43)}=;EntityPath=q`,
    [storage.slice(0, 43)],
    ['Root', 'EntityPath=q'],
  ],
  [
    'sql',
    `Server=tcp:contoso.database.windows.net,1433;User ID=c;Password=fake;EXAMPLE1;Encrypt=True`,
    ['fake'],
    ['Encrypt=True'],
  ],
  ['sql pwd', `Server=x;Uid=c;Pwd=fakefake;`, ['fakefake']],
  [
    'sas',
    `https://contoso.blob.core.windows.net/x?sv=2022-11-02&se=2024-01-01T00%3A00%3A00Z&sig=FAKEexample%2Bfake%2F0123456789abcdef%3D&sp=r`,
    ['FAKEexample%2Bfake%2F0123456789abcdef%3D'],
    ['sp=r'],
  ],
  ['pem', `key:\n${pem}\nend`, ['FAKEMIIEvQIBADANBgkqhkiG9w0', 'BAQEFAASC'], ['end']],
  [
    'pem literal',
    `"key": "${pem.replaceAll('\n', '\\n')}", "x": 1`,
    ['FAKEMIIEvQIBADANBgkqhkiG9w0'],
    ['"x": 1'],
  ],
  [
    'pem cut',
    `-----BEGIN RSA PRIVATE KEY-----\nFAKEMIIEvQIBADANBgkqhkiG9w0\nBAQEF`,
    ['FAKEMIIEvQIBADANBgkqhkiG9w0', 'BAQEF'],
  ],
  ['cookie', `Cookie: ESTSAUTH=fakefake; other=fakefak2`, ['fakefake', 'fakefak2']],
  ['cookie bare', `ESTSAUTHPERSISTENT=0.AXoAFAKEexample1234567890`, ['0.AXoAFAKEexample1234567890']],
  ['github', 'ghp_FAKEexampleFAKEexampleFAKEexample0123', ['ghp_FAKEexampleFAKEexampleFAKEexample0123']],
  ['docker pat', 'dckr_pat_FAKEexample_FAKEexample-0', ['dckr_pat_FAKEexample_FAKEexample-0']],
  ['slack', 'xoxb-FAKE-0123456789-EXAMPLE', ['xoxb-FAKE-0123456789-EXAMPLE']],
  [
    'oauth',
    `grant_type=client_credentials&client_id=11111111-2222-3333-4444-555555555555&client_secret=fakefake&scope=x`,
    ['fakefake'],
    ['scope=x', '11111111-2222-3333-4444-555555555555'],
  ],
  ['legacy bare', `contoso ${old} nothing else`, [old], ['nothing else']],
  ['kubelet env', `DOCKER_AUTH_CONFIG='${config}'`, [auth]],
];
