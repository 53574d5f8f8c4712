import type { CheckId } from '../knowledge/checks.js';
import type { FailingIdentity, Subject } from './check.js';

/** Whether the subject has what a check needs. */
type Needs = (subject: Subject) => boolean;

const always: Needs = () => true;
const identified =
  (...kinds: readonly FailingIdentity['kind'][]): Needs =>
  ({ identity }) =>
    kinds.includes(identity.kind);

/**
 * The checks that a program can make, in the order in which they are shown, each with the facts of the subject that
 * it needs. Those of the tree that stand not here are the person's.
 */
const needs = {
  dns: always,
  connection: always,
  challenge: always,
  'service-state': always,
  'data-endpoint': always,
  'registry-lookup': always,
  provider: always,
  'permission-mode': always,
  'admin-user': always,
  'arm-audience': always,
  'private-endpoint': always,
  'network-rules': always,
  'anonymous-pull': always,
  'roles-legacy': identified('user', 'application'),
  'roles-abac': identified('user', 'application'),
  'management-rights': identified('user', 'application'),
  account: identified('user'),
  'kubelet-role': identified('kubelet'),
  'sp-application': identified('application'),
  'sp-secret-expiry': identified('application'),
  'federated-credential': (subject) => subject.identity.kind === 'application' && subject.federation !== null,
  'managed-identity': identified('application'),
  'token-status': identified('token'),
  'token-password': identified('token'),
  'scope-map': identified('token'),
  'image-exists': ({ repository, reference }) => repository !== null && reference !== null,
  'image-platform': ({ repository, reference, platform }) =>
    repository !== null && reference !== null && platform !== null,
  'content-state': always,
  'entra-session': identified('user', 'unknown'),
} as const satisfies Partial<Record<CheckId, Needs>>;

/** A check that a program can make. */
export type LiveCheckId = keyof typeof needs;

/** The live checks that have all the facts they need. Pure. */
export function runnable(subject: Subject): readonly LiveCheckId[] {
  // Object.entries widens the keys; those of the const table are exactly LiveCheckId.
  return (Object.entries(needs) as [LiveCheckId, Needs][])
    .filter(([, has]) => has(subject))
    .map(([id]) => id);
}
