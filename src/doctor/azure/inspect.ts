import { access, constants } from 'node:fs/promises';
import { rotatedOn } from '../../access/deploy/rotator-roles.js';
import { placesOf } from '../../access/identities/check.js';
import { connectIdentities } from '../../access/identities/connect.js';
import type { Identity } from '../../access/identities/flaw.js';
import { entryFor, registryFrom } from '../../access/policy/match.js';
import type { Policy } from '../../access/policy/policy.js';
import { type Answer, failed } from '../../azure/answer.js';
import type { CloudProfile } from '../../azure/clouds.js';
import type { CredentialSpec } from '../../azure/credential.js';
import type { Network } from '../../azure/network.js';
import type { Directory, RegistryRecord } from '../../azure/ports.js';
import type { Vaults } from '../../azure/vault.js';
import type { AzureLook, IdentityLook, Spot } from './look.js';

/** Registries that are looked at one by one; others are like them. */
const mostRegistries = 50;
/** Nobody has a secret of that name; which versions it has may be asked all the same. */
const nobodys = 'acr-help-doctor';

export interface AzureToInspect {
  readonly network: Network;
  readonly cloud: CloudProfile;
  readonly credentials: Readonly<Record<'reader', CredentialSpec>> &
    Readonly<Record<'grantor' | 'rotator', CredentialSpec | null>>;
  readonly subscriptions: readonly string[] | null;
  /** Ids of the subscriptions that the reader works in. */
  readonly readable: (signal: AbortSignal) => Promise<Answer<readonly string[]>>;
  readonly policy: Policy | null;
  /** As the rotator; null where there is none. */
  readonly vaults: Vaults | null;
  /** Addresses of the policy's vaults. */
  readonly vaultUrls: readonly string[];
  /** As the reader. */
  readonly directory: Directory;
}

/** Asks Azure who each identity is, and what it may do, as the bot asks at its start. Writes nothing. Never rejects. */
export async function inspectAzure(azure: AzureToInspect, signal: AbortSignal): Promise<AzureLook> {
  const { own, registries } = connectIdentities(azure);
  const [seen, readable] = await Promise.all([registries(signal), azure.readable(signal)]);
  const spots = spotsOf(azure.policy, seen.ok ? seen.value : []).slice(0, mostRegistries);
  const identities = own.map(async ({ identity, rights }): Promise<IdentityLook> => {
    const spec = azure.credentials[identity] ?? azure.credentials.reader;
    const [me, graph, atRegistries, atSubscriptions, atVaults, lastSecretEnds, unreadableTokenFile] =
      await Promise.all([
        rights.whoAmI(signal),
        rights.graphPermissions(signal),
        Promise.all(spots.map(async (spot) => ({ spot, roles: await rights.roles(spot.id, signal) }))),
        Promise.all(
          scopesOf(identity, readable).map(async (scope) => ({
            scope,
            roles: await rights.roles(scope, signal),
          })),
        ),
        Promise.all(
          vaultsOf(identity, azure).map(async (url) => ({
            url,
            metadata: await metadataOf(url, azure, signal),
          })),
        ),
        lastSecretEnd(spec, azure.directory, signal),
        tokenFileOf(spec),
      ]);
    return {
      ...{ identity, spec, me, graph, lastSecretEnds, unreadableTokenFile },
      ...{ registries: atRegistries, subscriptions: atSubscriptions, vaults: atVaults },
    };
  });
  return { registries: seen, looked: spots.length, identities: await Promise.all(identities) };
}

/** Without a policy only the reader has something to do. */
function spotsOf(policy: Policy | null, seen: readonly RegistryRecord[]): readonly Spot[] {
  return seen.flatMap((record): readonly Spot[] => {
    const { id, loginServer, mode } = record;
    const nothing = { User: [], ServicePrincipal: [] };
    const bare: Spot = { id, mode, entry: null, rotated: [], offer: nothing, needed: ['reader'] };
    if (policy === null) return [bare];
    const registry = registryFrom(loginServer, id);
    const entry = registry && entryFor(policy, registry);
    const [place] = placesOf(policy, [record]);
    if (entry === null || place === undefined) return [];
    return [{ ...place, mode, entry: entry.name, rotated: rotatedOn(policy.rotations, entry) }];
  });
}

function scopesOf(identity: Identity, readable: Answer<readonly string[]>): readonly string[] {
  return identity === 'reader' && readable.ok ? readable.value.map((id) => `/subscriptions/${id}`) : [];
}

function vaultsOf(identity: Identity, { vaultUrls }: AzureToInspect): readonly string[] {
  return identity === 'rotator' ? vaultUrls : [];
}

async function metadataOf(
  vault: string,
  { vaults }: AzureToInspect,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  if (vaults === null) return failed({ kind: 'unavailable', reason: 'guard', status: null });
  return vaults.versions({ vault, name: nobodys }, signal);
}

/** Which of several secrets is configured nobody can tell, so that the last one counts. */
async function lastSecretEnd(
  spec: CredentialSpec,
  directory: Directory,
  signal: AbortSignal,
): Promise<string | null> {
  if (spec.kind !== 'client-secret') return null;
  const found = await directory.application(spec.clientId, signal);
  const ends = found.ok ? (found.value?.secrets ?? []).map(({ expiresOn }) => expiresOn) : [];
  if (ends.includes(null)) return null;
  return ends.filter((end) => end !== null).toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
}

async function tokenFileOf(spec: CredentialSpec): Promise<string | null> {
  if (spec.kind !== 'workload-identity') return null;
  return access(spec.tokenFile, constants.R_OK).then(
    () => null,
    () => spec.tokenFile,
  );
}
