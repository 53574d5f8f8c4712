/**
 * Kinds of secrets, most telling first: where two rules claim the same characters, the earlier kind names the
 * finding (`docker login -p <acr key>` is reported as `acr-key`, not as `password`).
 */
export const secretKinds = [
  'private-key',
  'acr-key',
  'entra-client-secret',
  'azure-key',
  'vendor-token',
  'docker-auth',
  'jwt',
  'refresh-token',
  'connection-string',
  'sas',
  'basic-auth',
  'bearer',
  'cookie',
  'kubernetes-secret',
  'client-secret',
  'api-key',
  'token',
  'password',
  'high-entropy',
  'unreadable',
] as const;

/** Closed union of the words that may follow `[redacted:`. */
export type SecretKind = (typeof secretKinds)[number];
