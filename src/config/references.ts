import { isAbsolute } from 'node:path';
import type { Environment } from './reader.js';
import { type VariableName, variables } from './variables.js';

/** Where the value of a secret stands that is not in the environment itself. */
export type Reference =
  | { readonly kind: 'file'; readonly path: string }
  | {
      readonly kind: 'keyvault';
      /** `https://{name}{suffix}`, as it is written; whether it is a vault of the cloud is not looked at. */
      readonly vault: string;
      readonly name: string;
      /** Null: the newest. */
      readonly version: string | null;
    };

const inVault =
  /^keyvault:(https:\/\/[a-z0-9.-]{1,253})\/secrets\/([0-9A-Za-z-]{1,127})(?:\/([0-9a-f]{32}))?$/;

/** Reads `file:/PATH` and `keyvault:https://VAULT/secrets/NAME[/VERSION]`; null for a value that stands for itself. Pure. */
export function referenceIn(value: string): Reference | 'malformed' | null {
  if (value.startsWith('file:')) {
    const path = value.slice('file:'.length);
    return isAbsolute(path) ? { kind: 'file', path } : 'malformed';
  }
  // App Service replaces it itself: where it is still there, that has failed.
  if (value.startsWith('@Microsoft.KeyVault(')) return 'malformed';
  if (!value.startsWith('keyvault:')) return null;
  const [, vault, name, version = null] = inVault.exec(value) ?? [];
  return vault === undefined || name === undefined ? 'malformed' : { kind: 'keyvault', vault, name, version };
}

/** A secret of the environment that stands elsewhere. */
export interface Referred {
  readonly name: VariableName;
  readonly reference: Reference | 'malformed';
  /** Where, as configuration has it: it may be shown. Of what cannot be read the beginning: the rest may be a secret. */
  readonly place: string;
}

/** The secrets of the environment that stand elsewhere. Pure. */
export function referencesIn(env: Environment): readonly Referred[] {
  // The keys of the table are its names.
  const names = Object.keys(variables) as VariableName[];
  return names.flatMap((name) => {
    const value = 'secret' in variables[name] ? (env[name] ?? '').trim() : '';
    const reference = referenceIn(value);
    return reference === null ? [] : [{ name, reference, place: placeOf(reference, value) }];
  });
}

function placeOf(reference: Reference | 'malformed', value: string): string {
  if (reference === 'malformed') return /^[@\w.]{0,30}:?/.exec(value)?.[0] ?? '';
  return reference.kind === 'file' ? reference.path : `${reference.vault}/secrets/${reference.name}`;
}

/** Why one could not be read. `vault-unknown`: nobody could be asked. */
export type WhyUnresolved =
  | 'malformed'
  | 'file-missing'
  | 'file-unreadable'
  | 'empty'
  | 'no-identity'
  | 'in-world'
  | 'not-a-vault'
  | 'secret-missing'
  | 'vault-refuses'
  | 'signed-out'
  | 'vault-unknown';

/** What became of all of them. */
export interface Resolution {
  /** With the values in the place of references; without those that could not be read. */
  readonly env: Environment;
  /** `openToAll`: everybody on the machine can read the file. */
  readonly resolved: readonly (Omit<Referred, 'reference'> & { readonly openToAll: boolean })[];
  readonly unresolved: readonly (Omit<Referred, 'reference'> & { readonly why: WhyUnresolved })[];
}
