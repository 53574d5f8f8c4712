import type { MigrateTexts } from './types.js';

export const en: MigrateTexts = {
  command: 'Brings the store to the schema of this version, as the next start of the bot would.',
  done: 'The store is up to date. Steps that were run: {steps}',
  nothing: 'The store was up to date already.',
};
