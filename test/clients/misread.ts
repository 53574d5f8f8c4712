import type { CauseId } from '../../src/knowledge/causes.js';

/** Recorded texts in which the diagnosis reads something else than it should, until that is mended. */
export const misread: readonly { readonly text: string; readonly as: CauseId; readonly why: string }[] = [
  {
    text: 'registry-not-found: @azure/container-registry, @azure/container-registry 1.1.2',
    as: 'connection-failed',
    why: 'getaddrinfo ENOTFOUND is what Go calls "no such host"',
  },
  {
    text: 'sp-not-found: @azure/container-registry, @azure/container-registry 1.1.2',
    as: 'role-missing',
    why: 'AADSTS700016 decides, not the challenge that is printed with it',
  },
];
