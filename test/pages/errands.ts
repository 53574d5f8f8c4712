import { deriveToken, seal } from '../../src/access/delivery/seal.js';
import { Secret } from '../../src/access/secret.js';
import type { Language } from '../../src/knowledge/language.js';
import { sha256 } from '../../src/pages/web/tokens.js';
import { ana, deliveryKey, type Lab } from './pages-lab.js';

/** Links for Ana, as the chat would give them. */

const QUARTER = 15 * 60_000;
export const secretValue = 'fake-secret-value-1234567890+ACRexample';
export const approval = { request: 'request-1', specHash: 'hash-1' };

export function approveLink(at: Lab, language: Language = 'en', name = 'Ana'): Promise<string> {
  const about = { ...approval, objectId: at.objectIdOf('ana'), tenant: at.tenant };
  return at.pages.approveUrl?.(ana, name, language, about) ?? Promise.reject(new Error('not set up'));
}

/** Makes a secret for somebody, which waits for a quarter of an hour. */
export function secretLink(
  at: Lab,
  language: Language = 'en',
  recipient = { objectId: at.objectIdOf('ana'), tenant: at.tenant },
): { readonly url: string; readonly tokenHash: string; readonly token: string } {
  const request = 'request-2';
  const token = deriveToken(deliveryKey, request, 1);
  const sealedFor = { key: deliveryKey, token, request, recipient: recipient.objectId };
  const tokenHash = sha256(token);
  const until = at.now() + QUARTER;
  at.deliveries.add(tokenHash, { request, recipient, until }, seal(new Secret(secretValue), sealedFor));
  return { url: at.pages.secretUrl?.(token, language) ?? '', tokenHash, token };
}

/** User agents of what comes before people do. */
export const previewers = [
  'Slackbot-LinkExpanding 1.0',
  'Slack-ImgProxy',
  'Mozilla/5.0 SafeLinks',
  'Twitterbot/1.0',
  'curl/8',
];
