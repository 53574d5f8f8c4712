import { type AskedSecret, type Identity, identityKinds } from '../../access/policy/ask.js';
import { type Registry, registryFrom, registryNamed, subscriptionFor } from '../../access/policy/match.js';
import type { Policy } from '../../access/policy/policy.js';
import { parseGuid } from '../../diagnosis/facts/guid.js';
import { parseLoginServer, parseRegistryName } from '../../diagnosis/facts/login-server.js';
import { type RegistryMode, registryModes } from '../../knowledge/vocabulary.js';
import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { PolicyTexts } from '../texts/policy/types.js';

const HOUR = 3_600_000;

/** A registry of the command line. */
export interface Named {
  readonly loginServer: string;
  readonly resourceId: string;
  readonly registry: Registry;
  /** Subscription that was taken from the policy. */
  readonly assumed: string | null;
}

/** Values of options, read in the light of a policy. What is wrong is a failure with a sentence. */
export class Values {
  readonly #policy: Policy;
  readonly #bad: PolicyTexts['bad'];

  constructor(policy: Policy, { bad }: PolicyTexts) {
    this.#policy = policy;
    this.#bad = bad;
  }

  /** Object id of a person, by id or by a name of the policy. */
  person(text: string): string {
    return this.#id(text, this.#policy.names.people);
  }

  groups(text: string | undefined): readonly string[] {
    return split(text).map((each) => this.#id(each, this.#policy.names.groups));
  }

  people(text: string | undefined): readonly string[] {
    return split(text).map((each) => this.person(each));
  }

  tenant(text: string | undefined): string {
    return text === undefined
      ? (this.#policy.tenants[0] ?? '')
      : (parseGuid(text) ?? this.fail('tenant', text));
  }

  mode(text: string): RegistryMode {
    return registryModes.find((mode) => mode === text) ?? this.fail('mode', text);
  }

  /** Milliseconds. */
  duration(text: string): number {
    const [, count, unit = 'd'] = /^([1-9]\d{0,4})([dh])?$/.exec(text) ?? [];
    if (count === undefined) return this.fail('for', text);
    return Number(count) * (unit === 'd' ? 24 : 1) * HOUR;
  }

  identity(text: string, owners: readonly string[]): Identity {
    const at = text.indexOf(':');
    const kind = identityKinds.find((it) => it === text.slice(0, at));
    if (kind === undefined) return this.fail('identity', text);
    return { kind, objectId: this.person(text.slice(at + 1)), owners };
  }

  secret(text: string, owners: readonly string[]): AskedSecret {
    const [kind, detail = ''] = text.split(':', 2);
    if (kind === 'admin-password' && detail === '') return { kind };
    if (kind === 'repository-token-password' && detail !== '') return { kind, token: detail };
    if (kind === 'client-secret') return { kind, objectId: this.person(detail), owners };
    return this.fail('secret', text);
  }

  registry(text: string): Named {
    if (text.startsWith('/')) {
      const name = parseRegistryName(text.slice(text.lastIndexOf('/') + 1));
      const host = name === null ? null : parseLoginServer(`${name}.azurecr.io`);
      const registry = host === null ? null : registryFrom(host, text);
      if (registry === null) return this.fail('registry', text);
      return { loginServer: registry.loginServer, resourceId: text, registry, assumed: null };
    }
    const host = parseLoginServer(text.includes('.') ? text : `${text}.azurecr.io`);
    if (host === null) return this.fail('registry', text);
    const bare = registryNamed(host);
    const assumed = subscriptionFor(this.#policy, bare);
    const subscription = assumed ?? NOWHERE;
    const resourceId = `/subscriptions/${subscription}/resourceGroups/unknown/providers/Microsoft.ContainerRegistry/registries/${bare.name}`;
    return { loginServer: host, resourceId, registry: { ...bare, subscription }, assumed };
  }

  fail(what: keyof PolicyTexts['bad'], value = ''): never {
    throw new Failure(
      exitCodes.usage,
      this.#bad[what].replace('{value}', () => value),
    );
  }

  #id(text: string, names: Readonly<Record<string, string>>): string {
    const named = Object.hasOwn(names, text) ? names[text] : undefined;
    return named ?? parseGuid(text) ?? this.fail('id', text);
  }
}

/** Subscription of a registry of which no more is known than its name, where the policy names none either. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

function split(text = ''): readonly string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
