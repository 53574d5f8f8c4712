import { isRestError } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';
import { failed, ok, orNull } from './answer.js';
import type { Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import type { NotWritten } from './granter.js';
import { parsedJson } from './json.js';
import { allOf, answered } from './management/ask.js';
import { Slots } from './slots.js';
import type { Vaults, VaultVersion } from './vault.js';
import { isSecretName, vaultHost, versionAt } from './vault-places.js';
import { type VaultClients, vaultClients } from './vault-sdk.js';
import { refused, refusedBy, unintelligible, written } from './writes.js';

/** Calls at once, over all vaults. */
const most = 4;
/** Data actions (RBAC permissions, Microsoft.KeyVault). Getting a value is none of them. */
const rights = {
  put: 'Microsoft.KeyVault/vaults/secrets/setSecret/action',
  versions: 'Microsoft.KeyVault/vaults/secrets/readMetadata/action',
  disable: 'Microsoft.KeyVault/vaults/secrets/update/action',
} as const;

const propertiesShape = z.object({
  id: z.string(),
  enabled: z.boolean().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/**
 * Vaults as the rotator sees them. A vault that does not let the bot's network in refuses as one that knows no right of
 * the rotator's: `right`.
 *
 * @param allowed the vaults of the policy, `https://{name}{suffix}`; nothing is sent to another
 * @throws InvalidVault where one of them is no vault of the cloud
 */
export function createVaults(
  cloud: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
  allowed: readonly string[],
): Vaults {
  const slots = new Slots(most);
  const clients: ReadonlyMap<string, VaultClients> = new Map(
    allowed.map((url) => {
      const vault = `https://${vaultHost(url, cloud)}`;
      return [vault, vaultClients(cloud, credential, transport, vault, slots)];
    }),
  );

  return {
    put: ({ vault, name }, secret, { endsAt, tags }, abortSignal) =>
      writtenTo(rights.put, async () => {
        const client = clients.get(vault)?.writing;
        if (client === undefined || !isSecretName(name) || !isEnd(endsAt)) return refused('invalid');
        const expires = endsAt === null ? {} : { expiresOn: new Date(endsAt) };
        const options = { ...expires, tags: { ...tags }, abortSignal };
        const { properties } = await client.setSecret(name, secret.reveal(), options);
        return { kind: 'stored', id: versionOf(properties, vault, name).id };
      }),
    versions: async ({ vault, name }, signal) => {
      const client = clients.get(vault)?.reading;
      if (client === undefined) return failed({ kind: 'unavailable', reason: 'guard', status: null });
      if (!isSecretName(name)) return ok([]);
      const found = await answered(rights.versions, async () => {
        const all = await allOf(client.listPropertiesOfSecretVersions(name, { abortSignal: signal }), signal);
        return all.map((it) => versionOf(it, vault, name));
      });
      // Not verified whether a secret that is not there has no versions, or is not found.
      const known = orNull(found);
      return known.ok ? ok(known.value ?? []) : known;
    },
    disable: (id, abortSignal) =>
      writtenTo(rights.disable, async () => {
        const at = versionAt(id);
        const client = clients.get(at?.vault ?? '')?.writing;
        if (at === null || client === undefined) return refused('invalid');
        const after = await unlessGone(
          client.updateSecretProperties(at.name, at.version, { enabled: false, abortSignal }),
        );
        if (after === null) return { kind: 'was-gone' };
        if (versionOf(after, at.vault, at.name).enabled) throw unintelligible();
        return { kind: 'disabled' };
      }),
  };
}

/** The SDK writes times as seconds of 32 bits. */
function isEnd(endsAt: number | null): boolean {
  return endsAt === null || (endsAt > 0 && endsAt < 1000 * 2 ** 31);
}

/** @throws Refusal where it is no version of this secret */
function versionOf(properties: unknown, vault: string, name: string): VaultVersion {
  const { data } = propertiesShape.safeParse(properties);
  const at = versionAt(data?.id ?? '');
  if (data === undefined || at?.vault !== vault || at.name.toLowerCase() !== name.toLowerCase()) {
    throw unintelligible();
  }
  return { id: data.id, enabled: data.enabled ?? true, tags: data.tags ?? {} };
}

function writtenTo<T>(needed: string, send: () => Promise<T | NotWritten>): Promise<T | NotWritten> {
  return written(needed, () => send().catch(refusalIn));
}

/** @throws what it is given, where it is no refusal */
function refusalIn(error: unknown): NotWritten {
  if (!isRestError(error) || error.response === undefined) throw error;
  // The name belongs to a secret that was deleted: a 409 that waiting does not end.
  if (codesOf(error.response).includes('ObjectIsDeletedButRecoverable')) return refused('invalid');
  return refusedBy(error.response);
}

async function unlessGone<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (isRestError(error) && codesOf(error.response).includes('SecretNotFound')) return null;
    throw error;
  });
}

const errorShape = z.object({
  error: z.object({ code: z.string(), innererror: z.object({ code: z.string() }).nullish() }),
});

/** Codes of an error of a vault: the one of all services, and the vault's own within. */
function codesOf(response: { readonly bodyAsText?: string | null } | undefined): readonly string[] {
  const { data } = errorShape.safeParse(parsedJson(response?.bodyAsText ?? ''));
  return data === undefined ? [] : [data.error.code, data.error.innererror?.code ?? ''];
}
