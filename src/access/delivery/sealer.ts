import { createHash, type KeyObject } from 'node:crypto';
import type { Sealer } from '../executor/rotation/ports.js';
import { deriveToken, seal } from './seal.js';

/** Seals new secrets with the server's key, under the token of the link that will be told. */
export function sealerWith(key: KeyObject): Sealer {
  return {
    seal(secret, { request, attempt, recipient }) {
      const token = deriveToken(key, request, attempt);
      const tokenHash = createHash('sha256').update(token).digest('base64url');
      return { tokenHash, ciphertext: seal(secret, { key, token, request, recipient }) };
    },
  };
}
