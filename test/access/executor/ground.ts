import { expect } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { reconcile, type Stray } from '../../../src/access/executor/reconcile.js';
import type { Told } from '../../../src/access/executor/tell.js';
import type { Ledger } from '../../../src/access/ledger.js';
import { loadPolicy } from '../../../src/access/policy/load.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import { isForRole, type RoleRequest, type RoleSpec } from '../../../src/access/request.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import type { Granter } from '../../../src/azure/granter.js';
import { createGranter } from '../../../src/azure/granter-client.js';
import {
  approvedBy,
  type Executing,
  executing,
  hour,
  openWorld,
  ownersGroup,
  partyOf,
  type WorldParts,
  writerOf,
} from './common.js';

export { hour, ownersGroup, person, type WorldParts } from './common.js';

/** The executor where it gives roles. */

const reader = 'Container Registry Repository Reader';

function granterOf(sandbox: Sandbox, { timeoutMs = 5000 } = {}): Granter {
  const { credential, transport } = writerOf(sandbox, 'grantor', { timeoutMs });
  return createGranter(publicCloud, credential, transport);
}

/** A fault of Resource Manager in calls that have to do with role assignments. */
export function armFault(http: unknown, on: Readonly<Record<string, unknown>>) {
  return {
    faults: { it: { host: 'management.azure.com', http, on: { path: '*/roleAssignments/*', ...on } } },
  };
}

export function specOf(sandbox: Sandbox, some: Partial<RoleSpec> = {}): RoleSpec {
  const world = sandbox.world();
  const registry = world.registries.get('contoso');
  const pipeline = world.servicePrincipals.get('pipeline');
  if (registry === undefined || pipeline === undefined) throw new Error('another world');
  return {
    kind: 'role',
    requester: partyOf(sandbox, 'ana'),
    identity: { kind: 'service-principal', objectId: pipeline.objectId, owners: [] },
    registry: { loginServer: 'contoso.azurecr.io', resourceId: registry.id, mode: registry.mode },
    role: reader,
    repository: 'team/app',
    prefix: false,
    durationMs: 8 * hour,
    reason: 'builds',
    ...some,
  };
}

export function policyOf(
  sandbox: Sandbox,
  { approvers = ['group:owners'], tier = 1, maxDuration = '2d' } = {},
): Policy {
  const { tenant } = partyOf(sandbox, 'ana');
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: [tenant],
      groups: { owners: ownersGroup },
      people: { olga: partyOf(sandbox, 'olga').objectId, rita: partyOf(sandbox, 'rita').objectId },
      registries: { contoso: { match: ['contoso'], discoverable: true, approvers } },
      requests: {
        all: {
          registries: ['contoso'],
          by: ['members'],
          for: ['self', 'service-principal'],
          tier,
          maxDuration,
        },
      },
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

interface GroundOptions {
  readonly parts?: WorldParts;
  readonly timeoutMs?: number;
  readonly granter?: (real: Granter) => Granter;
  readonly told?: Told;
}

export async function openGround({ parts, timeoutMs, granter, told = 'told' }: GroundOptions = {}) {
  const sandbox = await openWorld(parts);
  const real = granterOf(sandbox, timeoutMs === undefined ? {} : { timeoutMs });
  const policy = policyOf(sandbox);
  const all = await executing(sandbox, { policy, told, granter: granter?.(real) ?? real, rotation: null });
  return { ...all, granter: real, assignments: () => written(sandbox) };
}

/** What somebody has written in Azure and nobody has removed, whoever it was. */
function written(sandbox: Sandbox) {
  const { ledger } = sandbox.world();
  return ledger.assignments
    .filter((it) => !ledger.removed.has(`${it.name} ${it.created.getTime()}`))
    .map((it) => ledger.updated.get(`${it.name} ${it.created.getTime()}`) ?? it);
}

export function countOf(sandbox: Sandbox, verb: 'write' | 'delete'): number {
  const operation = `Microsoft.Authorization/roleAssignments/${verb}`;
  return sandbox.audit().filter((it) => it.operation === operation).length;
}

/** Submits a request for a role and has somebody approve it. */
export function approved(
  ground: Pick<Executing, 'sandbox' | 'ledger' | 'now'>,
  id: string,
  some: Partial<RoleSpec> = {},
  by: readonly string[] = ['olga'],
  extending?: string,
): Promise<string> {
  const spec = specOf(ground.sandbox, some);
  return approvedBy(ground, id, spec, by, extending === undefined ? {} : { extending });
}

export async function roleRequest(ledger: Ledger, id: string): Promise<RoleRequest> {
  const request = await ledger.request(id);
  if (request === null || !isForRole(request)) throw new Error(`${id} is no request for a role`);
  return request;
}

/** What is in Azure against what is in the ledger; each stray is recorded. */
export async function reconciled({
  sandbox,
  ledger,
  granter,
  now,
}: Pick<Awaited<ReturnType<typeof openGround>>, 'sandbox' | 'ledger' | 'granter' | 'now'>) {
  const recorded: Stray[] = [];
  const scope = specOf(sandbox).registry.resourceId;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const registries = async () => [scope];
  const record = async (stray: Stray) => void recorded.push(stray);
  const found = await reconcile(
    { ledger, granter, log, now, registries, record },
    AbortSignal.timeout(10_000),
  );
  expect(recorded).toEqual(found.strays);
  return found;
}
