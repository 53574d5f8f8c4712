import { isPlaceholder } from '../benign.js';
import { classesOf, looksRandom } from '../shape.js';
import { isSpace, readAssigned } from '../values.js';
import type { View } from '../view.js';
import type { Claim, PatternRule, ScanRule } from './rule.js';

const HOST = /^(?:[A-Za-z0-9_-]{1,63}\.){0,6}[A-Za-z0-9-]{1,63}(?::\d{1,5})?(?:$|[/?#\s"'`)>,;\]}\\.])/;

/** `scheme://user:secret@host`; the secret may hold a slash, as base64 does. */
function scanUserInfo(view: View, claim: Claim): void {
  const { text } = view;
  let at = text.indexOf('://');
  let nearest = text.indexOf('@');
  while (at >= 0) {
    const begin = at + 3;
    const stop = Math.min(text.length, begin + 1024);
    if (nearest >= 0 && nearest < begin) nearest = text.indexOf('@', begin);
    if (nearest < 0) return;
    if (nearest >= stop) {
      at = text.indexOf('://', Math.max(begin, nearest - 1100));
      continue;
    }
    let colon = -1;
    let sign = -1;
    let slash = -1;
    let i = begin;
    for (; i < stop; i += 1) {
      const code = text.charCodeAt(i);
      if (isSpace(code) || code === 0x22 || code === 0x27 || code === 0x60 || code === 0x3c || code === 0x3e)
        break;
      if (code === 0x3a && colon < 0) {
        if (text.charCodeAt(i + 1) === 0x2f && text.charCodeAt(i + 2) === 0x2f) break;
        colon = i;
      }
      if (code === 0x2f && slash < 0) slash = i;
      if (code === 0x3f && slash >= 0) break;
      if (code === 0x40 && HOST.test(text.slice(i + 1, i + 300))) {
        if (slash < 0 || colon >= 0) sign = i;
        if (slash < 0) continue;
        break;
      }
    }
    const port = colon >= 0 && slash > colon && /^\d{1,5}$/.test(text.slice(colon + 1, slash));
    if (sign > 0 && colon > 0 && colon < sign && !(slash >= 0 && slash < colon) && !port) {
      if (!isPlaceholder(text.slice(colon + 1, sign))) claim(colon + 1, sign, 'password');
    } else if (sign > 0 && slash < 0 && colon < 0) {
      const only = text.slice(begin, sign);
      if (looksRandom(only) || (only.length >= 30 && classesOf(only).digit > 1)) claim(begin, sign, 'token');
    }
    at = text.indexOf('://', Math.max(begin, i - 2));
  }
}

export const URL_SCAN: ScanRule = {
  id: 'user-info',
  needles: ['://'],
  scan: scanUserInfo,
  source: 'RFC 3986 §3.2.1',
};

const REGISTRY = /@[\w.-]{1,80}\.(?:azurecr\.(?:io|cn|us)|docker\.io)/iy;
const USER = /[\s"'=][\w-]{1,64}:$/;

/** `user:secret@registry` without a scheme. */
function scanUserAtRegistry(view: View, claim: Claim): void {
  const { text } = view;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    REGISTRY.lastIndex = at;
    if (!REGISTRY.test(text)) continue;
    let start = at;
    while (start > 0 && at - start <= 256 && !/[\s@/:"']/.test(text.charAt(start - 1))) start -= 1;
    if (at - start < 6 || at - start > 256 || !USER.test(text.slice(Math.max(0, start - 66), start)))
      continue;
    if (!isPlaceholder(text.slice(start, at))) claim(start, at, 'password');
  }
}

export const USER_AT_REGISTRY: ScanRule = {
  id: 'user-at-registry',
  needles: ['.azurecr.', '.docker.io'],
  scan: scanUserAtRegistry,
  source: 'seen in questions',
};

/** Secrets in addresses and strings for clients. */
export const URL_RULES: readonly PatternRule[] = [
  {
    id: 'sas-signature',
    kind: 'sas',
    needles: ['sig='],
    pattern: /[?&;"']sig=/gi,
    read: readAssigned,
    accept: (value) => value.length >= 16 && classesOf(value).kinds >= 2,
    source: 'learn.microsoft.com/rest/api/storageservices/create-service-sas',
  },
  {
    id: 'query-code',
    kind: 'refresh-token',
    needles: ['code=', 'assertion=', 'token='],
    pattern: /[?&"'](?:code|id_token_hint|client_assertion|assertion|id_token)=/gi,
    read: readAssigned,
    accept: (value) => value.length >= 20 && classesOf(value).kinds >= 2 && !isPlaceholder(value),
    source: 'RFC 6749 §4.1.2, Azure Functions host keys',
  },
];
