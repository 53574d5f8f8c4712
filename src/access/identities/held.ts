import type { OwnAssignment } from '../../azure/granter.js';
import type { Offer } from '../policy/offer.js';

/** Everything that an identity was seen to hold. */
export interface Held {
  readonly scopes: readonly {
    /** Id of a registry that the policy knows. */
    readonly id: string;
    /** What the policy offers on it. */
    readonly offer: Offer;
    /** Roles on it, above and below it. */
    readonly roles: readonly OwnAssignment[];
  }[];
  /** Application permissions in Microsoft Graph. */
  readonly permissions: readonly string[];
}
