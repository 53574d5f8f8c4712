import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/diagnosis/recognise/recognise.js';
import { armCodes } from '../../src/knowledge/codes/arm.js';
import { checkHealthCodes } from '../../src/knowledge/codes/check-health.js';
import type { CodeEntry } from '../../src/knowledge/codes/code.js';
import { entraCodes } from '../../src/knowledge/codes/entra.js';
import { registryCodes } from '../../src/knowledge/codes/registry.js';
import { symptoms } from '../../src/knowledge/vocabulary.js';

const tables: Readonly<Record<string, Readonly<Record<string, CodeEntry>>>> = {
  checkHealthCodes,
  registryCodes,
  armCodes,
  entraCodes,
};

describe.each(Object.entries(tables))('%s', (_name, codes) => {
  it.each(Object.entries(codes))('%s has a meaning, causes, a symptom and a source', (_code, entry) => {
    expect(entry.meaning).toMatch(/\.$/);
    expect(entry.causes.length).toBeGreaterThan(0);
    expect(new Set(entry.causes).size).toBe(entry.causes.length);
    expect(symptoms).toContain(entry.symptom);
    expect(entry.source).not.toBe('');
  });
});

describe('the codes of errors.md §6', () => {
  it.each(Object.entries(entraCodes))('AADSTS%s settles its first cause', (code, { causes: [best] }) => {
    expect(recognise(`ERROR: AADSTS${code}: some words. Trace ID: a`).causes[0]?.cause).toBe(best);
  });
});

describe('the codes of check-health', () => {
  it.each(Object.entries(checkHealthCodes))(
    '%s alone leads to its first cause',
    (code, { causes: [best] }) => {
      const { causes } = recognise(`2024-05-01 10:00:00 An error occurred: ${code}`);
      // The token errors need their response code.
      const open = code === 'CONNECTIVITY_REFRESH_TOKEN_ERROR' || code === 'CONNECTIVITY_ACCESS_TOKEN_ERROR';
      expect(causes[0]?.cause).toBe(open ? 'unknown' : best);
    },
  );
});
