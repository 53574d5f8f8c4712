import { describe, expect, it } from 'vitest';
import { parseArmScope, parseRoleAction } from '../../../src/diagnosis/facts/arm-id.js';
import { parseEntraCode } from '../../../src/diagnosis/facts/entra-code.js';
import { parseGuid } from '../../../src/diagnosis/facts/guid.js';
import { parseImageReference } from '../../../src/diagnosis/facts/image-reference.js';
import { parseIp } from '../../../src/diagnosis/facts/ip-address.js';
import { parseRegistryScope } from '../../../src/diagnosis/facts/registry-scope.js';
import { parseDigest, parseRepository, parseTag } from '../../../src/diagnosis/facts/repository.js';

const sub = '11111111-2222-3333-4444-555555555555';
const sha = `sha256:${'ab'.repeat(32)}`;

describe('OCI grammars', () => {
  it.each(['app', 'team/app', 'a.b/c_d/e__f/g--h', '0'])('repository %s', (text) => {
    expect(parseRepository(text)).toBe(text);
  });
  it.each(['', 'Team/App', '/app', 'app/', 'a//b', '-a', 'a___b', '<repo>', 'a b', 'x'.repeat(256)])(
    'no repository %j',
    (text) => {
      expect(parseRepository(text)).toBeNull();
    },
  );
  it('tag and digest', () => {
    expect(parseTag('v1.2-rc_3')).toBe('v1.2-rc_3');
    expect(parseTag('.x')).toBeNull();
    expect(parseTag('x'.repeat(129))).toBeNull();
    expect(parseDigest(sha.replace('ab', 'AB'))).toBe(sha);
    expect(parseDigest('sha256:abc')).toBeNull();
  });
});

describe('parseImageReference', () => {
  it.each([
    ['contoso.azurecr.io/team/app:1.0', 'contoso.azurecr.io', 'team/app', '1.0', null],
    [`contoso.azurecr.io/app@${sha}`, 'contoso.azurecr.io', 'app', null, sha],
    [`contoso.azurecr.io/app:1@${sha}`, 'contoso.azurecr.io', 'app', '1', sha],
    ['localhost:5000/app', 'localhost:5000', 'app', null, null],
    ['team/app:1', null, 'team/app', '1', null],
    ['***/team/app:1', '***', 'team/app', '1', null],
    ['<reg>.azurecr.io/app', '<reg>.azurecr.io', 'app', null, null],
    ['{reg}/{name}:0.1', '{reg}', null, '0.1', null],
  ])('%s', (text, host, repository, tag, digest) => {
    expect(parseImageReference(text)).toMatchObject({ host, repository, tag, digest });
  });
  it('keeps a malformed repository as written', () => {
    expect(parseImageReference('contoso.azurecr.io/Team/App:1')).toMatchObject({
      repository: null,
      repositoryAsWritten: 'Team/App',
      tag: '1',
    });
  });
  it.each(['', 'https://x.io/a', 'C:\\a', 'contoso.azurecr.io/app@sha256:1', '<a>'])('refuses %j', (text) => {
    expect(parseImageReference(text)).toBeNull();
  });
});

describe('parseIp', () => {
  it.each(['203.0.113.7', '0.0.0.0', '::1', '2001:db8::1', 'fe80:0:0:0:1:2:3:4', '::ffff:10.0.0.4'])(
    '%s',
    (text) => {
      expect(parseIp(text)).toBe(text);
    },
  );
  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    'XXX',
    '2852039166',
    '0x7f.1',
    ':',
    ':::',
    '1::2::3',
    'fe80::1%eth0',
    '1:2:3:4:5:6:7',
  ])('refuses %j', (text) => {
    expect(parseIp(text)).toBeNull();
  });
});

describe('ARM and Entra', () => {
  const registry = `/subscriptions/${sub}/resourceGroups/rg-1/providers/Microsoft.ContainerRegistry/registries/contoso`;
  it('scopes', () => {
    expect(parseArmScope(registry)).toEqual({ id: registry, subscription: sub, registry: 'contoso' });
    expect(parseArmScope(`/subscriptions/${sub}`)).toMatchObject({ registry: null });
    expect(parseArmScope('/subscriptions/ZZZZ/resourceGroups/x')).toBeNull();
    expect(parseArmScope(`${registry}/ x`)).toBeNull();
  });
  it('actions', () => {
    expect(parseRoleAction('Microsoft.ContainerRegistry/registries/listCredentials/action')).not.toBeNull();
    expect(parseRoleAction('pull')).toBeNull();
    expect(parseRoleAction("Microsoft.X/y' or")).toBeNull();
  });
  it('ids and codes', () => {
    expect(parseGuid('ABCDEF01-2222-3333-4444-555555555555')).toBe('abcdef01-2222-3333-4444-555555555555');
    expect(parseGuid('4ecd6548-e33b-4b9d-9986-bd3c22986c6')).toBeNull();
    expect(parseEntraCode('AADSTS7000215')).toBe('AADSTS7000215');
    expect(parseEntraCode('AADSTS7')).toBeNull();
  });
});

describe('parseRegistryScope', () => {
  it('takes repositories and the catalog', () => {
    expect(parseRegistryScope('repository:team/app:pull,push')).toMatchObject({
      repository: 'team/app',
      actions: ['pull', 'push'],
    });
    expect(parseRegistryScope('registry:catalog:*')).toMatchObject({ repository: null, actions: ['*'] });
  });
  it.each(['', 'repository::pull', 'repository:<a>:pull', 'registry:None:*', 'x:y:z'])(
    'refuses %j',
    (text) => {
      expect(parseRegistryScope(text)).toBeNull();
    },
  );
});
