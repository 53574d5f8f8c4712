/**
 * What az says of its own parts, and goes on: commands that it could not load are those of another service, whose name
 * says nothing of what was asked (azure-cli-core `__init__.py`). That of `acr` itself is a trouble.
 */
const unloaded =
  /^(?:ERROR: |WARNING: )?(?:Error loading command module '(?!acr')|Unable to load extension '(?!acr)).{1,400}$/gim;

/** A text without them, so that only what happened is weighed. Takes time linear in its length. */
export function withoutOwnTroubles(text: string): string {
  return /unable to load extension|error loading command module/i.test(text)
    ? text.replace(unloaded, '')
    : text;
}
