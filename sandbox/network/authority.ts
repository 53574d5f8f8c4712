import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 60 * 60 * 1000;
/** Days. */
const LIFETIME = 30;

/** A certificate and its key, PEM. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

export interface LeafOptions {
  /** Days from now. */
  readonly from?: number;
  /** Without it as long as the authority itself: a world may be served for days. */
  readonly to?: number;
  readonly selfSigned?: boolean;
}

/** A certificate authority that lives as long as the process. Its key never leaves memory. */
export class Authority {
  /** Its certificate. */
  readonly pem: string;
  readonly #name: string;
  readonly #keys: webcrypto.CryptoKeyPair;

  private constructor(pem: string, name: string, keys: webcrypto.CryptoKeyPair) {
    this.pem = pem;
    this.#name = name;
    this.#keys = keys;
  }

  /** @param name common name, without characters that a distinguished name would escape */
  static async create(name: string): Promise<Authority> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      keys,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() - 30 * day),
      notAfter: new Date(Date.now() + LIFETIME * day),
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return new Authority(certificate.toString('pem'), name, keys);
  }

  /** A server's certificate for these names. */
  async leaf(
    names: readonly string[],
    { from = -1, to = LIFETIME, selfSigned = false }: LeafOptions = {},
  ): Promise<Pair> {
    const keys = await newKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      subject: 'CN=leaf',
      issuer: selfSigned ? 'CN=leaf' : `CN=${this.#name}`,
      publicKey: keys.publicKey,
      signingKey: (selfSigned ? keys : this.#keys).privateKey,
      signingAlgorithm: algorithm,
      notBefore: new Date(Date.now() + from * day),
      notAfter: new Date(Date.now() + to * day),
      extensions: [
        new x509.SubjectAlternativeNameExtension(names.map((value) => ({ type: 'dns', value }) as const)),
        // Some clients refuse a server whose certificate does not say that it is one's.
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        await x509.AuthorityKeyIdentifierExtension.create((selfSigned ? keys : this.#keys).publicKey),
      ],
    });
    const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
    return { cert: certificate.toString('pem'), key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY') };
  }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}
