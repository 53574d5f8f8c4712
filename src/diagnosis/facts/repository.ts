/**
 * Grammars of the OCI distribution specification: repository (`<name>`), tag and digest.
 * Repository names are bounded to 255 characters, as Docker does with the host included.
 */
const repository =
  /^(?=.{1,255}$)[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const tag = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const digest = /^sha256:[0-9a-f]{64}$/;

/** An OCI repository name such as `team/app`, or null. */
export function parseRepository(text: string): string | null {
  return repository.test(text) ? text : null;
}

/** A tag, or null. */
export function parseTag(text: string): string | null {
  return tag.test(text) ? text : null;
}

/** A SHA-256 digest in lower case, or null. */
export function parseDigest(text: string): string | null {
  const lower = text.toLowerCase();
  return digest.test(lower) ? lower : null;
}
