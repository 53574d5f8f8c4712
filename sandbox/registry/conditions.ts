import { parseCondition } from '../conditions/parse.js';

/** What a condition is asked about: a data action, and the repository where one is concerned. */
export interface Question {
  readonly action: string;
  readonly repository: string | null;
}

const attribute = 'microsoft.containerregistry/registries/repositories:name';

/**
 * Whether the condition of a role assignment lets an action on a repository pass (roles.md §4). What is not understood
 * lets nothing pass. The attribute has a value as `@Request` only: `@Resource` never matches (gh:Azure/acr#794).
 */
export function conditionAdmits(condition: string, { action, repository }: Question): boolean {
  const rule = parseCondition(condition, [attribute]);
  return rule?.({ action, attributes: { [`request ${attribute}`]: repository } }) ?? false;
}
