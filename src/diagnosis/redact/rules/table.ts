import { ASSIGNMENT_RULE } from './assignments.js';
import { BLOB_RULES } from './blobs.js';
import { COMMAND_RULE } from './commands.js';
import { CSV_RULE } from './csv.js';
import { ENTROPY_RULE } from './entropy.js';
import { FLAG_RULES } from './flags.js';
import { HEADER_RULES } from './headers.js';
import { KUBERNETES_RULE } from './kubernetes.js';
import { PROSE_RULE } from './prose.js';
import type { Rule } from './rule.js';
import { SIGNATURE_RULES } from './signatures.js';
import { TABLE_RULES } from './tables.js';
import { URL_RULES, URL_SCAN, USER_AT_REGISTRY } from './urls.js';

/** Every rule. Order does not matter: claims are united, and `secretKinds` decides what a union is called. */
export const RULES: readonly Rule[] = [
  ...SIGNATURE_RULES,
  ...BLOB_RULES,
  ...FLAG_RULES,
  ...HEADER_RULES,
  ...URL_RULES,
  URL_SCAN,
  USER_AT_REGISTRY,
  COMMAND_RULE,
  ASSIGNMENT_RULE,
  KUBERNETES_RULE,
  ...TABLE_RULES,
  CSV_RULE,
  PROSE_RULE,
  ENTROPY_RULE,
];
