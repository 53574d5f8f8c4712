import { z } from 'zod';
import { hostPattern, ip } from './scalars.js';

/**
 * What is broken between somebody and a host of the world, or at that host. Any host can have one: login servers, data
 * endpoints and the storage behind, vaults, Entra, Resource Manager, Graph. Of several that fit, the first in the file
 * counts; one that is for some calls only (`on`) goes before all others.
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
        code: z.string().optional().describe("Error code in place of the service's usual one."),
      })
      .describe('At any host: a status such as 429 or 503, with the error body of the service there.'),
  ])
  .describe('What becomes of a request.');

const call = z
  .strictObject({
    method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
    path: z
      .string()
      .optional()
      .describe('Path without the query, without regard to case, * for any part: */roleAssignments/*.'),
    calls: z
      .array(z.number().int().min(1))
      .min(1)
      .optional()
      .describe(
        'Which of the calls that fit: [1] only the first, [2, 3] the second and third. Left out: all.',
      ),
    after: z
      .boolean()
      .default(false)
      .describe('The service does its work first, so that only the answer is another, or lost.'),
  })
  .describe('Calls that the fault is for, counted from the first that fits; http only.');

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
  on: call.optional(),
});
