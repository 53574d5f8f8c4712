import { compileParts } from '../../support/compile.js';

/** What `child.mjs` loads. */
export function compileExecutor(): ReturnType<typeof compileParts> {
  return compileParts([
    'store/open.ts',
    'access/executor/executor.ts',
    'access/policy/load.ts',
    'azure/granter-client.ts',
    'azure/credential.ts',
    'azure/egress-client.ts',
  ]);
}
