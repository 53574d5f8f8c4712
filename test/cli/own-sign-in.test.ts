import { chmodSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ownSignIn } from '../../src/cli/live.js';
import { tempTree } from '../support/temp.js';

/** The Azure CLI in this process's way, which fails with a sentence: nothing is asked of anybody. */
function azSays(sentence: string): void {
  const folder = tempTree({ az: `#!/bin/sh\necho "${sentence}" >&2\nexit 1\n` });
  chmodSync(join(folder, 'az'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

// The SDK starts it by way of the shell.
describe.skipIf(process.platform === 'win32')('the own sign-in', () => {
  test.each([
    [false, "ERROR: Please run 'az login' to setup account."],
    [true, 'ERROR: HTTPSConnectionPool: Max retries exceeded with url: /t/oauth2/v2.0/token'],
  ])('signed in: %s, where the Azure CLI says: %s', async (signedIn, sentence) => {
    azSays(sentence);
    const own = await ownSignIn('contoso.azurecr.io', {});
    expect(own.signedIn).toBe(signedIn);
    expect(own.checks.liveFor('dana')).toEqual({ vantage: 'person', objectId: null });
  });
});
