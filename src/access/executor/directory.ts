import type { Answer } from '../../azure/answer.js';
import type { Identity } from '../policy/ask.js';
import type { Person } from '../policy/principals.js';

/** People as they are in Entra at this moment: nothing here is kept. Never throws. */
export interface FreshDirectory {
  /** Null: not in the directory any more, or disabled. */
  person(
    who: { readonly objectId: string; readonly tenant: string },
    signal: AbortSignal,
  ): Promise<Answer<Person | null>>;
  /** Object ids of those who own an identity; nobody owns a user. */
  owners(identity: Pick<Identity, 'kind' | 'objectId'>, signal: AbortSignal): Promise<Answer<readonly string[]>>;
}
