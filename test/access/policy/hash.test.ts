import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../../src/access/policy/load.js';
import { platform, subscription, tenant } from './people.js';
import { text } from './text.js';

describe('the hash', () => {
  const hashOf = (file: string) => {
    const loaded = loadPolicy(file);
    return loaded.kind === 'policy' ? loaded.policy.hash : null;
  };
  const plain = text();

  test.each([
    ['comments and blank lines', `# why\n\n${plain.replace('\n', ' # one\n')}`],
    ['the order of keys', plain.trimEnd().split('\n').reverse().join('\n')],
    ['layout', plain.replace('[contosodev]', '[\n  contosodev ]')],
    ['the case of ids', plain.replace(tenant, tenant.toUpperCase())],
    ['a default that is written out', `${plain}maxDuration: 14d\ndeny: {}\n`],
  ])('stays with other %s', (_what, file) => {
    expect(hashOf(file)).toBe(hashOf(plain));
    expect(hashOf(file)).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each([
    ['tenant', plain.replace(tenant, subscription)],
    ['group', plain.replace(platform, subscription)],
    ['name of a rule', plain.replace('pull:', 'pulls:')],
    ['role', plain.replace('AcrPull', 'AcrPush')],
    ['registry', plain.replace('contosodev', 'contosodev1')],
    ['duration', `${plain}maxDuration: 13d\n`],
    ['deny entry', `${plain}deny: { x: { by: [person:ari] } }\n`],
    ['reason for it', `${plain}deny: { x: { by: [person:ari], why: gone } }\n`],
  ])('changes with another %s', (_what, file) => {
    expect(hashOf(file)).not.toBeNull();
    expect(hashOf(file)).not.toBe(hashOf(plain));
  });
});
