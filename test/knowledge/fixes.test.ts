import { describe, expect, it } from 'vitest';
import { causeIds, isCauseId } from '../../src/knowledge/causes.js';
import type { FixStep, When } from '../../src/knowledge/fixes/fix.js';
import { fixes } from '../../src/knowledge/fixes/index.js';
import { stepIds } from '../../src/knowledge/fixes/steps.js';
import {
  authMethods,
  environments,
  operations,
  type RegistryMode,
  registryModes,
} from '../../src/knowledge/vocabulary.js';

interface Known {
  readonly method: string;
  readonly operation: string;
  readonly mode: RegistryMode;
  readonly environment: string;
}

const every: readonly Known[] = authMethods.flatMap((method) =>
  operations.flatMap((operation) =>
    registryModes.flatMap((mode) =>
      environments.map((environment) => ({ method, operation, mode, environment })),
    ),
  ),
);

function holds(when: When | undefined, known: Known): boolean {
  const has = (wanted: readonly string[] | undefined, value: string): boolean =>
    wanted?.includes(value) ?? true;
  return (
    has(when?.method, known.method) &&
    has(when?.operation, known.operation) &&
    has(when?.mode, known.mode) &&
    has(when?.environment, known.environment)
  );
}

describe.each(causeIds)('the fix for %s', (cause) => {
  const { steps, links } = fixes[cause];
  const shownTo = (known: Known): readonly FixStep[] => steps.filter(({ when }) => holds(when, known));

  it('gives one to seven steps, whatever the case', () => {
    const bad = every.filter((known) => shownTo(known).length < 1 || shownTo(known).length > 7);
    expect(bad).toEqual([]);
  });

  it('says nothing twice', () => {
    const bad = every.filter((known) => {
      const shown = shownTo(known).map(({ step }) => step);
      return new Set(shown).size !== shown.length;
    });
    expect(bad).toEqual([]);
    expect(new Set(links).size).toBe(links.length);
  });
});

describe('steps', () => {
  it('are each used by a fix', () => {
    const used = new Set(Object.values(fixes).flatMap(({ steps }) => steps.map(({ step }) => step)));
    expect(stepIds.filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(stepIds).size).toBe(stepIds.length);
  });

  it('belong to known causes', () => {
    expect(Object.keys(fixes).filter((id) => !isCauseId(id))).toEqual([]);
  });
});
