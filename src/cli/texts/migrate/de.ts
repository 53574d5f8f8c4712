import type { MigrateTexts } from './types.js';

export const de: MigrateTexts = {
  command: 'Bringt den Speicher auf das Schema dieser Version, wie es der nächste Start des Bots täte.',
  done: 'Der Speicher ist auf dem neuesten Stand. Ausgeführte Schritte: {steps}',
  nothing: 'Der Speicher war schon auf dem neuesten Stand.',
};
