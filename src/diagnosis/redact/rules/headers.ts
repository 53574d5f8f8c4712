import { isErrorWord, isPlaceholder } from '../benign.js';
import { classesOf, isKnownShape, withoutPadding } from '../shape.js';
import { readAssigned, readHeader } from '../values.js';
import type { PatternRule } from './rule.js';

const HTTP = 'RFC 9110, RFC 6750, RFC 7617; Docker Engine API';

const isAuthValue = (value: string): boolean =>
  !isPlaceholder(value) && !isErrorWord(value) && !/^\w{1,20}="?/.test(withoutPadding(value.slice(0, 24)));

function looksBasic(value: string): boolean {
  if (!isAuthValue(value) || !/^[A-Za-z0-9+/=_-]{8,}$/.test(value)) return false;
  const has = classesOf(value);
  return value.endsWith('=') || (has.digit > 0 && has.upper > 0 && has.lower > 0) || has.turns >= 4;
}

/** HTTP headers, in raw form, in `curl -H`, in logs and in code. */
export const HEADER_RULES: readonly PatternRule[] = [
  {
    id: 'authorization-scheme',
    kind: 'bearer',
    needles: ['authorization', 'x-ms-token', 'x-auth'],
    pattern:
      /(?:authorization|x-ms-token-aad-access-token|x-ms-authorization-auxiliary|x-auth-token)["'\]]{0,2} {0,4}(?:=>|[:=,]) {0,4}["'[]{0,2} {0,2}(?:bearer|token|negotiate|ntlm|digest|sharedkey|sharedaccesssignature) {1,4}/gi,
    read: readAssigned,
    accept: (value) => isAuthValue(value),
    source: HTTP,
  },
  {
    id: 'authorization-basic',
    kind: 'basic-auth',
    needles: ['authorization'],
    pattern: /authorization["'\]]{0,2} {0,4}(?:=>|[:=,]) {0,4}["'[]{0,2} {0,2}basic {1,4}/gi,
    read: readAssigned,
    accept: (value) => isAuthValue(value),
    source: HTTP,
  },
  {
    id: 'bare-bearer',
    kind: 'bearer',
    needles: ['bearer'],
    pattern: /\bbearer(?:%20| |: ?|\+){1,3}(?=[^\s])/gi,
    read: readAssigned,
    accept: (value) =>
      value.length >= 12 &&
      isAuthValue(value) &&
      !isKnownShape(value) &&
      classesOf(value).digit > 0 &&
      classesOf(value).kinds >= 2,
    source: HTTP,
  },
  {
    id: 'bare-basic',
    kind: 'basic-auth',
    needles: ['basic'],
    pattern: /\bbasic(?:%20| |: ?|\+){1,3}(?=[A-Za-z0-9+/_-]{8})/gi,
    read: readAssigned,
    accept: looksBasic,
    source: HTTP,
  },
  {
    id: 'secret-header',
    kind: 'api-key',
    needles: [
      'x-registry-',
      'x-identity-header',
      'x-functions-key',
      'x-vault-token',
      'x-amz-security-token',
      'ocp-apim',
      'aeg-sas-key',
      'api-key',
    ],
    pattern:
      /(?:x-registry-auth|x-registry-config|x-identity-header|x-functions-key|x-api-key|x-vault-token|x-amz-security-token|ocp-apim-subscription-key|aeg-sas-key|(?<![\w-])api-key)["'\]]{0,2} {0,4}(?:=>|[:=,]) {0,4}/gi,
    read: readAssigned,
    accept: (value) => isAuthValue(value),
    source: HTTP,
  },
  {
    id: 'cookie-header',
    kind: 'cookie',
    needles: ['cookie'],
    pattern: /\b(?:set-)?cookie["']? {0,2}: {0,2}["']?(?=[\w.-]{1,40}=)/gi,
    read: readHeader,
    accept: (value) => !isPlaceholder(value),
    source: 'RFC 6265',
  },
  {
    id: 'session-cookie',
    kind: 'cookie',
    needles: [
      'estsauth',
      'appserviceauth',
      '.aspnet',
      'sess',
      'signinstatecookie',
      'fedauth',
      'rtfa',
      'x-ms-cpim',
    ],
    pattern:
      /(?:\bESTSAUTH[A-Z]{0,12}|\bAppServiceAuthSession\d?|\bSignInStateCookie|\bFedAuth\d?|\brtFa|\.AspNet(?:Core)?\.(?:Cookies|Session|ApplicationCookie|ExternalCookie|Identity\.Application|Antiforgery\.\w{1,20})\d?|\bx-ms-cpim-[a-z]{1,12}|\b(?:JSESSIONID|PHPSESSID|session(?:id|_token)?|connect\.sid))(?:=|["']? {0,2}[:\t] {0,2}["']?)/gi,
    read: readAssigned,
    accept: (value) => value.length >= 12 && !isPlaceholder(value) && classesOf(value).kinds >= 2,
    source: 'learn.microsoft.com/entra/identity/authentication/concept-authentication-web-browser-cookies',
  },
];
