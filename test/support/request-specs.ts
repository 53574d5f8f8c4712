import {
  type MadeSecret,
  type RenewedSecret,
  type RoleRequest,
  type RoleSpec,
  type RotationRequest,
  type RotationSpec,
  specHashOf,
} from '../../src/access/request.js';
import type { Language } from '../../src/knowledge/language.js';
import { vaultUrl } from '../access/requests-ground.js';
import { clientId, day, party, pipeline, registryNamed } from '../access/requests-names.js';

/** Requests as they are read from the ledger, for whoever says something about them. */

const asked = Date.parse('2026-03-02T09:00:00Z');
const { loginServer, id: resourceId } = registryNamed('contoso');

const common = {
  id: 'r'.repeat(22),
  state: 'pending',
  policyHash: 'p'.repeat(64),
  tier: 1,
  approvalsNeeded: 1,
  barred: [],
  approvals: [],
  why: null,
  submittedAt: asked,
  pendingUntil: asked + day,
  deniedBy: null,
  extends: null,
  until: null,
  made: null,
  confirmedAt: null,
} as const;

export function roleRequest(some: Partial<RoleSpec> = {}, more: Partial<RoleRequest> = {}): RoleRequest {
  const spec: RoleSpec = {
    kind: 'role',
    requester: party('dana'),
    identity: { kind: 'service-principal', objectId: pipeline, owners: [] },
    registry: { loginServer, resourceId, mode: 'abac' },
    role: 'Container Registry Repository Writer',
    repository: 'team/app',
    prefix: false,
    durationMs: 7 * day,
    reason: 'Nightly builds of the shop push images.',
    ...some,
  };
  return { ...common, rule: 'requests.all', spec, specHash: specHashOf(spec), ...more };
}

/** A secret of each kind. */
export const renewed = {
  'admin-password': { kind: 'admin-password', renew: 'password2' },
  'repository-token-password': { kind: 'repository-token-password', token: 'ci-build', renew: 'password1' },
  'client-secret': {
    kind: 'client-secret',
    objectId: pipeline,
    appId: clientId,
    retire: '5f1d7c0a-9a55-4a43-8f0e-2f7b1c3d4e5f',
  },
} as const satisfies { readonly [K in RenewedSecret['kind']]: Extract<RenewedSecret, { kind: K }> };

export function secretRequest(
  some: Partial<RotationSpec> = {},
  more: Partial<RotationRequest> = {},
): RotationRequest {
  const spec: RotationSpec = {
    kind: 'rotation',
    requester: party('dana'),
    registry: { loginServer, resourceId },
    secret: renewed['repository-token-password'],
    validMs: 90 * day,
    delivery: { kind: 'vault', url: vaultUrl },
    reason: 'The old one is in a log of the build.',
    ...some,
  };
  return { ...common, rule: 'rotations.all', spec, specHash: specHashOf(spec), ...more };
}

const about = { name: 'password1', endsAt: asked + 90 * day, proof: '1', replaces: '0' };

/** Made new, and in the vault; or on a page that shows it once. */
export function madeSecret(kept: MadeSecret['kept']['kind'], language: Language = 'en'): RotationRequest {
  const made: MadeSecret['kept'] =
    kept === 'vault'
      ? { kind: kept, id: `${vaultUrl}/secrets/acr-contoso-token-ci-build/0123456789abcdef0123456789abcdef` }
      : { kind: kept, attempt: 1, until: asked + 15 * 60_000 };
  const delivery: RotationSpec['delivery'] =
    kept === 'vault' ? { kind: kept, url: vaultUrl } : { kind: kept };
  return secretRequest(
    { delivery, requester: party('dana', { language }) },
    { state: 'rotated', made: { ...about, kept: made } },
  );
}
