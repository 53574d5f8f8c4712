import { join } from 'node:path';
import { compileParts } from '../support/compile.js';

/** @returns the module that opens a store, and what removes it */
export function compileStore(): { readonly module: string; remove(): void } {
  const { folder, remove } = compileParts(['store/open.ts', 'store/inspect.ts']);
  return { module: join(folder, 'src', 'store', 'open.js'), remove };
}
