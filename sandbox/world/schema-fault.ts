import { z } from 'zod';
import { hostPattern, ip } from './scalars.js';

/**
 * What is broken between somebody and a host of the world, or at that host. Any host can have one: login servers, data
 * endpoints and the storage behind, Entra, Resource Manager, Graph. Of several that fit, the first in the file counts.
 */

const dns = z
  .union([
    z.enum(['not-found', 'server-failure', 'timeout']),
    z.strictObject({ addresses: z.array(ip), aliases: z.array(z.string()).default([]) }),
  ])
  .describe('What the name service answers.');

const tcp = z.enum(['refused', 'timeout', 'unreachable']).describe('What becomes of a connection.');

const tls = z
  .enum(['untrusted', 'wrong-name', 'expired', 'not-yet-valid', 'hangs', 'reset'])
  .describe(
    'What is wrong with the certificate; hangs and reset: the handshake gets no answer, or is broken off.',
  );

const http = z
  .union([
    z
      .enum(['hangs', 'drips', 'huge', 'reset', 'redirect', 'foreign-realm', 'no-challenge'])
      .describe(
        [
          'At any host: hangs (no answer), drips (byte by byte without an end), huge (more than anybody reads), reset (broken off), redirect (to a page to sign in).',
          'Where there are challenges – login servers, Resource Manager, Graph – also a 401 with one that leads elsewhere (foreign-realm) or without one (no-challenge).',
        ].join(' '),
      ),
    z
      .strictObject({
        status: z.number().int(),
        retryAfter: z.number().optional().describe('Seconds of Retry-After.'),
      })
      .describe('At any host: a status such as 429 or 503, with the error body of the service there.'),
  ])
  .describe('What becomes of a request.');

export const fault = z.strictObject({
  host: hostPattern,
  for: z
    .enum(['everyone', 'person', 'bot'])
    .default('everyone')
    .describe("Whose network it is: the person's machine or the bot's."),
  dns: dns.optional(),
  tcp: tcp.optional(),
  tls: tls.optional(),
  http: http.optional(),
});
