const code = /^AADSTS[0-9]{4,8}$/;

/** An Entra error code such as `AADSTS7000215` (errors.md §6), or null. */
export function parseEntraCode(text: string): string | null {
  return code.test(text) ? text : null;
}
