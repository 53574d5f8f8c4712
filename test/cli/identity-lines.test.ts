import { describe, expect, test } from 'vitest';
import type { Checked } from '../../src/access/identities/check.js';
import { blockingFlaws, type Flaw, identities, mildFlaws } from '../../src/access/identities/flaw.js';
import type { Problem } from '../../src/azure/answer.js';
import { identityLines } from '../../src/cli/bot/identity-lines.js';
import { cliTexts } from '../../src/cli/texts/index.js';
import { languages } from '../../src/knowledge/language.js';

const scope = '/subscriptions/x/registries/contoso';
const problems: readonly Problem[] = [
  { kind: 'denied', action: 'Microsoft.Authorization/roleAssignments/read' },
  { kind: 'not-found' },
  { kind: 'signed-out', code: 'AADSTS7000222' },
  { kind: 'throttled', retryAfterSeconds: null },
  { kind: 'unavailable', reason: 'timeout', status: null },
];

function looked(flaws: readonly Flaw['code'][], kind: 'fit' | 'unfit'): Checked {
  const all = flaws.map((code) => ({ code, role: 'A role', scope, what: 'AcrPush' }));
  return { identity: 'grantor', kind, roles: [], permissions: [], flaws: all };
}

describe.each(languages)('what the operator reads about the identities, in %s', (language) => {
  const texts = cliTexts(language).identities;

  test('is nothing where all is in order', () => {
    expect(identityLines([looked([], 'fit')], texts)).toEqual([]);
  });

  test('names each identity, its right too many, and the way out', () => {
    const lines = identityLines([looked([...blockingFlaws, ...mildFlaws], 'unfit')], texts);
    expect(lines[0]).toBe(texts.notReady);
    expect(new Set(lines).size).toBe(1 + blockingFlaws.length + mildFlaws.length);
    for (const line of lines.slice(1)) {
      expect(line).toContain(texts.names.grantor);
      expect(line).not.toMatch(/[{}]/);
    }
    for (const line of lines.slice(1).filter((it) => !it.includes('Graph'))) {
      expect(line).toContain(scope);
      expect(line).toContain('`policy deploy`');
    }
  });

  test('says of what does not matter much no word about being ready', () => {
    const lines = identityLines([looked(mildFlaws, 'fit')], texts);
    expect(lines).toHaveLength(2);
    expect(lines).not.toContain(texts.notReady);
  });

  test('tells what could not be asked, and why, from what is refused', () => {
    const lines = identityLines(
      problems.map((problem) => ({ identity: 'rotator', kind: 'not-asked', problem })),
      texts,
    );
    expect(new Set(lines).size).toBe(problems.length);
    expect(lines).not.toContain(texts.notReady);
    expect(lines.join()).toContain('roleAssignments/read');
    expect(lines.join()).toContain('AADSTS7000222');
    expect(lines.join()).not.toMatch(/[{}]/);
  });

  test('has a name for each identity', () => {
    expect(new Set(identities.map((it) => texts.names[it])).size).toBe(identities.length);
  });
});
