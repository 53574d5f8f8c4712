import type { AdminSlot, TokenSlot } from '../azure/rotator.js';
import type { FailingIdentity } from '../checks/check.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { AskedRegistry } from './policy/ask.js';
import type { Refusal } from './policy/decision.js';
import type { Channels, Delivery, Tier } from './policy/policy.js';
import type { Party, RenewedSecret, RotationSpec } from './request.js';
import { deadline, isSeen, type Requests } from './requests.js';

/** The secret that failed, as the conversation found it. */
export interface SecretNeed {
  readonly loginServer: LoginServer;
  readonly identity: Extract<FailingIdentity, { kind: 'admin' | 'token' | 'application' }>;
}

/** One of the secrets that may be in use: a slot, or a key of an application. */
export interface InUse {
  readonly id: string;
  /** Milliseconds since 1970; null where it has none, or Azure does not tell. */
  readonly endsAt: number | null;
  readonly isOver: boolean;
}

/** Whose secret it is. */
export type SecretOf =
  | { readonly kind: 'admin-password' }
  | { readonly kind: 'repository-token-password'; readonly token: string }
  | { readonly kind: 'client-secret'; readonly objectId: string; readonly appId: string };

export interface SecretOffer {
  readonly kind: 'offer';
  readonly requester: Party;
  readonly registry: AskedRegistry;
  readonly secret: SecretOf;
  readonly inUse: readonly InUse[];
  readonly delivery: Delivery;
  readonly tier: Tier;
  readonly channels: Channels;
}

export type SecretProposal =
  | SecretOffer
  | { readonly kind: 'refused'; readonly reason: Refusal }
  /** More secrets of the application work than anybody can keep apart. */
  | { readonly kind: 'too-many-secrets' }
  | { readonly kind: 'unavailable' };

/** Tokens, and client secrets, are made for at most so long (security §3.5). */
export const LONGEST_VALID_MS = 90 * 24 * 60 * 60_000;

/** Secrets of an application that may work when one more is made. */
const MOST_LIVE = 2;

/** What can be made new of the secret that failed, if they may ask for it. */
export async function proposeRotation(
  requests: Requests,
  need: SecretNeed,
  requester: Party,
): Promise<SecretProposal> {
  const { config } = requests;
  const signal = deadline();
  const found = await config.management().findRegistry(need.loginServer, signal);
  if (!found.ok) return { kind: 'unavailable' };
  if (found.value === null || !isSeen(config.policy, found.value)) {
    return { kind: 'refused', reason: 'unknown-registry' };
  }
  const { id: resourceId, loginServer } = found.value;
  const at = config.now();
  const secret = await secretOf();
  if (!('secret' in secret)) return secret;
  const offer = { requester, registry: { loginServer, resourceId }, ...secret };
  const spec = rotationOf(offer, secret.inUse[0]?.id ?? null, LONGEST_VALID_MS);
  const decision = spec === null ? 'unavailable' : await requests.decision(spec, true);
  if (decision === 'unavailable') return { kind: 'unavailable' };
  if (decision.kind === 'refused') return { kind: 'refused', reason: decision.reason };
  if (!('delivery' in decision)) return { kind: 'refused', reason: 'not-offered' };
  const { tier, channels, delivery } = decision;
  // The policy allows what this bot is not set up for.
  if (!config.deliveries.includes(delivery.kind)) return { kind: 'refused', reason: 'not-offered' };
  return { kind: 'offer', ...offer, delivery, tier, channels };

  async function secretOf(): Promise<
    { readonly secret: SecretOf; readonly inUse: readonly InUse[] } | Exclude<SecretProposal, SecretOffer>
  > {
    const { identity } = need;
    if (identity.kind === 'admin') {
      const slots: readonly AdminSlot[] = ['password', 'password2'];
      const inUse = slots.map((id) => ({ id, endsAt: null, isOver: false }));
      return { secret: { kind: 'admin-password' }, inUse };
    }
    if (identity.kind === 'token') return tokenOf(identity.name);
    const [principal, application] = await Promise.all([
      config.directory().servicePrincipal(identity.clientId, signal),
      config.directory().application(identity.clientId, signal),
    ]);
    if (!principal.ok || !application.ok) return { kind: 'unavailable' };
    // Of another tenant's application only its people can make a new secret.
    if (principal.value === null || application.value === null) {
      return { kind: 'refused', reason: 'other-identity' };
    }
    const { objectId, clientId: appId } = principal.value;
    const live = application.value.secrets
      .map(({ keyId, expiresOn }) => inUseOf(keyId, expiresOn, at))
      .filter(({ isOver }) => !isOver);
    if (live.length > MOST_LIVE) return { kind: 'too-many-secrets' };
    return { secret: { kind: 'client-secret', objectId, appId }, inUse: live };
  }

  async function tokenOf(name: string | null): Promise<Awaited<ReturnType<typeof secretOf>>> {
    const registry = found.ok ? found.value : null;
    if (name === null || registry === null) return { kind: 'refused', reason: 'other-identity' };
    const tokens = await config.management().tokens(registry, signal);
    if (!tokens.ok) return { kind: 'unavailable' };
    const token = tokens.value.find((it) => it.name.toLowerCase() === name.toLowerCase());
    if (token === undefined) return { kind: 'refused', reason: 'other-identity' };
    const slots: readonly TokenSlot[] = ['password1', 'password2'];
    const inUse = slots.flatMap((slot) => {
      const password = token.passwords.find((it) => it.name === slot);
      return password === undefined ? [] : [inUseOf(slot, password.expiresOn, at)];
    });
    return { secret: { kind: 'repository-token-password', token: token.name }, inUse };
  }
}

/**
 * What is asked for, once it is known what is in use. Pure.
 *
 * @param inUse slot or key id; null where none of them works any more
 * @returns null for what is none of the slots
 */
export function rotationOf(
  { requester, registry, secret }: Pick<SecretOffer, 'requester' | 'registry' | 'secret'>,
  inUse: string | null,
  validMs: number,
): Omit<RotationSpec, 'reason' | 'delivery'> | null {
  const renewed = renewedOf(secret, inUse);
  if (renewed === null) return null;
  return {
    kind: 'rotation',
    ...{ requester, registry, secret: renewed },
    validMs: secret.kind === 'admin-password' ? null : validMs,
  };
}

function renewedOf(secret: SecretOf, inUse: string | null): RenewedSecret | null {
  switch (secret.kind) {
    case 'admin-password': {
      const renew = { password: 'password2', password2: 'password' } as const;
      if (inUse === null) return { kind: secret.kind, renew: 'password' };
      return inUse === 'password' || inUse === 'password2'
        ? { kind: secret.kind, renew: renew[inUse] }
        : null;
    }
    case 'repository-token-password': {
      const { kind, token } = secret;
      const renew = { password1: 'password2', password2: 'password1' } as const;
      if (inUse === null) return { kind, token, renew: 'password1' };
      return inUse === 'password1' || inUse === 'password2' ? { kind, token, renew: renew[inUse] } : null;
    }
    case 'client-secret':
      return { ...secret, retire: inUse };
  }
}

function inUseOf(id: string, expiresOn: string | null, now: number): InUse {
  const endsAt = expiresOn === null ? null : Date.parse(expiresOn);
  return { id, endsAt, isOver: endsAt !== null && endsAt <= now };
}
