import { ok, orNull } from './answer.js';
import { settled } from './long-running.js';
import { answered } from './management/ask.js';
import type { RestWriter } from './rest-writer.js';
import { adminSlots, type Rotator, tokenSlots } from './rotator.js';
import {
  actionOn,
  credentialsShape,
  isoOf,
  passwordIn,
  registryOf,
  tokenOf,
  tokenPasswordsOf,
  tokenPath,
  tokenShape,
} from './rotator-wire.js';
import { contentOf, refused, refusedBy, written } from './writes.js';

const rights = {
  admin: 'Microsoft.ContainerRegistry/registries/regenerateCredential/action',
  token: 'Microsoft.ContainerRegistry/registries/generateCredentials/action',
  tokens: 'Microsoft.ContainerRegistry/registries/tokens/read',
} as const;

/**
 * Passwords of a registry's own users, in Resource Manager.
 *
 * Not verified against Azure: whether `regenerateCredential/action` alone brings the values, or
 * `listCredentials/action` is needed beside it. The documents name no need for it and the sandbox asks for none; where
 * Azure does, the answer has no values, and what comes of it is `unanswered` with `protocol`. Nor is it documented which
 * right the looks after a 202 to `generateCredentials` need (`registries/operationStatuses/read` is the likely one); a
 * refused look is `unanswered`.
 */
export function registrySecrets({
  reader,
  write,
  look,
}: RestWriter): Pick<Rotator, 'renewAdminPassword' | 'tokenPasswords' | 'renewTokenPassword'> {
  return {
    renewAdminPassword: (registryId, slot, signal) =>
      written(rights.admin, async () => {
        const registry = registryOf(registryId);
        if (registry === null || !adminSlots.includes(slot)) return refused('invalid');
        const response = await write(
          'POST',
          actionOn(registry, 'regenerateCredential'),
          { name: slot },
          signal,
        );
        if (response.status !== 200) return refusedBy(response);
        const { username, passwords } = contentOf(response, credentialsShape);
        return { kind: 'renewed', username, secret: passwordIn(passwords, slot).secret };
      }),
    tokenPasswords: async (registryId, token, signal) => {
      const id = tokenOf(registryId, token);
      if (id === null) return ok(null);
      const read = async () => tokenPasswordsOf(await reader.get(tokenPath(id), tokenShape, signal));
      return orNull(await answered(rights.tokens, read));
    },
    renewTokenPassword: (registryId, token, slot, expiresAt, signal) =>
      written(rights.token, async () => {
        const registry = registryOf(registryId);
        const tokenId = tokenOf(registryId, token);
        const expiry = isoOf(expiresAt);
        if (registry === null || tokenId === null || expiry === null) return refused('invalid');
        if (!tokenSlots.includes(slot)) return refused('invalid');
        const asked = { tokenId, name: slot, expiry };
        const first = await write('POST', actionOn(registry, 'generateCredentials'), asked, signal);
        if (first.status > 202) return refusedBy(first);
        const response = await settled(first, look, signal);
        const { passwords } = contentOf(response, credentialsShape);
        return { kind: 'renewed', ...passwordIn(passwords, slot) };
      }),
  };
}
