import type { CauseId } from '../causes.js';

/** Documents that the readings come from. */
export const entra = 'entra-docs identity-platform/reference-error-codes.md';
export const devops = 'azure-devops-docs includes/errors-workload-identity.md';

/** Codes with the same reading. */
export interface EntraGroup {
  readonly codes: readonly [number, ...number[]];
  readonly meaning: string;
  readonly causes: readonly [CauseId, ...CauseId[]];
  readonly source: string;
}
