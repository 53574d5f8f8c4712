import type { Renewal } from '../world/ledger.js';
import type { Registry, World } from '../world/world.js';

/**
 * Passwords of a registry. Obviously no secrets: anybody can work them out, and nothing but this sandbox accepts them.
 * The first of a slot is `sandbox-contoso-admin-password` or `sandbox-contoso-ci-password1`, each that follows it ends
 * in a number.
 */
export interface Password {
  readonly slot: string;
  readonly value: string;
  readonly created: Date;
  /** When it was made anew; null: it is as old as the world. */
  readonly renewed: Date | null;
  readonly expires: Date | null;
}

/** Until a password that was made anew works ("Regenerate passwords": 60 seconds for replication). */
const REPLICATION_MS = 60_000;

/** Admin users have two slots, and tokens too; those of a token are empty at first. */
export const adminSlots = ['password', 'password2'] as const;
export const tokenSlots = ['password1', 'password2'] as const;

/** Both passwords of the admin user. */
export function adminPasswords(registry: Registry, { ledger }: World): readonly Password[] {
  return adminSlots.map((slot) => {
    const renewal = ledger.adminPasswords.get(key(registry.id, slot));
    return password(registry, 'admin', slot, renewal, { created: new Date(0), expires: null });
  });
}

/** Passwords of a repository token. */
export function tokenPasswords(registry: Registry, token: string, { ledger }: World): readonly Password[] {
  const written = registry.tokens[token]?.passwords ?? {};
  const slots = new Set([...Object.keys(written), ...tokenSlots]);
  return [...slots].sort().flatMap((slot) => {
    const renewal = ledger.tokenPasswords.get(key(`${registry.id}/tokens/${token}`, slot));
    const first = written[slot];
    if (renewal === undefined && first === undefined) return [];
    const expires = renewal ? renewal.expires : (first?.expires ?? null);
    const created = renewal?.at ?? first?.created ?? new Date(0);
    return [password(registry, token, slot, renewal, { created, expires })];
  });
}

/** Every password that the registry's admin user and tokens have or have had. */
export function passwordValues(registry: Registry, world: World): readonly string[] {
  const { ledger } = world;
  const ofAdmin = adminPasswords(registry, world).map(({ slot }) => ({
    first: firstValue(registry, 'admin', slot),
    renewal: ledger.adminPasswords.get(key(registry.id, slot)),
  }));
  const ofTokens = Object.keys(registry.tokens).flatMap((token) =>
    tokenPasswords(registry, token, world).map(({ slot }) => ({
      first: firstValue(registry, token, slot),
      renewal: ledger.tokenPasswords.get(key(`${registry.id}/tokens/${token}`, slot)),
    })),
  );
  return [...ofAdmin, ...ofTokens].flatMap(({ first, renewal }) =>
    Array.from({ length: renewal?.generation ?? 1 }, (_, i) => (i === 0 ? first : `${first}-${i + 1}`)),
  );
}

/**
 * Whether a password is the one of a slot now. Not verified: that the one before it ends at once, and not when the new
 * one is everywhere.
 */
export function isGood({ value, renewed, expires }: Password, shown: string, { now }: World): boolean {
  const everywhere = renewed === null || renewed.getTime() + REPLICATION_MS <= now().getTime();
  return value === shown && everywhere && (expires === null || expires > now());
}

/** Makes the password of an admin user's slot anew. */
export function renewAdminPassword({ id }: Registry, slot: string, { ledger, now }: World): void {
  const generation = (ledger.adminPasswords.get(key(id, slot))?.generation ?? 1) + 1;
  ledger.adminPasswords.set(key(id, slot), { generation, at: now() });
}

/** Makes the password of a token's slot anew. */
export function renewTokenPassword(
  { id }: Registry,
  token: string,
  slot: string,
  expires: Date | null,
  { ledger, now }: World,
): void {
  const at = key(`${id}/tokens/${token}`, slot);
  const generation = (ledger.tokenPasswords.get(at)?.generation ?? 1) + 1;
  ledger.tokenPasswords.set(at, { generation, at: now(), expires });
}

function key(id: string, slot: string): string {
  return `${id.toLowerCase()} ${slot}`;
}

function firstValue({ name }: Registry, owner: string, slot: string): string {
  return `sandbox-${name.toLowerCase()}-${owner}-${slot}`;
}

function password(
  registry: Registry,
  owner: string,
  slot: string,
  renewal: Renewal | undefined,
  times: Pick<Password, 'created' | 'expires'>,
): Password {
  const first = firstValue(registry, owner, slot);
  const value = renewal === undefined ? first : `${first}-${renewal.generation}`;
  return { slot, value, renewed: renewal?.at ?? null, ...times };
}
