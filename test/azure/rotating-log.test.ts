import { afterEach, expect, test, vi } from 'vitest';
import { Secret } from '../../src/access/secret.js';
import { shown } from './not-written.js';
import { live, writes } from './rotating-live.js';

// Before the SDK is loaded: it logs every request and every answer then.
vi.hoisted(() => {
  process.env['AZURE_LOG_LEVEL'] = 'verbose';
});
afterEach(() => vi.restoreAllMocks());

test('the log of the SDK at its most talkative has no secret', async () => {
  const lines: string[] = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0);
  const made: string[] = [];
  const ground = await live();
  for (const { run } of Object.values(writes)) {
    const result = await run(ground);
    if ('secret' in result && result.secret instanceof Secret) made.push(result.secret.reveal());
    expect(shown(result)).not.toMatch(/fake-|sandbox-contoso/);
  }
  const log = lines.join('');
  expect(log).toContain('regenerateCredential');
  expect(log).toContain('delivery.vault.azure.net');
  expect(made).toHaveLength(3);
  for (const secret of [...made, 'fake-', 'sandbox-contoso']) expect(log).not.toContain(secret);
});
