import { z } from 'zod';
import { causeIds } from '../../src/knowledge/causes.js';
import { repository as root } from '../support/temp.js';
import { commandNames } from './commands.js';

/** A text that a program nobody here wrote printed in a world, with what printed it. */
export const recordSchema = z.strictObject({
  /** The world, and so what was really wrong. */
  world: z.enum(causeIds),
  command: z.enum(commandNames),
  /** `azure-cli 2.45.0 (Debian 12)`. */
  printedBy: z.string(),
  exit: z.number(),
  text: z.string(),
});
export type ClientRecord = z.infer<typeof recordSchema>;

/** What a run saw of one command, for the table; successes are in it too. */
export const resultSchema = recordSchema.extend({
  world: z.enum([...causeIds, 'works']),
  machine: z.string(),
  exit: z.number().nullable(),
  /** Why it is not what was expected; null where it is. */
  problem: z.string().nullable(),
  /** Causes that the diagnosis may read in it; none: nothing went wrong in it. */
  accepts: z.array(z.enum(causeIds)).readonly(),
});
export type ClientResult = z.infer<typeof resultSchema>;

const names = {
  az: 'azure-cli',
  docker: 'docker',
  dockerd: 'docker',
  skopeo: 'skopeo',
  podman: 'podman',
  containerd: 'containerd',
  node: '@azure/container-registry',
} as const;

/** A program as it is named in tables. */
export function printerOf(program: keyof typeof names, version: string, machine: string): string {
  return program === 'node' ? `${names[program]} ${version}` : `${names[program]} ${version} (${machine})`;
}

/** A text without what is of the machine that it was printed on: folders, and pointers in Docker's log. */
export function withoutMachine(text: string, work: string): string {
  return text
    .replaceAll(root, '/srv/app')
    .replaceAll(RegExp(`${work.replaceAll(/[^\w/]/g, '.')}/home-\\w+`, 'g'), '/home/dana')
    .replaceAll(
      RegExp(`${work.replaceAll(/[^\w/]/g, '.')}/dockerd-\\w+/docker.sock`, 'g'),
      '/run/docker.sock',
    )
    .replaceAll(work, '/tmp/work')
    .replaceAll(/\b0xc[0-9a-f]{6,12}\b/g, '0xc000000000');
}
