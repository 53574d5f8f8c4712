import { createHash, randomUUID, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { SignJWT } from 'jose';
import type { Scope } from '../registry/scope.js';

x509.cryptoProvider.set(webcrypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR = 3_600_000;
/** Seconds. Each request gets a token of its own. */
const LIFETIME = 300;

export const ISSUER = 'Azure Container Registry';

/**
 * The key with which the sandbox vouches to distribution for what it has let pass. Its tokens are in the machine's
 * time, which is distribution's: a world has a clock of its own.
 */
export class Signing {
  /** Certificate (PEM) for distribution's `rootcertbundle`. */
  readonly bundle: string;
  readonly #privateKey: webcrypto.CryptoKey;
  readonly #keyId: string;

  private constructor(bundle: string, keyId: string, privateKey: webcrypto.CryptoKey) {
    this.bundle = bundle;
    this.#keyId = keyId;
    this.#privateKey = privateKey;
  }

  static async create(): Promise<Signing> {
    const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=acr-help sandbox tokens',
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - HOUR),
      notAfter: new Date(Date.now() + 30 * 24 * HOUR),
    });
    return new Signing(
      certificate.toString('pem'),
      libtrustId(certificate.publicKey.rawData),
      keys.privateKey,
    );
  }

  /** @param service login server, which is the audience: a single text, since distribution 2.8 takes no list */
  async tokenFor(service: string, access: readonly Scope[]): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({ access })
      .setProtectedHeader({ alg: 'ES256', kid: this.#keyId, typ: 'JWT' })
      .setIssuer(ISSUER)
      .setAudience(service)
      .setSubject('sandbox')
      .setJti(randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now - 60)
      .setExpirationTime(now + LIFETIME)
      .sign(this.#privateKey);
  }
}

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Name of a key as distribution finds it in its bundle (clients.md §6): the first 30 bytes of the SHA-256 of its
 * SubjectPublicKeyInfo in base32, twelve groups of four parted by colons.
 *
 * @param spki DER
 */
function libtrustId(spki: ArrayBuffer): string {
  const hash = createHash('sha256').update(Buffer.from(spki)).digest().subarray(0, 30);
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => base32.charAt(Number.parseInt(five, 2)));
  return (letters.join('').match(/.{4}/g) ?? []).join(':');
}
