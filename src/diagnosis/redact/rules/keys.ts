import type { SecretKind } from '../../../knowledge/secret-kinds.js';

/**
 * What the name of a setting promises. `strong`: whatever stands there is a secret unless it is a stand-in;
 * `weak`: the word is also used for names and ids, so the value must look like a secret.
 */
export interface KeyClass {
  readonly strength: 'strong' | 'weak';
  readonly kind: SecretKind;
}

const strong = (kind: SecretKind): KeyClass => ({ strength: 'strong', kind });
const weak = (kind: SecretKind): KeyClass => ({ strength: 'weak', kind });

/** Cheap test that keeps nearly all other names out; the tail of the name without digits, lower case. */
const TAIL =
  /(?:word|wd|pass|pw|phrase|wort|sena|senha|secret|token|key|auth|sig|signature|credentials?|creds?|pat|code|assertion|header|json|cfg|value|text|config)$/;
/** Names that end like a secret and never are one. */
const NOT =
  /(?:pullsecret|existingsecret|tlssecret|imagesecret|(?:next|continuation|skip|cancellation|page|continue|unexpected|syntax|csrf|paging)token|bypass|compass|(?:public|partition|row|sort|cache|foreign|ssh|registry|host|instrumentation|config|annotation|label|map|object|resource|hot|short|idempotency|primary|json|any|press|product)key|countrycode|errorcode|statuscode|exitcode|responsecode|substatuscode|mon(?:key)|donkey|turkey)$/;

const TABLE: readonly (readonly [RegExp, KeyClass])[] = [
  [
    /(?:password|passwd|passphrase|pwd|passwort|kennwort|contrasena|contrasea|senha|motdepasse)$/,
    strong('password'),
  ],
  [/(?:secretaccesskey|clientkey|appkey|apikey|serviceprincipalkey|spkey)$/, strong('api-key')],
  [/(?:identityheader|msisecret)$/, strong('token')],
  [/(?:dockerconfigjson|dockercfg|dockerauthconfig)$/, strong('docker-auth')],
  [/[a-z]{2}(?:secret|secretvalue|secrettext)$|^secret(?:value|text)$/, strong('client-secret')],
  [/(?:clientassertion|assertion|samlresponse)$/, weak('token')],
  [
    /(?:identitytoken|registrytoken|accesstoken|refreshtoken|(?:^|[^l])idtoken|authtoken|bearertoken|sessiontoken|sastoken|apitoken)$/,
    strong('token'),
  ],
  [/(?:token|pat)$/, weak('token')],
  [/secret(?:key)?$/, weak('client-secret')],
  [
    /(?:accountkey|accesskey|sharedkey|subscriptionkey|privatekey|encryptionkey|masterkey|functionkey|storagekey|signingkey|authkey|adminkey|licensekey|secondarykey|functionskey)$/,
    weak('api-key'),
  ],
  [/^(?:https?)?auth$|basicauth$/, weak('docker-auth')],
  [/^(?:sig|signature)$/, weak('sas')],
  [/(?:credentials?|creds?)$/, weak('password')],
  [/^code$/, weak('refresh-token')],
];
const SHORT: ReadonlySet<string> = new Set(['pass', 'pw', 'psw', 'pwd']);

/**
 * Classifies the name of a setting (`ACR_CLIENT_SECRET`, `registryPassword`, `data.password`); undefined = says
 * nothing about a secret.
 */
export function classifyKey(name: string): KeyClass | undefined {
  const flat = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .replace(/\d{1,2}$/, '');
  if (flat.length < 2 || !TAIL.test(flat) || NOT.test(flat)) return undefined;
  for (const [shape, found] of TABLE) if (shape.test(flat)) return found;
  const last = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/\d{1,2}$/, '')
    .split(/[^a-z0-9]+/)
    .at(-1);
  if (last !== undefined && SHORT.has(last)) return strong('password');
  return /(?:user|db|acr|registry|docker|admin|sp|reg)(?:pass|pw)$/.test(flat)
    ? strong('password')
    : undefined;
}
