import { describe, expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { Lab, outcome } from './lab.js';

interface Shown {
  readonly name: string;
  readonly value: string;
  readonly creationTime?: string;
  readonly expiry?: string | null;
}

/** Values by slot, as an answer has them. */
function valuesOf(answer: Parameters<typeof parsed>[0]): Readonly<Record<string, string>> {
  const passwords = parsed(answer)['passwords'] as readonly Shown[]; // As the service is meant to answer.
  return Object.fromEntries(passwords.map(({ name, value }) => [name, value]));
}

describe('the admin user', () => {
  test.each([
    ['password', 'password2'],
    ['password2', 'password'],
  ])('gets %s anew, and keeps %s', async (name, other) => {
    const lab = new Lab();
    const before = valuesOf(await lab.post('olga', 'listCredentials'));
    const answer = await lab.post('rotator', 'regenerateCredential', { name });
    const after = valuesOf(answer);
    expect([answer.status, parsed(answer)['username']]).toEqual([200, 'contoso']);
    expect(Object.keys(after)).toEqual(['password', 'password2']);
    expect(after[other]).toBe(before[other]);
    expect(after[name]).not.toBe(before[name]);
    expect(valuesOf(await lab.post('olga', 'listCredentials'))).toEqual(after);
    const works = (values: Readonly<Record<string, string>>, slot: string) =>
      lab.signIn('contoso', values[slot] ?? '');
    expect([await works(before, name), await works(after, other), await works(after, name)]).toEqual([
      401, 200, 401,
    ]);
    lab.advance(59);
    expect(await works(after, name)).toBe(401);
    lab.advance(1);
    expect([await works(after, name), await works(before, name)]).toEqual([200, 401]);
  });

  test('gets another password each time', async () => {
    const lab = new Lab();
    const renew = async () =>
      valuesOf(await lab.post('rotator', 'regenerateCredential', { name: 'password' }))['password'];
    const seen = [await renew(), await renew(), await renew()];
    expect(new Set(seen).size).toBe(3);
    lab.advance(60);
    expect(await Promise.all(seen.map((value = '') => lab.signIn('contoso', value)))).toEqual([
      401, 401, 200,
    ]);
  });

  test('that is disabled has no credentials to read or renew', async () => {
    const lab = new Lab({ registry: { adminUser: false } });
    const refused = [400, 'UnAuthorizedForCredentialOperations'];
    expect(outcome(await lab.post('olga', 'listCredentials'))).toEqual(refused);
    const renewed = await lab.post('rotator', 'regenerateCredential', { name: 'password' });
    expect(outcome(renewed)).toEqual(refused);
    expect(JSON.stringify(parsed(renewed))).toContain('as admin user is disabled');
    expect(lab.world().ledger.audit).toEqual([]);
  });

  test.each([{ name: 'password3' }, {}, undefined, { name: 'password1' }])(
    '%j names no slot',
    async (body) => {
      const answer = await new Lab().post('rotator', 'regenerateCredential', body);
      expect(outcome(answer)).toEqual([400, 'InvalidRequestContent']);
    },
  );
});

describe('who may', () => {
  test.each([
    ['olga', 200, 200, 200],
    ['rotator', 403, 200, 200],
    ['rita', 403, 403, 403],
    ['grantor', 403, 403, 403],
    ['pipeline', 403, 403, 403],
  ])('%s: list %i, regenerate %i, generate %i', async (who, list, regenerate, generate) => {
    const lab = new Lab();
    const tokenId = `${lab.registry.id}/tokens/ci-pull`;
    const statuses = [
      await lab.post(who, 'listCredentials'),
      await lab.post(who, 'regenerateCredential', { name: 'password' }),
      await lab.post(who, 'generateCredentials', { tokenId, name: 'password1' }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([list, regenerate, generate]);
    expect(lab.world().ledger.audit.map(({ operation }) => operation.split('/')[2])).toEqual(
      regenerate === 200 ? ['regenerateCredential', 'generateCredentials'] : [],
    );
  });

  test('is told which action is missing', async () => {
    const message = JSON.stringify(parsed(await new Lab().post('rita', 'listCredentials')));
    expect(message).toContain('Microsoft.ContainerRegistry/registries/listCredentials/action');
  });

  test('a lock against writing forbids all of it', async () => {
    const lab = new Lab({ registry: { locks: { it: { level: 'read-only' } } } });
    const tokenId = `${lab.registry.id}/tokens/ci-pull`;
    expect(outcome(await lab.post('olga', 'listCredentials'))).toEqual([409, 'ScopeLocked']);
    expect(outcome(await lab.post('olga', 'regenerateCredential', { name: 'password' }))[0]).toBe(409);
    expect(outcome(await lab.post('olga', 'generateCredentials', { tokenId }))[0]).toBe(409);
    expect(lab.world().ledger.audit).toEqual([]);
  });
});

describe('a repository token', () => {
  const first = (slot: string) => `sandbox-contoso-ci-pull-${slot}`;

  async function generate(lab: Lab, some: Readonly<Record<string, unknown>>) {
    const tokenId = `${lab.registry.id}/tokens/ci-pull`;
    return lab.post('rotator', 'generateCredentials', { tokenId, ...some });
  }

  /** Slots as reading the token shows them. */
  async function slots(lab: Lab): Promise<readonly Shown[]> {
    const url = `https://management.azure.com${lab.registry.id}/tokens/ci-pull?api-version=2025-11-01`;
    const { properties } = parsed(await lab.send('rotator', 'GET', url)) as {
      // As the service is meant to answer.
      readonly properties: { readonly credentials: { readonly passwords: readonly Shown[] } };
    };
    return properties.credentials.passwords;
  }

  test('gets one slot anew, with its end, and keeps the other', async () => {
    const lab = new Lab();
    const [before] = await slots(lab);
    const answer = await generate(lab, { name: 'password2', expiry: '2026-05-31T00:00:00Z' });
    expect(answer.status).toBe(200);
    expect(parsed(answer)).toEqual({
      username: 'ci-pull',
      passwords: [
        {
          name: 'password2',
          value: expect.stringMatching(/^sandbox-/),
          creationTime: '2026-03-02T09:00:00.000Z',
          expiry: '2026-05-31T00:00:00.000Z',
        },
      ],
    });
    expect(await slots(lab)).toEqual([
      before,
      {
        name: 'password2',
        creationTime: '2026-03-02T09:00:00.000Z',
        expiry: '2026-05-31T00:00:00.000Z',
        value: null,
      },
    ]);
    const { password2: made = '' } = valuesOf(answer);
    const sign = (value: string) => lab.signIn('ci-pull', value);
    expect([await sign(first('password1')), await sign(first('password2')), await sign(made)]).toEqual([
      200, 401, 401,
    ]);
    lab.advance(60);
    expect([await sign(made), await sign(first('password1'))]).toEqual([200, 200]);
    lab.advance(100 * 86_400);
    expect([await sign(made), await sign(first('password1'))]).toEqual([401, 200]);
  });

  test('gets both anew where no slot is named', async () => {
    const lab = new Lab();
    const made = valuesOf(await generate(lab, {}));
    expect(Object.keys(made)).toEqual(['password1', 'password2']);
    lab.advance(60);
    const sign = (value = '') => lab.signIn('ci-pull', value);
    expect(await Promise.all([made['password1'], made['password2']].map(sign))).toEqual([200, 200]);
    expect(await Promise.all(['password1', 'password2'].map(first).map(sign))).toEqual([401, 401]);
    expect((await slots(lab)).map(({ expiry }) => expiry)).toEqual([null, null]);
  });

  test('fills a slot that was empty', async () => {
    const lab = new Lab({ registry: { tokens: { 'ci-pull': { scopeMap: 'team-app' } } } });
    expect(await slots(lab)).toEqual([]);
    const { password1 = '' } = valuesOf(await generate(lab, { name: 'password1' }));
    expect((await slots(lab)).map(({ name }) => name)).toEqual(['password1']);
    lab.advance(60);
    expect(await lab.signIn('ci-pull', password1)).toBe(200);
  });

  test.each([
    [{ tokenId: '/none' }, [404, 'ResourceNotFound']],
    [{ name: 'password' }, [400, 'InvalidRequestContent']],
    [{ expiry: 'tomorrow' }, [400, 'InvalidRequestContent']],
  ])('is not renewed with %j', async (some, expected) => {
    const lab = new Lab();
    expect(outcome(await generate(lab, some))).toEqual(expected);
    expect(await lab.signIn('ci-pull', first('password1'))).toBe(200);
  });
});
