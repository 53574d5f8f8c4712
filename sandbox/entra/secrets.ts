import { randomBytes, randomUUID } from 'node:crypto';
import type { Secret, ServicePrincipal, World } from '../world/world.js';

/**
 * Client secrets of an application, those of its file and those that were added since. What is added or removed counts at
 * once; Entra itself may take a while, which no document puts a figure to.
 */
export function secretsOf({ clientId, secrets }: ServicePrincipal, { ledger }: World): readonly Secret[] {
  const added = ledger.secrets.get(clientId) ?? [];
  return [...secrets, ...added].filter(({ keyId }) => !ledger.removedSecrets.has(keyId));
}

/** Adds a secret that nobody chose. Obviously no secret of Azure's, and of the length of one (16–64 characters). */
export function addSecret(
  { clientId }: ServicePrincipal,
  some: Pick<Secret, 'name' | 'expires'> & { readonly started: Date },
  { ledger }: World,
): Secret & { readonly value: string; readonly started: Date } {
  const value = `fake-${randomBytes(24).toString('base64url')}`;
  const secret = { ...some, keyId: randomUUID(), value };
  ledger.secrets.set(clientId, [...(ledger.secrets.get(clientId) ?? []), secret]);
  return secret;
}

/** Whether a secret may be used already. */
export function isBegun({ started }: Pick<Secret, 'started'>, { now }: World): boolean {
  return started === undefined || started <= now();
}

export function removeSecret({ keyId }: Secret, { ledger }: World): void {
  ledger.removedSecrets.add(keyId);
}
