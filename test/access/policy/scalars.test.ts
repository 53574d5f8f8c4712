import { describe, expect, test } from 'vitest';
import { problemsOf, text } from './text.js';

describe('where a new secret may be put', () => {
  const loads = (delivery: string) =>
    problemsOf(
      text({
        rotations: `{ renew: { registries: [dev], by: [group:developers], secrets: [client-secret], delivery: '${delivery}' } }`,
      }),
    ).length === 0;

  test.each([
    'one-time-page',
    'https://team-vault.vault.azure.net',
    'https://team.vault.azure.cn',
    'https://team.vault.usgovcloudapi.net',
  ])('%s', (delivery) => {
    expect(loads(delivery)).toBe(true);
  });

  test.each([
    'http://team.vault.azure.net',
    'https://team.vault.azure.net.evil.com',
    'https://evil.com/team.vault.azure.net',
    'https://evil.com#.vault.azure.net',
    'https://team.vault.azure.net/secrets/x',
    'https://team.vault.azure.net:8443',
    'https://user@team.vault.azure.net',
    'https://-team.vault.azure.net',
    'https://te--am.vault.azure.net',
    'https://te.am.vault.azure.net',
    'https://vault.azure.net',
  ])('not %s', (delivery) => {
    expect(loads(delivery)).toBe(false);
  });
});
