import type { SecretKind } from '../kinds.js';
import type { PatternRule } from './rule.js';

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

interface Extra {
  readonly wrapped?: RegExp;
  readonly source?: string;
}

function whole(
  id: string,
  kind: SecretKind,
  needles: readonly string[],
  pattern: RegExp,
  extra: Extra = {},
): PatternRule {
  return { id, kind, needles, pattern, source: MS, ...extra, accept: () => true };
}

/** Keys that carry their own signature; a label is not needed and a false alarm is next to impossible. */
export const SIGNATURE_RULES: readonly PatternRule[] = [
  whole(
    'acr-key',
    'acr-key',
    ['+acr'],
    /\+ACR(?<=(?<left>[A-Za-z0-9+/]{12,42})\+ACR)[A-D]?[A-Za-z0-9+/]{0,5}/g,
    {
      wrapped: /\+ACR(?<=(?<left>[A-Za-z0-9+/]{42})\+ACR)[A-D][A-Za-z0-9+/]{5}/g,
      source: `${MS} SEC101/176`,
    },
  ),
  whole(
    'acr-key-percent',
    'acr-key',
    ['%2bacr'],
    /%2BACR(?<=(?<left>[A-Za-z0-9%]{12,80})%2BACR)[A-D](?:[A-Za-z0-9]|%2[BF]){0,5}/gi,
  ),
  whole(
    'entra-secret',
    'entra-client-secret',
    ['7q~', '8q~'],
    /[78]Q~(?<=(?<left>[\w.~-]{3})[78]Q~)[\w.~-]{28,34}/g,
    {
      wrapped:
        /(?:7Q~(?=[\w.~-]{31})|8Q~(?=[\w.~-]{34}))(?<=(?<left>[\w.~-]{3})[78]Q~)(?:(?<=7Q~)[\w.~-]{31}|(?<=8Q~)[\w.~-]{34})/g,
      source: `${MS} SEC101/156`,
    },
  ),
  whole(
    'azure-64',
    'azure-key',
    ['+ast', 'acdb', '+aba', '+amc', 'apim'],
    /(?:\+ASt|ACDb|\+ABa|\+AMC|APIM)(?<=(?<left>[A-Za-z0-9+/]{66,76})[A-Za-z+]{4})[A-Za-z0-9+/]{5}[AQgw](?:==|%3D%3D)?/g,
    {
      wrapped:
        /(?:\+ASt|ACDb|\+ABa|\+AMC|APIM)(?<=(?<left>[A-Za-z0-9+/]{76})[A-Za-z+]{4})[A-Za-z0-9+/]{5}[AQgw]==/g,
    },
  ),
  whole(
    'azure-32',
    'azure-key',
    ['+asb', '+aeh', '+arm', 'aiot', 'azca'],
    /(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa)(?<=(?<left>[A-Za-z0-9+/]{26,33})[A-Za-z+]{4})[A-P][A-Za-z0-9+/]{5}(?:=|%3D)?/g,
    {
      wrapped:
        /(?:\+ASb|\+AEh|\+ARm|AIoT|AzCa)(?<=(?<left>[A-Za-z0-9+/]{33})[A-Za-z+]{4})[A-P][A-Za-z0-9+/]{5}=/g,
    },
  ),
  whole(
    'azure-annotated',
    'azure-key',
    ['jqqj9'],
    /JQQJ9(?<=(?<left>[A-Za-z0-9]{44,52})JQQJ9)[9DH][A-Za-z0-9]{20,32}/g,
    {
      wrapped: /JQQJ9(?<=(?<left>[A-Za-z0-9]{52})JQQJ9)[9DH][A-Za-z0-9]{26}/g,
      source: `${MS} SEC101/200`,
    },
  ),
  whole('azure-64-plain', 'azure-key', ['=='], /==(?<=(?<left>[A-Za-z0-9+/]{86})==)(?![A-Za-z0-9+/=])/g, {
    wrapped: /==(?<=(?<left>[A-Za-z0-9+/]{86})==)/g,
  }),
  whole('azure-function', 'azure-key', ['azfu'], /AzFu(?<=(?<left>[\w-]{44})AzFu)[\w-]{5}[AQgw](?:==)?/g),
  whole('azure-devops-pat', 'azure-key', ['azdo'], /AZDO(?<=(?<left>[A-Za-z0-9]{76})AZDO)[A-Za-z0-9]{4}/g),
  whole(
    'refresh-token',
    'refresh-token',
    ['0.a', '1.a'],
    /(?<![\w.+/-])[01]\.A[A-Za-z0-9_-]{20,60}(?:\.[A-Za-z0-9_-]{10,8192}){0,1}/g,
    {
      source: 'learn.microsoft.com/entra/identity-platform/refresh-tokens (opaque, form observed)',
    },
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
    [],
    new RegExp(VENDOR_SHAPES.map(([, shape]) => shape.source).join('|'), 'g'),
    {
      source: 'documentation of the vendors',
    },
  ),
];
