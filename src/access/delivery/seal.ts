import { createCipheriv, createDecipheriv, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { Secret } from '../secret.js';

/** What a sealed secret is bound to: none of it is in the text, and all of it opens it. */
export interface SealedFor {
  /** The server's key: 32 bytes that stand in no store. */
  readonly key: KeyObject;
  /** Of the link. */
  readonly token: string;
  /** Id of the request. */
  readonly request: string;
  /** Object id of who may see it. */
  readonly recipient: string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Both are made of the same key, and must not be each other's. */
const SEAL = 'acr-help delivery seal 1';
const TOKEN = 'acr-help delivery token 1';

/**
 * Seals a secret for the store: AES-256-GCM under a key of HKDF-SHA256 (RFC 5869) from the server's key and the token, bound
 * to request and recipient (security §3.4). Neither the store nor the link alone opens it.
 *
 * @returns initialisation vector, tag and ciphertext, base64url
 */
export function seal(secret: Secret, to: SealedFor): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, sealingKey(to), iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(to));
  const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
}

/** Null for what was not sealed with all of this, or has been changed since. */
export function unseal(sealed: string, to: SealedFor): Secret | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const [iv, tag, text] = [
    bytes.subarray(0, IV_BYTES),
    bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES),
    bytes.subarray(IV_BYTES + TAG_BYTES),
  ];
  if (tag.length < TAG_BYTES) return null;
  const decipher = createDecipheriv(ALGORITHM, sealingKey(to), iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(to));
  decipher.setAuthTag(tag);
  try {
    return new Secret(Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * The token of a link: 256 bits, base64url. The same for the same attempt, so that after a crash the same link can be told
 * again although the store knows its SHA-256 only.
 *
 * @param attempt counts the secrets that were made for the request
 */
export function deriveToken(key: KeyObject, request: string, attempt: number): string {
  const about = `${TOKEN}\n${attempt}\n${request}`;
  return Buffer.from(hkdfSync('sha256', key, '', about, 32)).toString('base64url');
}

function sealingKey({ key, token }: SealedFor): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, token, SEAL, 32));
}

function boundTo({ request, recipient }: SealedFor): Buffer {
  return Buffer.from(`${request}\n${recipient.toLowerCase()}`);
}
