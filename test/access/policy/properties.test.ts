import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoleAsk, RotationAsk } from '../../../src/access/policy/ask.js';
import { decideRoleRequest } from '../../../src/access/policy/decide-role.js';
import { decideRotation } from '../../../src/access/policy/decide-rotation.js';
import { refusals } from '../../../src/access/policy/decision.js';
import { approvalRefusals, mayApprove } from '../../../src/access/policy/may-approve.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import { canApprove } from '../../../src/access/policy/principals.js';
import { isRequestable } from '../../../src/access/policy/roles.js';
import { groups, policyOf, somebody } from './people.js';
import * as random from './random.js';

const DAY = 86_400_000;
const ask = fc.oneof(random.roleAsk, random.rotationAsk);
const runs = { numRuns: 1000 };

function decide(policy: Policy | null, it: RoleAsk | RotationAsk) {
  return 'role' in it ? decideRoleRequest(policy, it) : decideRotation(policy, it);
}

/** All but the hash, which tells the policies apart. */
function outcome(policy: Policy, it: RoleAsk | RotationAsk) {
  return { ...decide(policy, it), policyHash: null };
}

const allowed = fc.tuple(random.policy, ask).filter(([policy, it]) => decide(policy, it).kind === 'allowed');

test('random policies and asks meet: every reason and both outcomes happen', () => {
  const seen = new Set<string>();
  for (const [policy, it] of fc.sample(fc.tuple(random.policy, ask), 5000)) {
    const decision = decide(policy, it);
    seen.add(decision.kind === 'refused' ? decision.reason : `${decision.kind} ${decision.tier}`);
  }
  const never = ['no-policy', 'malformed', 'guest', 'other-tenant'];
  const wanted = [
    ...refusals.filter((it) => !never.includes(it)),
    ...[0, 1, 2, 3].map((it) => `allowed ${it}`),
  ];
  expect(wanted.filter((it) => !seen.has(it))).toEqual([]);
});

describe('deny', () => {
  test('always wins', () => {
    fc.assert(
      fc.property(random.file, ask, (file, it) => {
        const name = it.registry.loginServer;
        const policy = policyOf({ ...file, deny: { ...file.deny, no: { by: ['members'], match: [name] } } });
        expect(decide(policy, it)).toMatchObject({ kind: 'refused', reason: 'denied' });
      }),
      runs,
    );
  });

  test('never allows more', () => {
    fc.assert(
      fc.property(random.file, random.deny, ask, (file, more, it) => {
        const before = outcome(policyOf(file), it);
        const after = outcome(policyOf({ ...file, deny: { ...file.deny, z: more } }), it);
        if (after.kind === 'allowed') expect(after).toEqual(before);
      }),
      runs,
    );
  });
});

test('another rule never makes an approval heavier, nor refuses', () => {
  fc.assert(
    fc.property(random.file, random.file, ask, (file, other, it) => {
      const before = decide(policyOf(file), it);
      const added = {
        ...file,
        requests: { ...other.requests, ...file.requests },
        rotations: { ...other.rotations, ...file.rotations },
      };
      const after = decide(policyOf(added), it);
      if (before.kind !== 'allowed') return;
      expect(after.kind === 'allowed' && after.tier <= before.tier).toBe(true);
    }),
    runs,
  );
});

describe('what is allowed', () => {
  test('is never approved by the requester, the identity or its owners, whatever groups they are in', () => {
    fc.assert(
      fc.property(allowed, ([policy, it]) => {
        const parties =
          'role' in it
            ? [it.requester.objectId, it.identity.objectId, ...it.identity.owners]
            : [it.requester.objectId, ...(it.secret.kind === 'client-secret' ? it.secret.owners : [])];
        for (const objectId of parties) {
          expect(mayApprove(policy, it, somebody(objectId, { groups })).kind).toBe('refused');
          expect(mayApprove(policy, it, somebody(objectId.toUpperCase(), { groups })).kind).toBe('refused');
        }
      }),
      { numRuns: 500 },
    );
  });

  test('can be approved by enough people who have no part in it', () => {
    fc.assert(
      fc.property(allowed, ([policy, it]) => {
        const decision = decide(policy, it);
        if (decision.kind !== 'allowed') return;
        expect(canApprove(decision.approvers, decision.barred, decision.approvals)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is a role of the list, in the mode that honours it, and no longer than any ceiling', () => {
    fc.assert(
      fc.property(random.policy, random.roleAsk, (policy, it) => {
        expect(policy.maxDurationMs).toBeLessThanOrEqual(180 * DAY);
        const decision = decideRoleRequest(policy, it);
        if (decision.kind !== 'allowed') return;
        expect(isRequestable(it.role)).toBe(true);
        expect(it.role.startsWith('Acr')).toBe(it.registry.mode === 'legacy');
        expect(it.durationMs).toBeLessThanOrEqual(decision.maxDurationMs);
        expect(decision.maxDurationMs).toBeLessThanOrEqual(Math.min(policy.maxDurationMs, 180 * DAY));
      }),
      runs,
    );
  });
});

test('guests and people of other tenants are allowed nothing, neither to ask nor to approve', () => {
  const strange = fc.constantFrom({ guest: true }, { tenant: 'dddddddd-0000-4000-8000-000000000009' });
  fc.assert(
    fc.property(allowed, strange, fc.constantFrom(...groups), ([policy, it], change, group) => {
      expect(decide(policy, { ...it, requester: { ...it.requester, ...change } }).kind).toBe('refused');
      const approver = somebody('aaaaaaaa-0000-4000-8000-000000000009', { groups: [group], ...change });
      expect(mayApprove(policy, it, approver).kind).toBe('refused');
    }),
    { numRuns: 500 },
  );
});

test('the order of entries, rules and members of lists is of no account', () => {
  fc.assert(
    fc.property(random.file, ask, fc.infiniteStream(fc.nat()), (file, it, numbers) => {
      const shuffled = policyOf(shuffle(file, () => numbers.next().value ?? 0) as object);
      const policy = policyOf(file);
      expect(shuffled.hash).toBe(policy.hash);
      const [one, other] = [decide(policy, it), decide(shuffled, it)];
      expect(sorted(other)).toEqual(sorted(one));
    }),
    runs,
  );
});

function shuffle(value: unknown, next: () => number): unknown {
  if (Array.isArray(value)) return mix(value, next).map((it) => shuffle(it, next));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(mix(Object.entries(value), next).map(([key, it]) => [key, shuffle(it, next)]));
}

function mix<T>(values: readonly T[], next: () => number): readonly T[] {
  return values
    .map((value) => ({ value, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** Lists of ids keep the order of the file; they are sets. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, sorted(it)]));
}

test('decisions are total: whatever is asked gets an answer', () => {
  const junk = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(NaN, Infinity, -1, 0.5),
  );
  // An ask of which one part, at any depth, is anything at all.
  const spoilt = fc.tuple(ask, fc.nat(), junk).map(([it, at, value]) => spoil(it, at, value));
  fc.assert(
    fc.property(fc.option(random.policy), spoilt, (policy, it) => {
      const decision = decide(policy, it);
      if (decision.kind === 'refused') expect(refusals).toContain(decision.reason);
      const approval = mayApprove(policy, it, it.requester);
      expect(approval.kind === 'refused' && approvalRefusals.includes(approval.reason)).toBe(true);
    }),
    runs,
  );
});

function spoil(it: RoleAsk | RotationAsk, at: number, value: unknown): RoleAsk | RotationAsk {
  const paths = leaves(it, []);
  const path = paths[at % paths.length] ?? [];
  // What comes from outside the types is what this is about.
  return put(it, path, value) as RoleAsk;
}

function leaves(value: unknown, path: readonly string[]): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, it]) => leaves(it, [...path, key]))].filter(
    (it) => it.length > 0,
  );
}

function put(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((it, i) => (String(i) === key ? put(it, rest, leaf) : it));
  return { ...(value as object), [key]: put((value as Record<string, unknown>)[key], rest, leaf) };
}
