import type { CheckTexts } from '../types.js';
import { accountChecks } from './checks/accounts.js';
import { networkChecks } from './checks/network.js';
import { roleChecks } from './checks/roles.js';
import { setupChecks } from './checks/setup.js';

/** Prüfungen: die Zeile, solange eine läuft, die Frage, wo die Person sie ausführt, und die Antworten. */
export const checks: CheckTexts = { ...setupChecks, ...accountChecks, ...roleChecks, ...networkChecks };
