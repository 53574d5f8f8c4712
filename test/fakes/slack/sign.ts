import { createHmac } from 'node:crypto';

/** Headers that Slack signs a request with. */
export function signed(
  secret: string,
  body: string | Buffer,
  timestamp: number | string,
): Record<string, string> {
  const hex = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return { 'x-slack-signature': `v0=${hex}`, 'x-slack-request-timestamp': String(timestamp) };
}
