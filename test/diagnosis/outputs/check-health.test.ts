import { describe, expect, test } from 'vitest';
import { readOutputs } from '../../../src/diagnosis/outputs/read.js';
import { checkHealth, failedHealth } from './samples.js';
import { verdictsIn } from './seen.js';

const named = "registry 'contoso.azurecr.io'";
const denied = (code: number) =>
  `Access to ${named} was denied. Response code: ${code}. Please try running 'az login' again to refresh permissions.`;
const dnsOk = 'DNS lookup to contoso.azurecr.io at IP 203.0.113.7 : OK';
const challengeOk = 'Challenge endpoint https://contoso.azurecr.io/v2/ : OK';

describe('az acr check-health', () => {
  test('lines of success', () => {
    const [output] = readOutputs(checkHealth.well);
    expect(output).toMatchObject({
      program: 'az acr check-health',
      about: 'contoso.azurecr.io',
      notes: ['exchange-only'],
    });
    expect(verdictsIn(checkHealth.well)).toEqual({
      'docker-daemon': 'available',
      dns: 'public-address',
      connection: 'connects',
      challenge: 'challenged',
      'health-check': 'all-ok',
    });
    expect(output?.seen.find(({ check }) => check === 'dns')?.facts).toEqual({ addresses: '203.0.113.7' });
  });

  test('without levels, with a private address and Helm missing', () => {
    expect(verdictsIn(checkHealth.bare)).toMatchObject({
      dns: 'private-address',
      'health-check': 'helm-notary-only',
    });
  });

  test.each([
    [
      'CONNECTIVITY_DNS_ERROR',
      `Failed to reach DNS for ${named}. Please check …`,
      { challenge: 'no-answer', 'health-check': 'dns' },
    ],
    [
      'CONNECTIVITY_FORBIDDEN_ERROR',
      `Looks like you don't have access to ${named}.`,
      { connection: 'connects', challenge: 'forbidden', 'health-check': 'forbidden' },
    ],
    [
      'CONNECTIVITY_SSL_ERROR',
      `Unable to establish a secure connection to the ${named}.`,
      { connection: 'tls-error', 'health-check': 'tls' },
    ],
    [
      'CONNECTIVITY_CHALLENGE_ERROR',
      `R${named.slice(1)} did not issue a challenge.`,
      { 'health-check': 'challenge' },
    ],
    [
      'CONNECTIVITY_AAD_LOGIN_ERROR',
      `R${named.slice(1)} does not support AAD login.`,
      { 'health-check': 'challenge' },
    ],
    [
      'CONNECTIVITY_WWW_AUTHENTICATE_ERROR',
      `R${named.slice(1)} did not ask properly.`,
      { 'health-check': 'challenge' },
    ],
    [
      'CONNECTIVITY_TOOMANYREQUESTS_ERROR',
      `Too many requests, access to ${named} was denied.`,
      { 'health-check': 'throttled' },
    ],
    ['CONNECTIVITY_REFRESH_TOKEN_ERROR', denied(401), { 'health-check': 'refused-401' }],
    ['CONNECTIVITY_REFRESH_TOKEN_ERROR', denied(403), { 'health-check': 'refused-403' }],
    ['CONNECTIVITY_ACCESS_TOKEN_ERROR', denied(429), { 'health-check': 'throttled' }],
    ['CONNECTIVITY_ACCESS_TOKEN_ERROR', denied(503), {}],
    [
      'LOGIN_SERVER_ERROR',
      `An error occurred while retrieving the login server for ${named}.`,
      { 'health-check': 'login-server' },
    ],
    [
      'CMK_ERROR',
      `The identity used for ${named} encryption doesn't exist.`,
      { 'health-check': 'encryption-key' },
    ],
    [
      'DOCKER_COMMAND_ERROR',
      'Please verify if Docker client is installed and running.',
      { 'health-check': 'docker' },
    ],
    ['DOCKER_DAEMON_ERROR', 'Please verify if Docker daemon is running.', { 'health-check': 'docker' }],
    ['DOCKER_VERSION_ERROR', 'An error occurred while retrieving Docker version.', {}],
    ['DOCKER_PULL_ERROR', 'An error occurred while pulling a sample image.', {}],
    ['HELM_VERSION_ERROR', 'An error occurred while retrieving Helm version.', {}],
    ['NOTARY_COMMAND_ERROR', 'Please verify if notary is installed.', {}],
  ])('%s: %s', (code, sentence, verdicts) => {
    expect(verdictsIn(failedHealth(code, sentence))).toEqual(verdicts);
  });

  test('the step that failed counts, and those before it', () => {
    const text = failedHealth('CONNECTIVITY_REFRESH_TOKEN_ERROR', denied(401), [dnsOk, challengeOk]);
    expect(verdictsIn(text)).toEqual({
      dns: 'public-address',
      connection: 'connects',
      challenge: 'challenged',
      'health-check': 'refused-401',
    });
  });

  test.each([
    `My colleague says that DNS lookup to contoso.azurecr.io at IP 10.0.0.1 : OK`,
    `"${dnsOk}" is what I would expect.`,
    `${dnsOk} or so`,
    'DNS lookup to contoso.azurecr.io at IP 999.1.2.3 : OK',
    'Is "An error occurred: CONNECTIVITY_DNS_ERROR" the same?',
  ])('is not %s', (text) => {
    expect(verdictsIn(text)).toEqual({});
  });

  test('az acr login without Docker is another command', () => {
    const hint =
      "You may want to use 'az acr login -n contoso --expose-token' to get an access token, which does not require Docker to be installed.";
    const text = failedHealth(
      'DOCKER_COMMAND_ERROR',
      'Please verify if Docker client is installed and running.',
    );
    expect(readOutputs(`${hint}\n${text}`)).toEqual([]);
  });

  test('a loggers stamp in front changes nothing', () => {
    expect(verdictsIn(`2026-11-20T08:00:01.1234567Z WARNING: ${dnsOk}`)).toEqual({ dns: 'public-address' });
  });
});
