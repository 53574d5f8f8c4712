import { describe, expect, test } from 'vitest';
import { ok } from '../../src/azure/answer.js';
import type { ApplicationRecord, Directory, ServicePrincipalRecord } from '../../src/azure/ports.js';
import type { LiveCheckId } from '../../src/checks/needs.js';
import { findingOf, minutesAgo, pipeline, verdictOf } from './fakes.js';

const federation = { issuer: 'https://issuer.example', subject: 'repo:contoso/app:ref:refs/heads/main' };
const subject = { identity: pipeline, federation };
const run = (id: LiveCheckId, directory: Partial<Directory> | null) => verdictOf(id, { subject, directory });

const principal = (some: Partial<ServicePrincipalRecord>): Partial<Directory> => ({
  servicePrincipal: async (clientId) =>
    ok({ objectId: 'o', clientId, enabled: true, kind: 'application', homeTenant: null, ...some }),
});
const application = (some: Partial<ApplicationRecord>): Partial<Directory> => ({
  application: async (clientId) => ok({ clientId, secrets: [], federatedCredentials: [], ...some }),
});
const nobody: Partial<Directory> = {
  application: async () => ok(null),
  servicePrincipal: async () => ok(null),
};

describe('the application in the tenant', () => {
  test('is found, or not', async () => {
    expect(await run('sp-application', principal({}))).toBe('found');
    expect(await run('sp-application', nobody)).toBe('not-found');
  });

  test('that may not sign in counts as not there', async () => {
    expect(await run('sp-application', principal({ enabled: false }))).toBe('not-found');
  });

  test('that another tenant owns is here all the same', async () => {
    expect(await run('sp-application', principal({ homeTenant: 'fabrikam' }))).toBe('found');
  });

  test('is asked for by its client id', async () => {
    const asked: string[] = [];
    await run('sp-application', {
      servicePrincipal: async (clientId) => {
        asked.push(clientId);
        return ok(null);
      },
    });
    expect([{ kind: 'application', clientId: asked[0] }]).toEqual([pipeline]);
  });
});

describe('the secrets of the application', () => {
  const secrets = (...ends: readonly (string | null)[]) =>
    run('sp-secret-expiry', application({ secrets: ends.map((expiresOn) => ({ keyId: 'k', expiresOn })) }));

  test('one that is still good is enough', async () => {
    expect(await secrets(minutesAgo(5), minutesAgo(-5))).toBe('current');
    expect(await secrets(minutesAgo(-5), minutesAgo(5))).toBe('current');
    expect(await secrets(minutesAgo(5), null)).toBe('current');
  });

  test('all of them are over', async () => {
    expect(await secrets(minutesAgo(5), minutesAgo(600))).toBe('expired');
    expect(await secrets(minutesAgo(0))).toBe('expired');
    expect(await secrets()).toBe('expired');
  });

  test('the last end is shown, where there is one', async () => {
    const facts = async (...ends: readonly (string | null)[]) =>
      (
        await findingOf('sp-secret-expiry', {
          subject,
          directory: application({ secrets: ends.map((expiresOn) => ({ keyId: 'k', expiresOn })) }),
        })
      ).facts;
    expect(await facts('2026-03-01T00:00:00Z', '2025-03-01T00:00:00Z')).toEqual({ expires: '2026-03-01' });
    expect(await facts('2027-03-01T00:00:00Z')).toEqual({ expires: '2027-03-01' });
    expect(await facts('2027-03-01T00:00:00Z', null)).toEqual({});
    expect(await facts()).toEqual({});
  });

  test('stand in another tenant where the application is not registered here', async () => {
    expect(await run('sp-secret-expiry', nobody)).toBe('unknown: missing-fact');
  });
});

describe('the federated credentials of the application', () => {
  const credential = { name: 'main', audiences: ['api://AzureADTokenExchange'], ...federation };
  const judge = (
    wanted: typeof subject.federation | { issuer: string | null; subject: string | null },
    ...more: readonly (typeof credential)[]
  ) =>
    verdictOf('federated-credential', {
      subject: { identity: pipeline, federation: wanted },
      directory: application({ federatedCredentials: more }),
    });

  test('one of them has exactly the issuer and the subject', async () => {
    expect(await judge(federation, { ...credential, subject: 'other' }, credential)).toBe('matches');
  });

  test('none has both', async () => {
    expect(await judge(federation)).toBe('differs');
    expect(await judge(federation, { ...credential, subject: 'other' })).toBe('differs');
    expect(await judge(federation, { ...credential, issuer: 'https://other.example' })).toBe('differs');
    expect(
      await judge(
        federation,
        { ...credential, subject: 'other' },
        { ...credential, issuer: 'https://other' },
      ),
    ).toBe('differs');
  });

  test('upper case counts', async () => {
    expect(await judge(federation, { ...credential, subject: federation.subject.toUpperCase() })).toBe(
      'differs',
    );
    expect(await judge(federation, { ...credential, issuer: `${federation.issuer}/` })).toBe('differs');
  });

  test('only what the error told is compared', async () => {
    const bySubject = { issuer: null, subject: federation.subject };
    expect(await judge(bySubject, { ...credential, issuer: 'x' })).toBe('matches');
    expect(await judge(bySubject, { ...credential, subject: 'x' })).toBe('differs');
    const byIssuer = { issuer: federation.issuer, subject: null };
    expect(await judge(byIssuer, { ...credential, subject: 'x' })).toBe('matches');
    expect(await judge(byIssuer, { ...credential, issuer: 'x' })).toBe('differs');
  });

  test('nothing is compared where the error told nothing, or the application is elsewhere', async () => {
    expect(await verdictOf('federated-credential', { subject: { identity: pipeline } })).toBe(
      'unknown: missing-fact',
    );
    expect(await run('federated-credential', nobody)).toBe('unknown: missing-fact');
  });
});

describe('a managed identity', () => {
  test('that does not exist is missing', async () => {
    expect(await run('managed-identity', nobody)).toBe('missing');
  });

  test('that exists may still not be the one of the resource: no verdict', async () => {
    expect(await run('managed-identity', principal({ kind: 'managed-identity' }))).toBe(
      'unknown: not-supported',
    );
  });
});

describe.each(['sp-application', 'sp-secret-expiry', 'federated-credential', 'managed-identity'] as const)(
  '%s',
  (id) => {
    test('needs an application', async () => {
      expect(await verdictOf(id, { subject: { federation } })).toBe('unknown: missing-fact');
    });

    test('needs a sign-in', async () => {
      expect(await verdictOf(id, { subject, directory: null, management: null })).toBe(
        'unknown: not-signed-in',
      );
    });

    test('needs the directory', async () => expect(await run(id, null)).toBe('unknown: missing-right'));

    test('tells whose sign-in read the directory', async () => {
      for (const vantage of ['bot', 'person'] as const) {
        expect(await findingOf(id, { subject, vantage })).toMatchObject({
          witness: vantage,
          exposure: 'own',
        });
      }
    });
  },
);
