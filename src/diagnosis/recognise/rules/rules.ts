import { accessRules } from './access.js';
import { cliRules } from './cli.js';
import { networkRules } from './network.js';
import type { Rule } from './rule.js';
import { shownRules } from './shown.js';
import { toldRules } from './told.js';

/** All rules; their order does not matter. */
export const rules: readonly Rule[] = [
  ...accessRules,
  ...shownRules,
  ...cliRules,
  ...networkRules,
  ...toldRules,
];
