/** What a host that the bot speaks to is, never which. */
export const services = [
  'entra',
  'resource-manager',
  'graph',
  'log-analytics',
  'registry',
  'registry-data',
  'key-vault',
  'identity-endpoint',
  'other',
] as const;
export type Service = (typeof services)[number];
