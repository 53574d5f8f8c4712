import { describe, expect, test } from 'vitest';
import { ok } from '../../src/azure/answer.js';
import { findingOf, type Given, verdictOf } from './fakes.js';

describe('the image', () => {
  const run = (given: Given) => verdictOf('image-exists', given);

  test('exists where its manifest is there', async () => {
    expect(await run({})).toBe('exists');
    expect(await run({ data: { manifest: async () => ok(null) } })).toBe('missing');
  });

  test('is asked for by repository and reference', async () => {
    const asked: unknown[] = [];
    await run({
      data: {
        manifest: async (...[host, repository, reference]) => {
          asked.push(host, repository, reference);
          return ok(null);
        },
      },
    });
    expect(asked).toEqual(['contoso.azurecr.io', 'team/app', 'v1']);
  });

  test('cannot be asked for without a name, or without access to the data', async () => {
    expect(await run({ subject: { repository: null } })).toBe('unknown: missing-fact');
    expect(await run({ subject: { reference: null } })).toBe('unknown: missing-fact');
    expect(await run({ data: null })).toBe('unknown: missing-right');
  });

  test('tells with whose sign-in it was looked for', async () => {
    expect(await findingOf('image-exists', { vantage: 'bot' })).toMatchObject({
      witness: 'bot',
      exposure: 'own',
    });
    expect(await findingOf('image-exists')).toMatchObject({ witness: 'person', exposure: 'own' });
  });
});
