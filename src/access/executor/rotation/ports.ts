import type { Rotator } from '../../../azure/rotator.js';
import type { Vaults } from '../../../azure/vault.js';
import type { Log } from '../../../observe/log.js';
import type { Policy } from '../../policy/policy.js';
import type { People } from '../../requests.js';
import type { Secret } from '../../secret.js';

/** Seals a secret for the one-time page of its recipient (security §3.4). */
export interface Sealer {
  seal(
    secret: Secret,
    about: { readonly request: string; readonly attempt: number; readonly recipient: string },
  ): { readonly tokenHash: string; readonly ciphertext: string };
}

export interface RotationPorts {
  readonly policy: () => Policy | null;
  readonly people: People;
  readonly rotator: Rotator;
  readonly vaults: Vaults;
  /** Null where the bot has no page of its own. */
  readonly sealer: Sealer | null;
  readonly log: Log;
  readonly now: () => number;
}
