import type { CodeEntry } from './code.js';
import { applicationCodes } from './entra-applications.js';
import type { EntraGroup } from './entra-group.js';
import { userCodes } from './entra-users.js';

const groups = [...userCodes, ...applicationCodes] as const;

/** The number of a sign-in error, without `AADSTS`. */
export type EntraCode = (typeof groups)[number]['codes'][number];

/**
 * Sign-in errors of Entra ID, keyed by the number after `AADSTS`. Numbers that are missing here are looked up at
 * https://login.microsoftonline.com/error?code=<number>.
 */
// fromEntries forgets the keys; they are exactly the codes of the groups.
export const entraCodes = Object.fromEntries(groups.flatMap(entriesOf)) as Readonly<
  Record<EntraCode, CodeEntry>
>;

function entriesOf({ codes, meaning, causes, source }: EntraGroup): readonly [number, CodeEntry][] {
  return codes.map((code) => [code, { meaning, causes, symptom: 'entra-code', source }]);
}
