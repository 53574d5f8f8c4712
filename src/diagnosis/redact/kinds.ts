/**
 * Kinds of secrets, most telling first: where two rules claim the same characters, the earlier kind names the
 * finding (`docker login -p <acr key>` is reported as `acr-key`, not as `password`).
 */
export const SECRET_KINDS = [
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
export type SecretKind = (typeof SECRET_KINDS)[number];

/** How many secrets of one kind were replaced; `count` >= 1. */
export interface SecretFinding {
  readonly kind: SecretKind;
  readonly count: number;
}

/** The cleaned text and what was taken out of it, in order of `SECRET_KINDS`; never holds a secret. */
export interface Redaction {
  readonly text: string;
  readonly secrets: readonly SecretFinding[];
}

/** A claim of one rule: characters `start` (inclusive) to `end` (exclusive) are a secret. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

/** The text that takes the place of a secret. */
export const markerOf = (kind: SecretKind): string => `[redacted:${kind}]`;
