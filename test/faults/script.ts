import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { fault } from '../../sandbox/world/schema-fault.js';
import { repository } from '../support/temp.js';

/**
 * The language of `scenarios.yaml`. A fault is when → where → what; each place has a device that knows its words:
 * `world-faults.ts` those of Azure, `devices.ts` those of the platforms and the database, `processes.ts` those of processes.
 */

/** Moments of a story, in their order; each story passes those that it has. */
const moments = [
  /** Before anybody does anything. */
  'begin',
  /** An event was delivered, and is being answered. */
  'pasted',
  /** Everybody has been told something. */
  'answered',
  'asking',
  /** Right before an approver presses, and right after. */
  'approving',
  'approved',
  /** Somebody has tried in vain: a retry is in the log. */
  'noticed',
  /** Two seconds later. */
  'a-while',
] as const;
export type Moment = (typeof moments)[number];

const when = z
  .string()
  .regex(new RegExp(`^(?:${moments.join('|')})(?: \\+\\d{1,5}ms)?$`))
  .transform((text) => {
    const [moment = '', plus = '+0ms'] = text.split(' ');
    return { moment: z.enum(moments).parse(moment), ms: Number.parseInt(plus.slice(1), 10) };
  });

const hosts = z.enum(['arm', 'graph', 'entra', 'registry']);
const { dns, tcp, tls, http, on } = fault.shape;
/** Which calls: those of a world file. */
const calls = on.unwrap().partial().shape;
const azure = (where: z.infer<typeof hosts>) =>
  z.strictObject({ when, where: z.literal(where), what: http.unwrap(), ...calls });

const line = z.discriminatedUnion('where', [
  z.strictObject({ when, where: z.literal('dns'), host: hosts, what: dns.unwrap() }),
  z.strictObject({ when, where: z.literal('tcp'), host: hosts, what: tcp.unwrap() }),
  z.strictObject({ when, where: z.literal('tls'), host: hosts, what: tls.unwrap() }),
  azure('arm'),
  azure('graph'),
  azure('entra'),
  azure('registry'),
  /** Milliseconds before every answer of Azure. */
  z.strictObject({ when, where: z.literal('network'), what: z.strictObject({ delay: z.number() }) }),
  z.strictObject({
    when,
    where: z.literal('slack'),
    method: z.string(),
    what: z.union([
      z.strictObject({ error: z.string() }),
      z.strictObject({ status: z.number(), headers: z.record(z.string(), z.string()).optional() }),
      z.strictObject({ hang: z.literal(true) }),
      z.strictObject({ lost: z.union([z.literal('silence'), z.number()]) }),
    ]),
    times: z.number().default(1),
  }),
  z.strictObject({
    when,
    where: z.literal('teams'),
    what: z.strictObject({
      status: z.number().optional(),
      silent: z.boolean().optional(),
      times: z.number(),
    }),
  }),
  /** `cut`: all connections break, new ones are taken; `away`: none comes about; `silent`: nothing comes through. */
  z.strictObject({ when, where: z.literal('database'), what: z.enum(['cut', 'away', 'silent']) }),
  /** `SIGSTOP`: it stands still until another holds what it held, and then goes on. */
  z.strictObject({ when, where: z.literal('process'), what: z.enum(['SIGTERM', 'SIGKILL', 'SIGSTOP']) }),
  /** Minutes by which the machine's clock is set. */
  z.strictObject({ when, where: z.literal('clock'), what: z.number() }),
  z.strictObject({ when, where: z.literal('disk'), what: z.literal('full') }),
]);
export type Line = z.infer<typeof line>;
export type LineOf<W extends Line['where']> = Extract<Line, { where: W }>;

const scenario = z.strictObject({
  story: z.enum(['diagnosis', 'role', 'people']),
  faults: z.array(line).min(1),
  over: z.enum(moments).optional(),
  says: z.array(z.string()).optional(),
  /** They paste the same one after the other while the fault lasts, after dana has been answered. */
  others: z.array(z.enum(['olga', 'rita'])).default([]),
  /** People are told when it is over: it is the platform itself that is away. */
  later: z.literal(true).optional(),
});
export type Scenario = z.infer<typeof scenario> & { readonly name: string };

/** Every scenario, in the order of the file. */
export function scenarios(): readonly Scenario[] {
  const text = readFileSync(join(repository, 'test', 'faults', 'scenarios.yaml'), 'utf8');
  const all = z.record(z.string(), scenario).parse(parse(text));
  return Object.entries(all).map(([name, it]) => ({ name, ...it }));
}

/** Lines whose device is of one of these kinds. */
export function linesAt<W extends Line['where']>(
  { faults }: Scenario,
  ...places: readonly W[]
): readonly LineOf<W>[] {
  return faults.filter((it): it is LineOf<W> => places.some((place) => place === it.where));
}
