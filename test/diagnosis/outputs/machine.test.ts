import { describe, expect, test } from 'vitest';
import { readOutputs } from '../../../src/diagnosis/outputs/read.js';
import { azAccount, azRoles, checkAcr, docker, kubectl, subscription } from './samples.js';
import { verdictsIn } from './seen.js';

test('az aks check-acr: success proves the exchange only, and says so', () => {
  const [output] = readOutputs(checkAcr.well);
  expect(output).toMatchObject({
    about: 'contoso.azurecr.io',
    environment: 'kubernetes',
    notes: ['exchange-only'],
  });
  expect(verdictsIn(checkAcr.well)).toEqual({ connection: 'connects', challenge: 'challenged' });
  expect(verdictsIn(checkAcr.noName)).toEqual({ challenge: 'no-answer' });
});

describe('docker', () => {
  test.each([
    ['both', { 'docker-daemon': 'available', 'docker-version': 'current' }, []],
    ['info', { 'docker-daemon': 'available', 'docker-version': 'current' }, []],
    ['down', { 'docker-daemon': 'down', 'docker-version': 'outdated' }, []],
    ['clientOnly', { 'docker-version': 'current' }, ['client-only']],
    ['short', { 'docker-version': 'current' }, ['client-only']],
  ] as const)('%s', (name, verdicts, notes) => {
    expect(verdictsIn(docker[name])).toEqual(verdicts);
    expect(readOutputs(docker[name]).map((output) => output.notes)).toEqual([notes]);
  });

  test('of Podman is nothing', () => {
    expect(readOutputs(docker.podman)).toEqual([]);
  });
});

describe('kubectl describe pod', () => {
  test.each([
    ['noName', { dns: 'not-found', challenge: 'no-answer' }],
    ['timeout', { dns: 'private-address', connection: 'refused-or-timeout', challenge: 'no-answer' }],
    ['pulled', { connection: 'connects' }],
  ] as const)('%s', (name, verdicts) => {
    expect(verdictsIn(kubectl[name])).toEqual(verdicts);
    expect(readOutputs(kubectl[name])[0]?.environment).toBe('kubernetes');
  });

  test('of an event about another registry answers nothing', () => {
    expect(verdictsIn(kubectl.noName.replace('lookup contoso', 'lookup fabrikam'))).toEqual({});
  });
});

describe('az', () => {
  test('account show tells subscription and directory', () => {
    expect(readOutputs(azAccount)).toMatchObject([{ program: 'az account show', subscription, seen: [] }]);
  });

  test('a list of several accounts tells nothing', () => {
    expect(readOutputs(`[${azAccount},\n${azAccount}]`)).toEqual([]);
  });

  test.each([
    ['table', 'AcrPull'],
    ['json', 'AcrPush'],
  ] as const)(
    'role assignment list as %s tells the roles, answers no check, names no role of somebodys own',
    (name, role) => {
      expect(readOutputs(azRoles[name])).toMatchObject([
        { program: 'az role assignment list', roles: [role], seen: [], notes: ['roles-of-listed'] },
      ]);
    },
  );
});
