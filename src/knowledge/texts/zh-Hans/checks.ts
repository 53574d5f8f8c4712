import type { CheckTexts } from '../types.js';
import { accountChecks } from './checks/accounts.js';
import { networkChecks } from './checks/network.js';
import { roleChecks } from './checks/roles.js';
import { setupChecks } from './checks/setup.js';

/** 检查：运行时显示的一行、由用户自己运行时的问题，以及各个回答。 */
export const checks: CheckTexts = { ...setupChecks, ...accountChecks, ...roleChecks, ...networkChecks };
