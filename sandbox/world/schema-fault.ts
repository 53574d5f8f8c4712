import { z } from 'zod';
import { hostPattern, ip } from './scalars.js';

export const fault = z.strictObject({
  host: hostPattern,
  for: z
    .enum(['everyone', 'person', 'bot'])
    .default('everyone')
    .describe("Whose network it is: the person's machine or the bot's."),
  dns: z
    .union([
      z.enum(['not-found', 'server-failure', 'timeout']),
      z.strictObject({ addresses: z.array(ip), aliases: z.array(z.string()).default([]) }),
    ])
    .optional(),
  tcp: z.enum(['refused', 'timeout', 'unreachable']).optional(),
  tls: z.enum(['untrusted', 'wrong-name', 'expired', 'not-yet-valid', 'hangs']).optional(),
  http: z
    .union([
      z.enum(['hangs', 'drips', 'huge', 'foreign-realm', 'no-challenge', 'redirect']),
      z.strictObject({ status: z.number().int(), retryAfter: z.number().optional() }),
    ])
    .optional(),
});
