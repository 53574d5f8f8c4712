import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';
import { signature, signatureIds } from '../../../src/diagnosis/recognise/signatures.js';
import { isCauseId } from '../../../src/knowledge/causes.js';

const fragments = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...signatureIds.map((id) => signature(id).label)),
    fc.constantFrom('\n', ' ', '"', 'r.azurecr.io', 'https://', '/v2/', '{', '…', '·', 'İ', '\ud800'),
  ),
  { maxLength: 30 },
);

it('reads any text: never throws, ranks known causes, shares add up', () => {
  fc.assert(
    fc.property(fragments, (parts) => {
      const { causes, aboutAcr, signatures } = recognise(parts.join(' '));
      expect(causes.length).toBeGreaterThan(0);
      expect(causes.every(({ cause }) => isCauseId(cause))).toBe(true);
      expect(aboutAcr).toBe(causes[0]?.cause !== 'not-acr');
      expect(new Set(causes.map(({ cause }) => cause)).size).toBe(causes.length);
      expect(new Set(signatures).size).toBe(signatures.length);
      for (const { confidence } of causes) expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
    { numRuns: 300 },
  );
});
