import { describe, expect, test } from 'vitest';
import { patientReferences } from '../../src/chat/patient-references.js';
import { silent } from '../../src/observe/log.js';

const refusing = {
  reference: () => Promise.reject(new Error('away')),
  saveReference: () => Promise.reject(new Error('away')),
};
const never = new Promise<never>(() => {});

describe('references of an adapter', () => {
  test('are those of the store, a chat that is not known included', async () => {
    const saved: unknown[] = [];
    const references = patientReferences(
      {
        reference: async (person) => (person === 'dana' ? 'D1' : null),
        saveReference: async (...given) => void saved.push(given),
      },
      silent,
    );
    expect([await references.reference('dana'), await references.reference('kim')]).toEqual(['D1', null]);
    await references.saveReference('dana', 'D2', 7);
    expect(saved).toEqual([['dana', 'D2', 7]]);
  });

  test.each([
    ['is away', refusing],
    ['says nothing', { reference: () => never, saveReference: () => never }],
  ])('a store that %s keeps nobody from being answered', async (_, store) => {
    const events: string[] = [];
    const references = patientReferences(store, { ...silent, warn: (event) => void events.push(event) });
    expect(await references.reference('dana')).toBeNull();
    await references.saveReference('dana', 'D1', 1);
    expect(events).toEqual(['chat.not-kept']);
  });
});
