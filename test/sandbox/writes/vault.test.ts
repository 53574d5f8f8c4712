import { describe, expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { guid, Lab, outcome } from './lab.js';

/** In the shape in which @azure/keyvault-secrets sends it (4.11: api-version 2025-07-01). */

const name = 'acr-contoso-ci-pull-password2';
const put = (lab: Lab, body: unknown, who: string | null = 'rotator', at = name) =>
  lab.vault(who, 'PUT', `secrets/${at}`, body);

describe('a vault', () => {
  test('tells who comes without a token where to get one', async () => {
    const lab = new Lab();
    const answer = await put(lab, undefined, null);
    const tenant = lab.world().asks.tenant.id;
    expect([answer.status, answer.headers?.['www-authenticate']]).toEqual([
      401,
      `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="https://vault.azure.net"`,
    ]);
    expect(parsed(answer)).toEqual({
      error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' },
    });
  });

  test.each([
    ['another audience', 'https://management.azure.com', 'contoso', 'AKV10022'],
    ['another tenant', 'https://vault.azure.net', 'fabrikam', 'AKV10032'],
  ])('takes no token for %s', async (_, aud, tenant, number) => {
    const lab = new Lab();
    const id = lab.world().tenants.get(tenant)?.id ?? '';
    const answer = await lab.withToken(
      'rotator',
      aud,
      id,
      'https://delivery.vault.azure.net/secrets/x?api-version=7.6',
    );
    expect([answer.status, answer.body]).toEqual([401, expect.stringContaining(number)]);
    expect(answer.headers?.['www-authenticate']).toContain('error="invalid_token"');
  });

  test('keeps versions of a secret', async () => {
    const lab = new Lab();
    const attributes = { exp: 1_780_272_000, nbf: 1_772_441_000, enabled: true };
    const first = await put(lab, {
      value: 'fake-1',
      attributes,
      contentType: 'text/plain',
      tags: { slot: '2' },
    });
    const { id } = parsed(first);
    expect(first.status).toBe(200);
    expect(parsed(first)).toEqual({
      value: 'fake-1',
      id: expect.stringMatching(
        new RegExp(`^https://delivery\\.vault\\.azure\\.net/secrets/${name}/[0-9a-f]{32}$`),
      ),
      contentType: 'text/plain',
      tags: { slot: '2' },
      attributes: {
        ...attributes,
        created: 1_772_442_000,
        updated: 1_772_442_000,
        recoveryLevel: 'Recoverable+Purgeable',
        recoverableDays: 90,
      },
    });
    lab.advance(60);
    const second = parsed(await put(lab, { value: 'fake-2' }));
    expect(second['id']).not.toBe(id);
    expect(parsed(await lab.vault('rotator', 'GET', `secrets/${name}`))['value']).toBe('fake-2');
    expect(parsed(await lab.vault('rotator', 'GET', `secrets/${name.toUpperCase()}/`))['value']).toBe(
      'fake-2',
    );
    const version = String(id).split('/').at(-1);
    expect(parsed(await lab.vault('rotator', 'GET', `secrets/${name}/${version}`))['value']).toBe('fake-1');
    const listed = await lab.vault('rotator', 'GET', `secrets/${name}/versions`);
    expect(parsed(listed)['value']).toHaveLength(2);
    expect(listed.body).not.toContain('fake-');
  });

  test('gives a value after its end', async () => {
    const lab = new Lab();
    await put(lab, { value: 'fake-1', attributes: { exp: 1_772_442_001 } });
    lab.advance(10);
    expect((await lab.vault('rotator', 'GET', `secrets/${name}`)).status).toBe(200);
  });

  test('gives no value of what is disabled', async () => {
    const lab = new Lab();
    await put(lab, { value: 'fake-1', attributes: { enabled: false } });
    const answer = await lab.vault('rotator', 'GET', `secrets/${name}`);
    expect([answer.status, parsed(answer)]).toMatchObject([
      403,
      { error: { code: 'Forbidden', innererror: { code: 'SecretDisabled' } } },
    ]);
  });

  test('changes what is said about a version, and nothing else', async () => {
    const lab = new Lab();
    const attributes = { exp: 1_780_272_000, enabled: true };
    const version = async (value: string) => {
      const { id } = parsed(await put(lab, { value, attributes, tags: { slot: '2' } }));
      return String(id).split('/').at(-1);
    };
    const [first, second] = [await version('fake-1'), await version('fake-2')];
    lab.advance(60);
    const patch = (body: unknown, which = first) =>
      lab.vault('rotator', 'PATCH', `secrets/${name}/${which}`, body);
    const changed = await patch({ attributes: { enabled: false } });
    expect([changed.status, parsed(changed)]).toMatchObject([
      200,
      {
        id: `https://delivery.vault.azure.net/secrets/${name}/${first}`,
        tags: { slot: '2' },
        attributes: { exp: 1_780_272_000, enabled: false, created: 1_772_442_000, updated: 1_772_442_060 },
      },
    ]);
    expect(changed.body).not.toContain('fake-');
    const read = (which = '') => lab.vault('rotator', 'GET', `secrets/${name}/${which}`);
    expect([(await read(first)).status, (await read(second)).status, (await read()).status]).toEqual([
      403, 200, 200,
    ]);
    expect(parsed(await patch({ tags: {}, attributes: { exp: 1_780_272_001 } }))).toMatchObject({
      tags: {},
      attributes: { exp: 1_780_272_001, enabled: false },
    });
    expect(outcome(await patch({ attributes: { enabled: 'no' } }))).toEqual([400, 'BadParameter']);
    expect(outcome(await patch({}, '0'.repeat(32)))).toEqual([404, 'SecretNotFound']);
    expect(lab.world().ledger.audit.at(-1)?.operation).toBe('SecretUpdate');
    await lab.vault('rotator', 'DELETE', `secrets/${name}`);
    expect(outcome(await patch({}))).toEqual([404, 'SecretNotFound']);
  });

  test('keeps what is deleted, and its name', async () => {
    const lab = new Lab();
    await put(lab, { value: 'fake-1' });
    const deleted = await lab.vault('rotator', 'DELETE', `secrets/${name}`);
    expect([deleted.status, parsed(deleted)]).toMatchObject([
      200,
      {
        recoveryId: `https://delivery.vault.azure.net/deletedsecrets/${name}`,
        deletedDate: 1_772_442_000,
        scheduledPurgeDate: 1_772_442_000 + 90 * 86_400,
      },
    ]);
    expect(deleted.body).not.toContain('fake-1');
    expect(outcome(await lab.vault('rotator', 'GET', `secrets/${name}`))).toEqual([404, 'SecretNotFound']);
    expect(parsed(await lab.vault('rotator', 'GET', `secrets/${name}/versions`))['value']).toEqual([]);
    expect((await lab.vault('rotator', 'GET', `deletedsecrets/${name}`)).status).toBe(200);
    expect(outcome(await lab.vault('rotator', 'DELETE', `secrets/${name}`))).toEqual([404, 'SecretNotFound']);
    const again = await put(lab, { value: 'fake-2' });
    expect([again.status, parsed(again)]).toMatchObject([
      409,
      { error: { code: 'Conflict', innererror: { code: 'ObjectIsDeletedButRecoverable' } } },
    ]);
    expect(lab.world().ledger.audit.map(({ operation }) => operation)).toEqual(['SecretSet', 'SecretDelete']);
    expect(outcome(await lab.vault('rotator', 'GET', 'deletedsecrets/none'))).toEqual([
      404,
      'SecretNotFound',
    ]);
  });

  test.each([
    ['no value', {}, name],
    ['a value that is too long', { value: 'x'.repeat(25_601) }, name],
    [
      'too many tags',
      { value: 'x', tags: Object.fromEntries([...Array(16).keys()].map((i) => [i, ''])) },
      name,
    ],
    ['a name with a dot', { value: 'x' }, 'acr.contoso'],
    ['a name that is too long', { value: 'x' }, 'a'.repeat(128)],
  ])('takes no secret with %s', async (_, body, at) => {
    const lab = new Lab();
    expect(outcome(await put(lab, body, 'rotator', at))).toEqual([400, 'BadParameter']);
    expect(lab.world().ledger.vaultSecrets.size).toBe(0);
  });

  test.each(['', '?api-version=1.0'])('wants a version of its API (%s)', async (query) => {
    const answer = await new Lab().send(
      'rotator',
      'GET',
      `https://delivery.vault.azure.net/secrets/x${query}`,
    );
    expect(outcome(answer)).toEqual([400, 'BadParameter']);
  });

  test('does nothing else', async () => {
    expect(outcome(await new Lab().vault('rotator', 'PATCH', 'keys/x'))[0]).toBe(405);
  });
});

describe('who may', () => {
  const held = (role: string) => ({
    roleAssignments: { ana: { principal: 'ana', role, scope: 'vault:delivery' } },
  });
  const data = (...verbs: string[]) =>
    verbs.map((verb) => `Microsoft.KeyVault/vaults/secrets/${verb}/action`);
  const puts = {
    puts: { dataActions: data('setSecret', 'readMetadata', 'update') },
    rotator: { actions: [] },
  };
  test.each([
    ['Key Vault Secrets Officer', held('Key Vault Secrets Officer'), 200, 200, 200, 200, 200],
    ['Key Vault Secrets User', held('Key Vault Secrets User'), 403, 200, 200, 403, 403],
    ['a role that puts and disables', { ...held('puts'), roleDefinitions: puts }, 200, 403, 200, 200, 403],
    ['Owner', held('Owner'), 403, 403, 403, 403, 403],
    ['Reader', held('Reader'), 403, 403, 403, 403, 403],
    ['nobody in particular', {}, 403, 403, 403, 403, 403],
  ])('%s', async (_, parts, set, get, list, change, drop) => {
    const lab = new Lab(parts);
    const { id } = parsed(await put(lab, { value: 'fake-1' }));
    const statuses = [
      await put(lab, { value: 'fake-2' }, 'ana'),
      await lab.vault('ana', 'GET', `secrets/${name}`),
      await lab.vault('ana', 'GET', `secrets/${name}/versions`),
      await lab.vault('ana', 'PATCH', new URL(String(id)).pathname.slice(1), {}),
      await lab.vault('ana', 'DELETE', `secrets/${name}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([set, get, list, change, drop]);
  });

  test('is told what is missing where', async () => {
    const lab = new Lab();
    const { body = '' } = await put(lab, { value: 'x' }, 'olga');
    expect(JSON.parse(body)).toEqual({
      error: {
        code: 'Forbidden',
        message: [
          'Caller is not authorized to perform action on resource.',
          'If role assignments, deny assignments or role definitions were changed recently, please observe propagation time.',
          `Caller: appid=;oid=${lab.id('olga')};iss=https://sts.windows.net/${lab.world().asks.tenant.id}/`,
          "Action: 'Microsoft.KeyVault/vaults/secrets/setSecret/action'",
          `Resource: '${lab.vaultId.toLowerCase()}/secrets/${name}'`,
          'Assignment: (not found)',
          'DenyAssignmentId: null',
          'DecisionReason: null ',
          'Vault: delivery;location=westeurope',
          '',
        ].join('\r\n'),
        innererror: { code: 'ForbiddenByRbac' },
      },
    });
  });

  test('a role on one secret is for that one, after the delay', async () => {
    const lab = new Lab();
    await put(lab, { value: 'fake-1' });
    await put(lab, { value: 'fake-2' }, 'rotator', 'other');
    const { id } = lab.registry.subscription;
    const role = `/subscriptions/${id}/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6`;
    const wanted = { roleDefinitionId: role, principalId: lab.id('ana'), principalType: 'User' };
    const given = await lab.assignment('olga', 'PUT', guid(1), wanted, `${lab.vaultId}/secrets/${name}`);
    const read = async (secret: string) => (await lab.vault('ana', 'GET', `secrets/${secret}`)).status;
    expect([given.status, await read(name)]).toEqual([201, 403]);
    lab.advance(600);
    expect([await read(name), await read('other')]).toEqual([200, 403]);
  });
});
