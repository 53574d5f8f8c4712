import type { CheckTexts } from '../types.js';
import { accountChecks } from './checks/accounts.js';
import { networkChecks } from './checks/network.js';
import { roleChecks } from './checks/roles.js';
import { setupChecks } from './checks/setup.js';

/** Checks: the line while one runs, the question where the person runs it, and the answers. */
export const checks: CheckTexts = { ...setupChecks, ...accountChecks, ...roleChecks, ...networkChecks };
