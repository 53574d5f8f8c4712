import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(webcrypto);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 24 * 60 * 60 * 1000;

/** Names of a certificate's issuer, as a proxy or an attacker may choose them. */
export type Names = readonly Readonly<Partial<Record<'O' | 'CN', string>>>[];

/** A server's certificate with an issuer of any name; the certificate of that issuer is what to trust. */
export async function issuedBy(names: Names, host: string) {
  const [authority, server] = await Promise.all([newKeys(), newKeys()]);
  const issuer = names.map((one) => Object.fromEntries(Object.entries(one).map(([k, v]) => [k, [v]])));
  const shared = {
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + day),
  };
  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    ...shared,
    name: issuer,
    keys: authority,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...shared,
    subject: 'CN=leaf',
    issuer,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  });
  const pkcs8 = await webcrypto.subtle.exportKey('pkcs8', server.privateKey);
  return {
    ca: ca.toString('pem'),
    cert: leaf.toString('pem'),
    key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
  };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}
