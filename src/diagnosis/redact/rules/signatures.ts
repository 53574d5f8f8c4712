import type { SecretKind } from '../../../knowledge/secret-kinds.js';
import { codesOf, type PatternRule } from './rule.js';

const MS = 'microsoft/security-utilities (MIT)';

/** Tokens of other services that turn up next to a registry's; one search for all of them. */
export const VENDOR_SHAPES: readonly (readonly [vendor: string, shape: RegExp])[] = [
  ['github', /\bgh[pousr]_[A-Za-z0-9]{20,255}/],
  ['github', /\bgithub_pat_\w{30,255}/],
  ['gitlab', /\bgl(?:pat|dt|cbt|ptt|rt|soat)-[\w-]{16,64}/],
  ['docker', /\bdckr_[po]at_[\w-]{16,64}/],
  ['slack', /\bxox[abceoprs]-[A-Za-z0-9-]{10,255}/],
  ['slack', /\bxapp-\d-[A-Za-z0-9-]{10,255}/],
  ['slack', /\bhooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/]{20,100}/],
  ['npm', /\bnpm_[A-Za-z0-9]{30,64}/],
  ['pypi', /\bpypi-[\w-]{40,255}/],
  ['aws', /\bA(?:KIA|SIA)[A-Z0-9]{16}\b/],
  ['google', /\bAIza[\w-]{35}/],
  ['google', /\bya29\.[\w-]{20,255}/],
  ['google', /\bGOCSPX-[\w-]{20,40}/],
  ['anthropic, openai', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,200}/],
  ['huggingface', /\bhf_[A-Za-z0-9]{30,40}/],
  ['stripe', /\b[srp]k_(?:live|test)_[A-Za-z0-9]{16,100}/],
  ['sendgrid', /\bSG\.[\w-]{20,24}\.[\w-]{39,45}/],
  ['hashicorp vault', /\bhv[sbr]\.[\w-]{20,200}/],
  ['terraform cloud', /\.atlasv1\.[\w-]{50,80}/],
  ['digitalocean', /\bdo[opr]_v1_[0-9a-f]{64}/],
  ['databricks', /\bdapi[0-9a-f]{32}(?:-\d)?/],
  ['jfrog', /\bAKCp[A-Za-z0-9]{60,80}/],
  ['jfrog', /\bcmVmdGtuOj[A-Za-z0-9]{50,80}/],
  ['pulumi', /\bpul-[0-9a-f]{40}/],
  ['age', /\bAGE-SECRET-KEY-1[A-Z0-9]{40,64}/],
];

/** One of these, in lower case, stands in every such token. */
const VENDOR_WORDS: readonly string[] = (
  'ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glcbt- glptt- glrt- glsoat- dckr_ xox xapp- ' +
  'hooks.slack.com/ npm_ pypi- akia asia aiza ya29. gocspx- sk- hf_ sk_live_ sk_test_ rk_live_ rk_test_ pk_live_ ' +
  'pk_test_ sg. hvs. hvb. hvr. .atlasv1. doo_v1_ dop_v1_ dor_v1_ dapi akcp cmvmdgtuoj pul- age-secret-key-'
).split(' ');

interface Extra {
  readonly left?: PatternRule['left'];
  readonly wrapped?: RegExp;
  readonly source?: string;
}

const BASE64 = codesOf(/[A-Za-z0-9+/]/);
const WORD = codesOf(/[\w-]/);
const base64 = (min: number, max: number): PatternRule['left'] => ({ codes: BASE64, min, max });
const word = (min: number, max: number): PatternRule['left'] => ({ codes: WORD, min, max });

function whole(
  id: string,
  kind: SecretKind,
  needles: readonly string[],
  pattern: RegExp,
  extra: Extra = {},
): PatternRule {
  return { id, kind, needles, pattern, source: MS, ...extra, accept: () => true };
}

/**
 * Keys that carry their own signature; a label is not needed and a false alarm is next to impossible. Shorter `min`
 * than the key has: what is left of a key that was cut still narrows it down.
 */
export const SIGNATURE_RULES: readonly PatternRule[] = [
  whole('acr-key', 'acr-key', ['+acr'], /\+ACR[A-D]?[A-Za-z0-9+/]{0,5}/g, {
    left: base64(12, 42),
    wrapped: /\+ACR[A-D][A-Za-z0-9+/]{5}/g,
    source: `${MS} SEC101/176`,
  }),
  whole('acr-key-percent', 'acr-key', ['%2bacr'], /%2BACR[A-D](?:[A-Za-z0-9]|%2[BF]){0,5}/gi, {
    left: { codes: codesOf(/[A-Za-z0-9%]/), min: 12, max: 80 },
  }),
  whole('entra-secret', 'entra-client-secret', ['7q~', '8q~'], /[78]Q~[\w.~-]{28,34}/g, {
    left: { codes: codesOf(/[\w.~-]/), min: 3, max: 3 },
    wrapped: /7Q~[\w.~-]{31}|8Q~[\w.~-]{34}/g,
    source: `${MS} SEC101/156`,
  }),
  whole(
    'azure-64',
    'azure-key',
    ['+ast', 'acdb', '+aba', '+amc', 'apim'],
    /(?:\+ASt|ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw](?:==|%3D%3D)?/g,
    { left: base64(66, 76), wrapped: /(?:\+ASt|ACDb|\+ABa|\+AMC|APIM)[A-Za-z0-9+/]{5}[AQgw]==/g },
  ),
  whole(
    'azure-32',
    'azure-key',
    ['+asb', '+aeh', '+arm', 'aiot', 'azca'],
    /(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa)[A-P][A-Za-z0-9+/]{5}(?:=|%3D)?/g,
    { left: base64(26, 33), wrapped: /(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa)[A-P][A-Za-z0-9+/]{5}=/g },
  ),
  whole('azure-annotated', 'azure-key', ['jqqj9'], /JQQJ9[9DH][A-Za-z0-9]{20,32}/g, {
    left: { codes: codesOf(/[A-Za-z0-9]/), min: 44, max: 52 },
    wrapped: /JQQJ9[9DH][A-Za-z0-9]{26}/g,
    source: `${MS} SEC101/200`,
  }),
  whole('azure-64-plain', 'azure-key', ['=='], /==(?![A-Za-z0-9+/=])/g, {
    left: base64(86, 86),
    wrapped: /==/g,
  }),
  whole('azure-function', 'azure-key', ['azfu'], /AzFu[\w-]{5}[AQgw](?:==)?/g, { left: word(44, 44) }),
  whole('azure-devops-pat', 'azure-key', ['azdo'], /AZDO[A-Za-z0-9]{4}/g, { left: word(76, 76) }),
  whole(
    'refresh-token',
    'refresh-token',
    ['0.a', '1.a'],
    /(?<![\w.+/-])[01]\.A[A-Za-z0-9_-]{20,60}(?:\.[A-Za-z0-9_-]{10,8192})?/g,
    { source: 'learn.microsoft.com/entra/identity-platform/refresh-tokens (opaque, form observed)' },
  ),
  whole(
    'authorization-code',
    'refresh-token',
    ['m.c'],
    /(?<![\w.])M\.C\d{3}_[A-Z]{2,4}\.\d\.[\w*!$.-]{20,2000}/g,
  ),
  whole(
    'vendor',
    'vendor-token',
    VENDOR_WORDS,
    new RegExp(VENDOR_SHAPES.map(([, shape]) => shape.source).join('|'), 'g'),
    {
      source: 'documentation of the vendors',
    },
  ),
];
