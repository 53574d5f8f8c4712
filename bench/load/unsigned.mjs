/** What requests carry that nobody signed who has the key. All of it is made up. */
import { generateKeyPair, SignJWT } from 'jose';

/**
 * @param {import('../chat/platform.mjs').Platform} platform one of its own deliveries tells what a good one looks like
 * @returns {Promise<Readonly<Record<string, string>>[]>}
 */
export async function unsignedHeaders(platform) {
  const { headers } = platform.write(0, 'text');
  const type = headers['content-type'] ?? 'application/json';
  return platform.name === 'slack'
    ? [
        { ...headers, 'x-slack-signature': `v0=${'0'.repeat(64)}` },
        // Long ago: no reason to look at the signature.
        { ...headers, 'x-slack-request-timestamp': '1700000000' },
        { 'content-type': type },
      ]
    : [
        { 'content-type': type, authorization: `Bearer ${await forged(headers['authorization'] ?? '')}` },
        { 'content-type': type, authorization: 'Bearer not-a-token' },
        { 'content-type': type },
      ];
}

/**
 * The claims and the key id of a good token, signed by another key.
 *
 * @param {string} good
 */
async function forged(good) {
  const [head = '', claims = ''] = good.slice('Bearer '.length).split('.');
  const read = (/** @type {string} */ part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  const { privateKey } = await generateKeyPair('RS256');
  return new SignJWT(read(claims)).setProtectedHeader(read(head)).sign(privateKey);
}
