import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a request's own time may be away, before and after (security T26: Bolt looks back only). */
const WINDOW_S = 300;

/** The headers that Slack signs with. */
export interface Signed {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

/** Why a request is not Slack's. */
export type Distrust = 'unsigned' | 'timestamp' | 'signature';

/**
 * Checks a request's signature: `v0=` and the HMAC-SHA256 over `v0:timestamp:raw body`, compared in constant time
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Pure.
 *
 * @param now milliseconds since 1970
 * @returns null for a genuine one
 */
export function distrust(
  secret: string,
  body: Buffer,
  { signature, timestamp }: Signed,
  now: number,
): Distrust | null {
  if (signature === undefined || timestamp === undefined) return 'unsigned';
  if (!/^\d{1,12}$/.test(timestamp)) return 'timestamp';
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > WINDOW_S) return 'timestamp';
  const hex = /^v0=([0-9a-f]{64})$/.exec(signature)?.[1];
  if (hex === undefined) return 'signature';
  const ours = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(ours, Buffer.from(hex, 'hex')) ? null : 'signature';
}
