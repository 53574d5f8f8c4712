import type { CommandId } from './fixes/commands.js';

/** Commands around the log of sign-ins: who looks by hand, who switches it on, who gives the right to it. */
export const logCommands = {
  list: 'login-events',
  collect: 'login-events-collect',
  grant: 'login-events-grant',
} as const satisfies Record<string, CommandId>;
