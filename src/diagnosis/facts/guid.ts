const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The GUID as source text, for patterns that look for one within a phrase. */
export const GUID = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';

/** User name that goes with a registry token (auth-methods §A1–A2); no one's identity. */
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/** A GUID in lower case (RFC 9562 text form, without braces), or null. */
export function parseGuid(text: string): string | null {
  const lower = text.toLowerCase();
  return guid.test(lower) ? lower : null;
}
