import type { Fix } from './fix.js';
import { secretFixes } from './secrets.js';
import { signInFixes } from './sign-in.js';

/** Who signs in, and with what. */
export const credentialFixes = { ...signInFixes, ...secretFixes } as const satisfies Record<string, Fix>;
