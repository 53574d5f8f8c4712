import type { Problem } from '../azure/answer.js';
import { InvalidVault } from '../azure/vault-places.js';
import type { VaultValues } from '../azure/vault-values.js';
import type { Environment } from '../config/reader.js';
import {
  type Reference,
  type Referred,
  type Resolution,
  referencesIn,
  type WhyUnresolved,
} from '../config/references.js';
import { readSecretFile } from '../config/secret-file.js';
import type { VariableName } from '../config/variables.js';
import { configurationIn } from '../doctor/configuration.js';
import { groundOf } from './bot/azure.js';
import { exitCodes } from './exit-codes.js';
import { extraCaOf } from './extra-ca.js';
import { Failure } from './failure.js';
import type { ReferenceTexts } from './texts/references/types.js';

/** How vaults are asked; null where nobody is signed in. */
export type ToVaults = (env: Environment, vaults: readonly string[]) => Promise<VaultValues | null>;

type Read = { readonly value: string; readonly openToAll: boolean } | { readonly why: WhyUnresolved };

/** For all secrets together. */
const LONGEST_MS = 20_000;

/**
 * Puts the values of secrets in the place of `file:…` and `keyvault:…`. Files first: the secret of the identity that asks
 * vaults may stand in one. Nothing is opened where nothing is referred to.
 *
 * @param toVaults null in a world: nothing real is asked there
 */
export async function resolveReferences(
  env: Environment,
  toVaults: ToVaults | null = asReader,
): Promise<Resolution> {
  const all = referencesIn(env);
  if (all.length === 0) return { env, resolved: [], unresolved: [] };
  const read = new Map<VariableName, Read>();
  for (const { name, reference } of all) {
    if (reference === 'malformed') read.set(name, { why: 'malformed' });
    else if (reference.kind === 'file') read.set(name, await inFile(reference.path));
  }
  const inVaults = all.flatMap(({ name, reference }) =>
    reference !== 'malformed' && reference.kind === 'keyvault' ? [{ name, reference }] : [],
  );
  if (inVaults.length > 0) {
    const known = withValues(env, all, read);
    const values = await valuesFor(known, inVaults, toVaults);
    await Promise.all(
      inVaults.map(async ({ name, reference }) => {
        read.set(name, typeof values === 'string' ? { why: values } : await inVault(values, reference));
      }),
    );
  }
  const told = all.map(({ name, place }) => ({
    name,
    place,
    ...(read.get(name) ?? { why: 'malformed' as const }),
  }));
  return {
    env: withValues(env, all, read),
    resolved: told.flatMap((it) =>
      'value' in it ? [{ name: it.name, place: it.place, openToAll: it.openToAll }] : [],
    ),
    unresolved: told.flatMap((it) => ('why' in it ? [{ name: it.name, place: it.place, why: it.why }] : [])),
  };
}

function withValues(
  env: Environment,
  all: readonly Referred[],
  read: ReadonlyMap<VariableName, Read>,
): Environment {
  const values = all.map(({ name }) => {
    const found = read.get(name);
    return [name, found !== undefined && 'value' in found ? found.value : undefined] as const;
  });
  return { ...env, ...Object.fromEntries(values) };
}

async function inFile(path: string): Promise<Read> {
  const file = await readSecretFile(path);
  return file.kind === 'value' ? file : { why: file.kind };
}

type InVault = Extract<Reference, { kind: 'keyvault' }>;

async function valuesFor(
  env: Environment,
  wanted: readonly { readonly reference: InVault }[],
  toVaults: ToVaults | null,
): Promise<VaultValues | WhyUnresolved> {
  if (toVaults === null) return 'in-world';
  try {
    const vaults = new Set(wanted.map(({ reference }) => reference.vault));
    return (await toVaults(env, [...vaults])) ?? 'no-identity';
  } catch (error) {
    if (error instanceof InvalidVault) return 'not-a-vault';
    throw error;
  }
}

async function inVault(values: VaultValues, at: InVault): Promise<Read> {
  const found = await values(at, AbortSignal.timeout(LONGEST_MS));
  return found.ok ? { value: found.value.reveal(), openToAll: false } : { why: whyOf(found.problem) };
}

function whyOf({ kind }: Problem): WhyUnresolved {
  switch (kind) {
    case 'not-found':
      return 'secret-missing';
    case 'denied':
      return 'vault-refuses';
    case 'signed-out':
      return 'signed-out';
    default:
      return 'vault-unknown';
  }
}

/** As the identity that reads. */
const asReader: ToVaults = async (env, vaults) => {
  const { azure } = configurationIn(env).settings;
  if (azure === null) return null;
  // Loaded only where a vault is named.
  const { connectVaultValues } = await import('../azure/vault-values.js');
  return connectVaultValues(groundOf(azure, await extraCaOf(env)), azure.identity, vaults);
};

/** What keeps a command from going on without its secrets. */
export function unresolvedFailure(unresolved: Resolution['unresolved'], texts: ReferenceTexts): Failure {
  const lines = unresolved.map(({ name, place, why }) => `${name} (${place}): ${texts.why[why]}`);
  const asked = unresolved.every(({ why }) => why === 'vault-unknown');
  return new Failure(
    asked ? exitCodes.unavailable : exitCodes.usage,
    [texts.unresolved, ...lines].join('\n'),
  );
}
