import { authorizationFixes } from './authorization.js';
import { credentialFixes } from './credentials.js';
import { dockerFixes } from './docker.js';
import type { Fixes } from './fix.js';
import { limitFixes } from './limits.js';
import { nameFixes } from './name.js';
import { networkFixes } from './network.js';
import { otherFixes } from './other.js';

/** How each cause is put right. A cause without a fix does not compile. */
export const fixes: Fixes = {
  ...dockerFixes,
  ...nameFixes,
  ...credentialFixes,
  ...authorizationFixes,
  ...networkFixes,
  ...limitFixes,
  ...otherFixes,
};
