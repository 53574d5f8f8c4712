import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';

/** A signing key as the channel publishes it. */
export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly published: JWK & { readonly endorsements: readonly string[] };
}

export async function signingKey(
  kid: string,
  endorsements: readonly string[] = ['msteams'],
): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { kid, privateKey, published: { ...(await exportJWK(publicKey)), kid, use: 'sig', endorsements } };
}

/** Signs claims, valid for an hour unless they say otherwise. */
export function signed(key: SigningKey, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ nbf: now - 60, exp: now + 3600, ...claims })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.kid })
    .sign(key.privateKey);
}
