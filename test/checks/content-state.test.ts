import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { AttributesRecord, LockRecord, UsageRecord } from '../../src/azure/ports.js';
import type { Operation } from '../../src/knowledge/vocabulary.js';
import { findingOf, type Given, verdictOf } from './fakes.js';

const free: AttributesRecord = { readEnabled: true, writeEnabled: true, deleteEnabled: true };

/** The state of the content, with one thing in the way. */
function state(
  operation: Operation | null,
  {
    locks = [],
    usages = [],
    repository = free,
    tag = free,
    ...given
  }: Given & {
    locks?: readonly LockRecord[];
    usages?: readonly UsageRecord[];
    tag?: AttributesRecord | null;
    repository?: AttributesRecord | null;
  } = {},
) {
  return verdictOf('content-state', {
    subject: { operation, ...given.subject },
    management: { locks: async () => ok(locks), usages: async () => ok(usages), ...given.management },
    data:
      given.data === null
        ? null
        : { attributes: async (_host, _repository, of) => ok(of === null ? repository : tag), ...given.data },
    ...(given.registry === undefined ? {} : { registry: given.registry }),
  });
}

describe('locks on the image', () => {
  const shut = (some: Partial<AttributesRecord>) => ({ ...free, ...some });

  test.each([
    ['pull', 'readEnabled', 'locked'],
    ['pull', 'writeEnabled', 'free'],
    ['pull', 'deleteEnabled', 'free'],
    ['push', 'readEnabled', 'free'],
    ['push', 'writeEnabled', 'locked'],
    ['push', 'deleteEnabled', 'free'],
    ['delete', 'readEnabled', 'free'],
    ['delete', 'writeEnabled', 'locked'],
    ['delete', 'deleteEnabled', 'locked'],
    [null, 'writeEnabled', 'locked'],
  ] as const)('%s with %s off: %s', async (operation, attribute, expected) => {
    expect(await state(operation, { tag: shut({ [attribute]: false }) })).toBe(expected);
    expect(await state(operation, { repository: shut({ [attribute]: false }) })).toBe(expected);
  });

  test('a tag or repository that is not there is not locked', async () => {
    expect(await state('push', { tag: null, repository: null })).toBe('free');
  });

  test('a digest is no tag: the repository is asked instead', async () => {
    const asked: (string | null)[] = [];
    const attributes = async (_host: string, _repository: string, tag: string | null) => {
      asked.push(tag);
      return ok(free);
    };
    await state('push', { data: { attributes } });
    await state('push', { data: { attributes }, subject: { reference: 'sha256:abc' } });
    await state('push', { data: { attributes }, subject: { reference: null } });
    expect(asked).toEqual([null, 'v1', null, null, null, null]);
  });
});

describe('locks on the registry', () => {
  test('a read-only lock locks, one against deletion does not', async () => {
    expect(await state('push', { locks: [{ name: 'a', level: 'read-only' }] })).toBe('locked');
    expect(await state('push', { locks: [{ name: 'a', level: 'cannot-delete' }] })).toBe('free');
  });

  test('is seen without access to the data', async () => {
    expect(await state('push', { locks: [{ name: 'a', level: 'read-only' }], data: null })).toBe('locked');
  });
});

describe('the storage', () => {
  const size = (current: number, limit: number, name = 'Size'): readonly UsageRecord[] => [
    { name: 'Tokens', current: 0, limit: 10 },
    { name, current, limit },
  ];

  test('that is full stops a push', async () => {
    expect(await state('push', { usages: size(10, 10) })).toBe('storage-full');
    expect(await state('push', { usages: size(11, 10) })).toBe('storage-full');
    expect(await state(null, { usages: size(10, 10) })).toBe('storage-full');
    expect(await state('push', { usages: size(10, 10), data: null })).toBe('storage-full');
  });

  test('does not stop anything else', async () => {
    expect(await state('pull', { usages: size(10, 10) })).toBe('free');
    expect(await state('push', { usages: size(9, 10) })).toBe('free');
    expect(await state('push', { usages: size(10, 10, 'Webhooks') })).toBe('free');
    expect(await state('push', { usages: size(10, 0) })).toBe('free');
    expect(await state('push', { usages: size(10, -1) })).toBe('free');
  });
});

describe('what was not seen', () => {
  const throttled = async () => failed({ kind: 'throttled', retryAfterSeconds: null });
  const full = async () => ok([{ name: 'Size', current: 1, limit: 1 }]);
  const locked = async () => ok([{ name: 'a', level: 'read-only' as const }]);

  test('is never called free', async () => {
    expect(await state('push', { data: null })).toBe('unknown: missing-right');
    expect(await state('push', { subject: { repository: null } })).toBe('unknown: missing-right');
    expect(await state('push', { management: { locks: throttled } })).toBe('unknown: throttled');
    expect(await state('push', { management: { usages: throttled } })).toBe('unknown: throttled');
    expect(await state('push', { data: { attributes: throttled } })).toBe('unknown: throttled');
    const attributes = async (_host: string, _repository: string, tag: string | null) =>
      tag === null ? ok(free) : throttled();
    expect(await state('push', { data: { attributes } })).toBe('unknown: throttled');
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    for (const management of [{ findRegistry: denied }, { locks: denied }, { usages: denied }]) {
      expect(await findingOf('content-state', { management })).toMatchObject({
        why: 'missing-right',
        role: 'Reader',
        exposure: 'own',
      });
    }
  });

  test('is no matter where something else decides', async () => {
    expect(await state('push', { management: { locks: throttled, usages: full } })).toBe('storage-full');
    expect(await state('push', { management: { locks: locked, usages: throttled } })).toBe('locked');
    expect(await state('push', { management: { locks: locked }, data: { attributes: throttled } })).toBe(
      'locked',
    );
  });

  test('a registry that is not seen has no content to judge', async () => {
    expect(await state('push', { registry: null })).toBe('unknown: missing-right');
    expect(await verdictOf('content-state', { management: null })).toBe('unknown: not-signed-in');
  });
});

test('a registry that quarantines new images says so beside the verdict', async () => {
  const quarantining = await findingOf('content-state', { registry: { quarantine: true } });
  expect(quarantining).toMatchObject({ verdict: 'free', facts: { quarantine: 'enabled' } });
  expect((await findingOf('content-state')).facts).toEqual({});
});
