import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import {
  byAssignment,
  byToken,
  type Granted,
  type VerifyPorts,
  verifyGrant,
} from '../../../src/access/executor/verify.js';
import { wishOf } from '../../../src/access/executor/wish.js';
import type { RoleSpec } from '../../../src/access/request.js';
import { failed, ok, type Problem } from '../../../src/azure/answer.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import { createCredential } from '../../../src/azure/credential.js';
import { createRegistryData } from '../../../src/azure/data-plane.js';
import { createEgress } from '../../../src/azure/egress.js';
import { tokenSource } from '../../../src/azure/token-source.js';
import { wired } from '../../azure/wired.js';
import { openGround, specOf, type WorldParts } from './ground.js';

const minute = 60_000;
const signal = AbortSignal.timeout(60_000);
const effective = { kind: 'effective', how: 'assignment' };
const notYet = { kind: 'not-yet', how: 'assignment' };
const notAsked = { kind: 'could-not-ask', how: 'assignment' };

/** A world, and what the bot's own identity sees of it. */
async function opened(parts: WorldParts = {}) {
  const { sandbox, granter } = await openGround({ parts });
  const spec = sandbox.botCredential();
  if (spec === null) throw new Error('the bot has no sign-in');
  const wires = wired(sandbox.world, { spec });
  const network = sandbox.network('bot');
  const egress = createEgress({ network, cloud: publicCloud });
  const transport = { httpClient: wires.net, timeoutMs: 5000, maxRetries: 0, retryDelayMs: 10 };
  const data = createRegistryData({
    egress,
    inventory: { find: async () => ({ privateEndpoint: false }) },
    getToken: tokenSource(createCredential(publicCloud, spec, transport)),
  });
  const { objectId } = sandbox.world().bot;
  const ports: VerifyPorts = {
    // As each look is: anew.
    management: () => wired(sandbox.world, { spec }).management,
    tokens: null,
    now: sandbox.now,
  };
  /** Gives what a spec says, as the executor does. */
  const give = async (given: RoleSpec): Promise<void> => {
    const wish = wishOf(given);
    if (wish === null) throw new Error('no wish');
    const made = await granter.create(wish.place, { ...wish.content, description: '' }, signal);
    expect(made.kind).toBe('created');
  };
  return { sandbox, give, ports, own: { ...ports, tokens: { objectId, data } } };
}

describe('a grant, by its assignment', () => {
  test.each<[string, Partial<RoleSpec>, WorldParts]>([
    ['of a repository', {}, {}],
    ['of all below one', { repository: 'team', prefix: true }, {}],
    ['of the whole registry', { repository: null }, {}],
    [
      'in a registry of the other mode',
      { role: 'AcrPush', repository: null },
      { registry: { mode: 'legacy' } },
    ],
  ])('%s is effective when it counts everywhere, and not before', async (_, some, parts) => {
    const { sandbox, give, ports } = await opened(parts);
    const spec = specOf(sandbox, some);
    expect(await verifyGrant(spec, ports, signal)).toEqual(notYet);
    await give(spec);
    expect(await verifyGrant(spec, ports, signal)).toEqual(notYet);
    sandbox.advance(9 * minute);
    expect(await verifyGrant(spec, ports, signal)).toEqual(notYet);
    sandbox.advance(2 * minute);
    expect(await verifyGrant(spec, ports, signal)).toEqual(effective);
  });

  test('of one repository is none of another, and reading is no writing', async () => {
    const { sandbox, give, ports } = await opened();
    const spec = specOf(sandbox);
    await give(spec);
    sandbox.advance(11 * minute);
    const writer = 'Container Registry Repository Writer';
    const lister = 'Container Registry Repository Catalog Lister';
    expect(await verifyGrant({ ...spec, repository: 'team/other' }, ports, signal)).toEqual(notYet);
    expect(await verifyGrant({ ...spec, repository: 'team', prefix: true }, ports, signal)).toEqual(notYet);
    expect(await verifyGrant({ ...spec, role: writer }, ports, signal)).toEqual(notYet);
    expect(await verifyGrant({ ...spec, role: lister, repository: null }, ports, signal)).toEqual(notYet);
    expect(await verifyGrant(spec, ports, signal)).toEqual(effective);
  });

  test.each<[string, WorldParts]>([
    [
      'that Azure does not answer about',
      { faults: { it: { host: 'management.azure.com', http: { status: 503 } } } },
    ],
    [
      'of which the bot may not see the assignments',
      {
        bot: {
          grantor: 'grantor',
          rotator: 'rotator',
          denied: ['Microsoft.Authorization/roleAssignments/read'],
        },
      },
    ],
    [
      'on a registry that the bot does not see',
      { subscriptions: { prod: { tenant: 'contoso', botReads: false } } },
    ],
  ])('%s could not be asked about', async (_, parts) => {
    const { sandbox, ports } = await opened(parts);
    expect(await verifyGrant(specOf(sandbox), ports, signal)).toEqual(notAsked);
  });
});

describe('a grant to the reader itself, by a token of the registry', () => {
  const toReader = (sandbox: Sandbox): RoleSpec =>
    specOf(sandbox, {
      identity: { kind: 'service-principal', objectId: sandbox.world().bot.objectId, owners: [] },
    });

  test('is effective as soon as the registry gives one out', async () => {
    const { sandbox, give, own } = await opened({ propagation: 120 });
    const spec = toReader(sandbox);
    await give(spec);
    expect(await verifyGrant(spec, own, signal)).toEqual({ kind: 'not-yet', how: 'token' });
    sandbox.advance(3 * minute);
    expect(await verifyGrant(spec, own, signal)).toEqual({ kind: 'effective', how: 'token' });
    expect(await verifyGrant({ ...spec, repository: 'team/other' }, own, signal)).toEqual({
      kind: 'not-yet',
      how: 'token',
    });
  });

  test('of a whole registry, or of its list, is looked at by its assignment', async () => {
    const { sandbox, give, own } = await opened();
    const spec = { ...toReader(sandbox), repository: null };
    await give(spec);
    expect(await verifyGrant(spec, own, signal)).toEqual(notYet);
    sandbox.advance(11 * minute);
    expect(await verifyGrant(spec, own, signal)).toEqual(effective);
  });

  test('is looked at by its assignment where the registry does not answer', async () => {
    const down = { host: 'contoso.azurecr.io', http: { status: 503 } };
    const { sandbox, give, own } = await opened({ faults: { down } });
    const spec = toReader(sandbox);
    await give(spec);
    sandbox.advance(11 * minute);
    expect(await verifyGrant(spec, own, signal)).toEqual(effective);
  });

  test('says nothing of anybody else: no token is asked for', async () => {
    const { sandbox, own } = await opened();
    const data = { granted: () => Promise.reject(new Error('asked')) };
    const ports = { ...own, tokens: { ...own.tokens, data } };
    expect(await verifyGrant(specOf(sandbox), ports, signal)).toEqual(notYet);
  });
});

describe('the verdict', () => {
  const granted: Granted = {
    identity: { kind: 'user', objectId: 'a', owners: [] },
    registry: { loginServer: 'contoso.azurecr.io', resourceId: '/r', mode: 'abac' },
    role: 'Container Registry Repository Reader',
    repository: 'team/app',
    prefix: false,
  };
  const away: Problem = { kind: 'unavailable', reason: 'timeout', status: null };

  test.each([
    [ok(['pull', 'push']), ['pull'], 'effective'],
    [ok(['pull']), ['pull', 'push'], 'not-yet'],
    [ok([]), ['pull'], 'not-yet'],
    [failed({ kind: 'denied', action: 'pull' }), ['pull'], 'not-yet'],
    [failed(away), ['pull'], undefined],
    [failed({ kind: 'signed-out', code: 'x' }), ['pull'], undefined],
  ])('of a token: %j', (answer, wanted, kind) => {
    expect(byToken(answer, wanted)?.kind).toBe(kind);
  });

  test('of assignments that could not be read is none', () => {
    expect(byAssignment(granted, failed(away), new Date())).toEqual(notAsked);
    expect(byAssignment(granted, ok(null), new Date())).toEqual(notAsked);
  });
});
