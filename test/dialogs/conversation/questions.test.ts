import { describe, expect, test } from 'vitest';
import { authMethods } from '../../../src/knowledge/vocabulary.js';
import { Talk } from '../../support/talk.js';

const refusedLogin =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: {"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information."}]}';

/** Pastes that show the method by themselves. */
const showing = {
  'individual-entra': `$ az acr login -n contoso\nUnable to get AAD authorization tokens with message: 2026-01-01 10:00:00 An error occurred: CONNECTIVITY_REFRESH_TOKEN_ERROR\nAccess to registry 'contoso.azurecr.io' was denied. Response code: 401. Please try running 'az login' again to refresh permissions.`,
  'exposed-token': `$ docker login contoso.azurecr.io -u 00000000-0000-0000-0000-000000000000 --password-stdin\n${refusedLogin}`,
  'service-principal': `$ docker login contoso.azurecr.io -u 11111111-2222-3333-4444-555555555555 --password-stdin\n${refusedLogin}`,
  'admin-user': `$ docker login contoso.azurecr.io -u contoso --password-stdin\n${refusedLogin}`,
  'managed-identity':
    '$ az login --identity\n$ az acr login -n contoso\nManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.',
  'workload-federation':
    "Run azure/login@v2\nError: AADSTS700213: No matching federated identity record found for presented assertion subject 'repo:contoso/app:ref:refs/heads/main'.",
} as const;

describe('the auth method', () => {
  test('is asked with all methods and "I don\'t know" when the paste does not show it', () => {
    const talk = new Talk().say(refusedLogin);
    expect(talk.asked).toBe('auth-method');
    expect(talk.last.ask?.options.map(({ id }) => id)).toEqual([...authMethods, 'unknown']);
  });

  test.each(authMethods)('%s leads on when it is the answer', (method) => {
    const talk = new Talk().say(refusedLogin).answer('auth-method', method);
    expect(talk.asked).not.toBe('auth-method');
  });

  test.each(Object.entries(showing))('is skipped when the paste shows %s', (method, paste) => {
    const talk = new Talk().say(paste);
    expect(talk.conversation.reading?.authMethod).toBe(method);
    for (let step = 0; step < 25 && talk.asked !== null; step++) {
      expect(talk.asked).not.toBe('auth-method');
      talk.answer(talk.asked, 'unknown');
    }
    expect(talk.cause).not.toBeNull();
  });

  test('changes the answer: the same paste ends differently for each method', () => {
    const ends = authMethods.map((method) => {
      const talk = new Talk().say(refusedLogin).answer('auth-method', method);
      for (let step = 0; step < 25 && talk.asked !== null; step++) {
        const firstBad = { operation: 'login' }[talk.asked] ?? talk.last.ask?.options[1]?.id ?? 'unknown';
        talk.answer(talk.asked, firstBad);
      }
      return `${talk.cause}`;
    });
    expect(new Set(ends).size).toBeGreaterThanOrEqual(6);
  });
});

describe('operation, environment and registry', () => {
  test('the operation is asked when unknown and skipped when shown', () => {
    const unclear = new Talk()
      .say('unauthorized: authentication required')
      .answer('auth-method', 'admin-user');
    expect(unclear.asked).toBe('operation');
    const clear = new Talk()
      .say('$ docker push contoso.azurecr.io/app:1\nunauthorized: authentication required')
      .answer('auth-method', 'admin-user');
    expect(clear.asked).not.toBe('operation');
  });

  test('the environment is asked when it changes the cause, and skipped when shown', () => {
    const down =
      'An error occurred: DOCKER_COMMAND_ERROR\nPlease verify if Docker client is installed and running.';
    const unclear = new Talk().say(down).answer('docker-daemon', 'down');
    expect(unclear.asked).toBe('environment');
    expect(unclear.answer('environment', 'cloud-shell').conversation.given.at(-1)?.option).toBe(
      'cloud-shell',
    );
    const clear = new Talk()
      .say(`ana@Azure:~$ az acr login -n contoso\n${down}`)
      .answer('docker-daemon', 'down');
    expect(clear.asked).not.toBe('environment');
    expect(clear.cause).toBe('cloud-shell-no-daemon');
  });

  test('the registry is asked by typing, goes through its grammar, and is skipped when shown', () => {
    const talk = new Talk().say(
      'Error response from daemon: login attempt failed with status: 403 Forbidden',
    );
    expect(talk.asked).toBe('registry');
    expect(talk.say('my registry!').asked).toBe('registry');
    expect(talk.say('contoso').asked).toBe('network-rules');
    expect(talk.text).toContain('az acr show');
    expect(talk.text).toContain('contoso');
    const shown = new Talk().say(
      "denied: client with IP '203.0.113.7' is not allowed access at contoso.azurecr.io",
    );
    expect(shown.asked).toBe('network-rules');
  });
});
