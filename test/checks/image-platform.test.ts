import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import { failures, findingOf, type Given, verdictOf } from './fakes.js';

const of = (...platforms: readonly string[]): Given => ({
  subject: { platform: 'linux/arm64' },
  data: { manifest: async () => ok({ platforms }) },
});
const run = (given: Given) => verdictOf('image-platform', given);

describe('the platform of the image', () => {
  test('is offered by its index, or missing there', async () => {
    expect(await run(of('linux/amd64', 'linux/arm64'))).toBe('offered');
    expect(await run(of('linux/amd64', 'linux/arm'))).toBe('missing');
  });

  test('is shown beside the others, eight at most', async () => {
    const { facts } = await findingOf('image-platform', of('linux/amd64', 'windows/amd64'));
    expect(facts).toEqual({ platforms: 'linux/amd64, windows/amd64' });
    const many = Array.from({ length: 9 }, (_, i) => `linux/a${i}`);
    expect((await findingOf('image-platform', of(...many))).facts.platforms).toBe(
      many.slice(0, 8).join(', '),
    );
    expect(await run(of(...many, 'linux/arm64'))).toBe('offered');
  });

  test('is not told by a manifest without a list, nor by an image that is not there', async () => {
    expect(await findingOf('image-platform', of())).toMatchObject({ why: 'not-supported', facts: {} });
    const absent = { ...of(), data: { manifest: async () => ok(null) } };
    expect(await run(absent)).toBe('unknown: not-supported');
  });

  test('is that of the reference in the repository', async () => {
    const asked: unknown[] = [];
    await run({
      ...of(),
      data: {
        manifest: async (...[host, repository, reference]) => {
          asked.push(host, repository, reference);
          return ok(null);
        },
      },
    });
    expect(asked).toEqual(['contoso.azurecr.io', 'team/app', 'v1']);
  });

  test.each([{ repository: null }, { reference: null }, { platform: null }] as const)(
    'is not looked for with %j',
    async (none) => {
      const given = of('linux/arm64');
      expect(await run({ ...given, subject: { ...given.subject, ...none } })).toBe('unknown: missing-fact');
    },
  );

  test('needs access to the data', async () => {
    expect(await run({ ...of(), data: null })).toBe('unknown: missing-right');
  });

  test.each(failures)('is unknown where it could not be asked for: %j', async (problem, why) => {
    expect(await run({ ...of(), data: { manifest: async () => failed(problem) } })).toBe(`unknown: ${why}`);
  });

  test('is shown to whom it concerns, with whose sign-in it was read', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await findingOf('image-platform', { ...of('linux/arm64'), vantage })).toMatchObject({
        verdict: 'offered',
        witness: vantage,
        exposure: 'own',
      });
    }
  });
});
