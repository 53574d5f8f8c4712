import { silent } from '../observe/log.js';
import type { Context } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { onStore, type StoreOption } from './on-store.js';

/** `migrate`: brings the schema of the store up to date before a bot starts, and says what it did. */
export async function migrateCommand(options: StoreOption, context: Context): Promise<ExitCode> {
  const { out, texts } = context;
  const { bringUpToDate } = await import('../store/open.js');
  const steps = await onStore(options, context, (url, token) => bringUpToDate(url, silent, token));
  const { done, nothing } = texts.migrate;
  await out.write(`${steps.length === 0 ? nothing : done.replace('{steps}', steps.join(', '))}\n`);
  return exitCodes.found;
}
