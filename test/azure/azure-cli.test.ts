import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publicCloud } from '../../src/azure/clouds.js';
import { createCredential } from '../../src/azure/credential.js';
import { tokenSource } from '../../src/azure/token-source.js';
import { tempTree } from '../support/temp.js';
import { signal } from './wired.js';

/** What `az account get-access-token` came to; the sentences are those of azure-cli 2.45 and 2.74. */
async function signIn(script: string, timeoutMs = 5_000) {
  const folder = tempTree({ az: `#!/bin/sh\n${script}\n` });
  chmodSync(join(folder, 'az'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
  const httpClient = createDefaultHttpClient();
  const transport = { httpClient, timeoutMs, maxRetries: 0, retryDelayMs: 0 };
  const credential = createCredential(publicCloud, { kind: 'azure-cli', tenant: null }, transport);
  const answer = await tokenSource(credential)('https://management.azure.com/.default', signal);
  return answer.ok ? answer.value : answer.problem;
}
const fails = (...lines: readonly string[]) => `cat >&2 <<'END'\n${lines.join('\n')}\nEND\nexit 1`;
const answers = `echo '{"accessToken":"fake-token","expiresOn":"2099-01-01 00:00:00.000000"}'`;

afterEach(() => {
  vi.unstubAllEnvs();
});

// The SDK starts it by way of the shell.
describe.skipIf(process.platform === 'win32')('the Azure CLI', () => {
  test('gives its token', async () => {
    expect(await signIn(answers)).toBe('fake-token');
  });

  test('may take longer to start than a request to answer', async () => {
    expect(await signIn(`sleep 1\n${answers}`, 800)).toBe('fake-token');
  });

  test('that takes too long is not one that nobody has signed in to', async () => {
    expect(await signIn('exec sleep 5', 100)).toEqual({
      kind: 'unavailable',
      reason: 'timeout',
      status: null,
    });
  });

  test.each([
    [
      'nobody has signed in to',
      'CredentialUnavailableError',
      ["ERROR: Please run 'az login' to setup account."],
    ],
    ['is not installed', 'CredentialUnavailableError', ['/bin/sh: 1: az: not found']],
    [
      'Entra refuses',
      'AADSTS700082',
      [
        'ERROR: AADSTS700082: The refresh token has expired due to inactivity.',
        'Interactive authentication is needed. Please run:',
        'az login --scope https://management.azure.com/.default',
      ],
    ],
  ])('that %s is signed out', async (_, code, lines) => {
    expect(await signIn(fails(...lines))).toEqual({ kind: 'signed-out', code });
  });

  test.each([
    [
      'does not trust what it sees',
      'tls',
      [
        "ERROR: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded with url: /t/oauth2/v2.0/token (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:992)')))",
      ],
    ],
    [
      'finds no way',
      'connect',
      [
        "ERROR: HTTPSConnectionPool(host='login.microsoftonline.com', port=443): Max retries exceeded with url: /t/oauth2/v2.0/token (Caused by NewConnectionError('<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno 101] Network is unreachable'))",
      ],
    ],
    ['breaks', 'protocol', ['ERROR: The command failed with an unexpected error. Here is the traceback:']],
    ['says nothing', 'protocol', []],
  ])('that %s could not be asked', async (_, reason, lines) => {
    expect(await signIn(fails(...lines))).toEqual({ kind: 'unavailable', reason, status: null });
  });
});
