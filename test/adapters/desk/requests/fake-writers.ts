import { Secret } from '../../../../src/access/secret.js';
import { type Answer, failed, ok, type Problem } from '../../../../src/azure/answer.js';
import type { Granter, HeldAssignment } from '../../../../src/azure/granter.js';
import type { ClientSecret, Rotator, TokenPassword } from '../../../../src/azure/rotator.js';
import type { Vaults, VaultVersion } from '../../../../src/azure/vault.js';

/** Azure as it is written to, in memory. */

/** Assignments by their names. */
export class FakeGranter implements Granter {
  readonly held = new Map<string, HeldAssignment>();
  creates = 0;
  readonly read: Granter['read'] = async ({ name }) => ok(this.held.get(name) ?? null);
  readonly create: Granter['create'] = async (place, content) => {
    this.creates++;
    this.held.set(place.name, { ...place, ...content });
    return { kind: 'created' };
  };
  readonly remove: Granter['remove'] = async ({ name }) => ({
    kind: this.held.delete(name) ? 'removed' : 'was-gone',
  });
  readonly list: Granter['list'] = async () => ok([...this.held.values()]);
  readonly own: Granter['own'] = async () => ok([]);
}

/** Stands in every secret that is made here: it must be seen nowhere. */
export const canary = 'fake-canary-of-a-new-secret';

/** Secrets made new; what was done, in order. */
export class FakeRotator implements Rotator {
  readonly done: string[] = [];
  /** What becomes of the next calls; all go well where nothing is said. */
  problem: Problem | null = null;
  passwords: TokenPassword[] = [];
  secrets: ClientSecret[] = [];
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly renewAdminPassword: Rotator['renewAdminPassword'] = async (_registry, slot) =>
    this.#made(`renew ${slot}`, { username: 'contoso' });

  readonly tokenPasswords: Rotator['tokenPasswords'] = async () => this.#read(this.passwords);

  readonly renewTokenPassword: Rotator['renewTokenPassword'] = async (_registry, _token, slot, expiresAt) => {
    const createdAt = this.#now() + this.done.length;
    this.passwords = [...this.passwords.filter((it) => it.slot !== slot), { slot, createdAt, expiresAt }];
    return this.#made(`renew ${slot}`, { createdAt });
  };

  readonly application: Rotator['application'] = async (appId) =>
    this.#read({ id: 'application', appId, secrets: this.secrets });

  readonly addClientSecret: Rotator['addClientSecret'] = async (_application, displayName, endsAt) => {
    const keyId = `00000000-0000-4000-8000-00000000000${this.done.length}`;
    this.secrets = [...this.secrets, { keyId, displayName, endsAt }];
    return this.#made('add', { keyId });
  };

  readonly removeClientSecret: Rotator['removeClientSecret'] = async (_application, keyId) => {
    this.done.push(`remove ${keyId}`);
    this.secrets = this.secrets.filter((it) => it.keyId !== keyId);
    return { kind: 'removed' };
  };

  readonly own: Rotator['own'] = async () => ok([]);

  #read<T>(value: T): Answer<T> {
    return this.problem === null ? ok(value) : failed(this.problem);
  }

  #made<T>(what: string, more: T) {
    this.done.push(what);
    return { kind: 'renewed' as const, secret: new Secret(`${canary}-${this.done.length}`), ...more };
  }
}

/** Vaults that keep all that they are given. */
export class FakeVaults implements Vaults {
  readonly kept: VaultVersion[] = [];
  readonly put: Vaults['put'] = async ({ vault, name }, _secret, { tags }) => {
    const id = `${vault}/secrets/${name}/${String(this.kept.length + 1).padStart(32, '0')}`;
    this.kept.push({ id, enabled: true, tags });
    return { kind: 'stored', id };
  };
  readonly versions: Vaults['versions'] = async () => ok(this.kept);
  readonly disable: Vaults['disable'] = async (id) => {
    const at = this.kept.findIndex((it) => it.id === id);
    const [found] = this.kept.slice(at, at + 1);
    if (at >= 0 && found !== undefined) this.kept[at] = { ...found, enabled: false };
    return { kind: 'disabled' };
  };
}
