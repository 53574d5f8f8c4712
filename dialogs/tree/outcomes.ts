import type { Node } from './node.js';
import { accessOutcomes } from './outcomes-access.js';
import { registryOutcomes } from './outcomes-registry.js';

/**
 * The leaves. A cause has several where the way there tells how sure one can be: `…-possible` and `…-likely`
 * are reached when the deciding check could not be made.
 */
export const outcomes = { ...accessOutcomes, ...registryOutcomes } as const satisfies Record<
  string,
  Node<string>
>;
