import { z } from 'zod';
import { endingAfter } from '../../azure/deadline.js';
import type { ProbeReport } from '../report.js';
import * as value from '../values.js';
import { jsonIn } from './programs.js';
import type { Surroundings } from './surroundings.js';

const HELPER_MS = 4_000;

/** Only names are taken in; what belongs to them stays in the text that is dropped. */
const names = z.record(z.string(), z.unknown()).transform((entries) => Object.keys(entries));
const config = z.object({
  auths: names.catch([]).default([]),
  credsStore: value.storeName.nullish().catch(null),
  credHelpers: z.record(z.string(), value.storeName).catch({}).default({}),
});

/**
 * Where Docker keeps the password of a registry, and whether there is an entry. A helper is asked for the names that
 * it has (`list`), never for a value (`get`).
 */
export async function store(
  around: Surroundings,
  registry: string,
  signal: AbortSignal,
): Promise<NonNullable<ProbeReport['store']>> {
  const text = await around.dockerFile('config.json');
  if (text === null) return { name: null, entry: false };
  const read = config.safeParse(jsonIn(text));
  if (!read.success) return { name: null, entry: null };
  const { auths, credsStore, credHelpers } = read.data;
  const helper = credHelpers[registry] ?? credsStore;
  if (!helper) return { name: 'file', entry: auths.some((key) => isOf(key, registry)) };
  const ran = await endingAfter(HELPER_MS, signal, (stop) =>
    around.run(`docker-credential-${helper}`, ['list'], stop),
  );
  const kept = names.safeParse(ran?.ok === true ? jsonIn(ran.stdout) : null);
  return { name: helper, entry: kept.success ? kept.data.some((key) => isOf(key, registry)) : null };
}

/** Keys are hosts, or URLs in older files. */
function isOf(key: string, registry: string): boolean {
  return (
    key
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/.*$/s, '') === registry
  );
}
