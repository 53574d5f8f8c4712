import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignmentName, uuidV5 } from '../../../src/access/executor/assignment-name.js';
import { repositoryCondition } from '../../../src/access/executor/condition.js';
import { markOf, readMark } from '../../../src/access/executor/mark.js';
import { wishOf } from '../../../src/access/executor/wish.js';
import type { RoleSpec } from '../../../src/access/request.js';
import { evaluateCondition } from '../../../src/checks/condition.js';
import { parseRepository } from '../../../src/diagnosis/facts/repository.js';
import { specOf } from '../../store/ledger-samples.js';

const actions = ['content/read', 'metadata/read', 'content/write', 'metadata/write'].map(
  (it) => `Microsoft.ContainerRegistry/registries/repositories/${it}`,
);
const [read = '', , push = ''] = actions;
const readerRole = 'Container Registry Repository Reader';
const writerRole = 'Container Registry Repository Writer';

describe('the condition', () => {
  const letters = fc.stringMatching(/^[a-z0-9]{1,6}(?:[._-][a-z0-9]{1,4})?$/);
  const repository = fc.array(letters, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));

  test('lets through exactly the repository that was asked for, as the checks read it', () => {
    fc.assert(
      fc.property(repository, repository, fc.boolean(), (name, other, prefix) => {
        const condition = repositoryCondition(writerRole, name, prefix) ?? '';
        const covered = prefix ? other.startsWith(`${name}/`) : other === name;
        for (const action of actions) {
          const verdict = evaluateCondition(condition, { action, repository: other });
          expect(verdict).toBe(covered ? 'covers' : 'excludes');
        }
      }),
    );
  });

  test('names every data action of the role: none is left unlimited', () => {
    const [reads, writes] = [readerRole, writerRole].map((role) =>
      repositoryCondition(role as typeof readerRole, 'team/app', false),
    );
    expect(evaluateCondition(reads ?? '', { action: read, repository: 'web' })).toBe('excludes');
    expect(evaluateCondition(writes ?? '', { action: push, repository: 'web' })).toBe('excludes');
    expect(evaluateCondition(writes ?? '', { action: push, repository: 'team/app' })).toBe('covers');
    const neighbour = repositoryCondition(readerRole, 'team', true) ?? '';
    expect(evaluateCondition(neighbour, { action: read, repository: 'team-two/app' })).toBe('excludes');
    expect(evaluateCondition(neighbour, { action: read, repository: 'team/app' })).toBe('covers');
  });

  test('is never made of what is no repository', () => {
    const hostile = [
      "a' OR 'a' StringEquals 'a",
      'a}',
      'a)',
      "a'",
      'A',
      'a b',
      'a\n',
      '',
      '../a',
      'a//b',
      'a*',
    ];
    for (const name of hostile) expect(repositoryCondition(readerRole, name, false)).toBeNull();
    fc.assert(
      fc.property(fc.string(), (name) => {
        const condition = repositoryCondition(readerRole, name, false);
        expect(condition === null).toBe(parseRepository(name) === null);
      }),
    );
  });

  test('is not made for a role that takes none', () => {
    expect(repositoryCondition('AcrPull', 'team/app', false)).toBeNull();
  });
});

describe('the name', () => {
  test('is a UUID of version 5 (RFC 9562, A.4)', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(uuidV5(dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  test('is the same for the same, whatever the case of the scope, and another for anything else', () => {
    const of = { principalId: 'p', roleGuid: 'r', condition: null };
    const name = assignmentName('/Scope', of);
    expect(assignmentName('/scope', of)).toBe(name);
    const others = [
      assignmentName('/other', of),
      assignmentName('/scope', { ...of, principalId: 'q' }),
      assignmentName('/scope', { ...of, roleGuid: 's' }),
      assignmentName('/scope', { ...of, condition: 'c' }),
    ];
    expect(new Set([name, ...others]).size).toBe(5);
    // Names of what is in Azure already: another one would be a second assignment for the same.
    expect(assignmentName('/scope', of)).toBe('b231bc55-db5d-5e3b-8f67-0c4a0b739b7c');
  });
});

describe('a request', () => {
  test('becomes an assignment of its own words', () => {
    const wish = wishOf(specOf());
    expect(wish).toMatchObject({
      place: { scope: specOf().registry.resourceId },
      content: {
        roleGuid: 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
        principalId: 'cccccccc-0000-4000-8000-000000000001',
        principalType: 'ServicePrincipal',
      },
    });
    expect(wishOf(specOf({ repository: null }))?.content.condition).toBeNull();
    const user = { ...specOf().identity, kind: 'user' as const };
    expect(wishOf(specOf({ identity: user }))?.content.principalType).toBe('User');
  });

  const at = (resourceId: string): Partial<RoleSpec> => ({
    registry: { ...specOf().registry, resourceId },
  });
  const legacy: Partial<RoleSpec> = { registry: { ...specOf().registry, mode: 'legacy' } };
  const { resourceId } = specOf().registry;
  test.each<[string, Partial<RoleSpec>]>([
    ['of a role that is never given', { role: 'Owner', repository: null }],
    ['of a role that nobody knows', { role: 'constructor', repository: null }],
    ['of a role that the mode does not honour', { role: 'AcrPull', repository: null }],
    ['of a repository role in a legacy registry', legacy],
    ['of a repository for a role without conditions', { ...legacy, role: 'AcrPull' }],
    ['of all below nothing', { repository: null, prefix: true }],
    ['of no repository', { repository: "team/app' OR 'a" }],
    ['at a subscription', at('/subscriptions/dddddddd-0000-4000-8000-000000000001')],
    ['at what climbs out', at(`${resourceId}/../../..`)],
    ['at a scope map', at(`${resourceId}/scopeMaps/it`)],
    ['at a query', at(`${resourceId}?x=`)],
    ['for nobody', { identity: { ...specOf().identity, objectId: 'somebody' } }],
  ])('%s becomes none', (_, some) => {
    expect(wishOf(specOf(some))).toBeNull();
  });
});

describe('the mark', () => {
  test('is read as it was written', () => {
    const mark = { request: 'Zm9v_-8', until: Date.parse('2026-03-02T09:00:00.123Z') };
    expect(readMark(markOf(mark))).toEqual(mark);
  });

  test.each([
    null,
    '',
    'acr-help',
    'x acr-help a until 2026-03-02T09:00:00Z',
    'acr-help a until soon',
    'acr-help a b until 2026-03-02T09:00:00Z',
  ])('%s is none', (text) => {
    expect(readMark(text)).toBeNull();
  });
});
