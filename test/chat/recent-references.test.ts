import { expect, test } from 'vitest';
import { recentReferences } from '../../src/chat/recent-references.js';

/** A store that counts what it is asked. */
function ground() {
  const stored = new Map<string, string>();
  const seen = { asked: 0, fails: false, now: 1_000 };
  const references = recentReferences(
    {
      async reference(person) {
        seen.asked += 1;
        return stored.get(person) ?? null;
      },
      async saveReference(person, reference) {
        if (seen.fails) throw new Error('away');
        stored.set(person, reference);
      },
    },
    () => seen.now,
  );
  return { stored, seen, references };
}

test('the messages of one turn ask once', async () => {
  const { stored, seen, references } = ground();
  stored.set('dana', 'chat-1');
  expect(await references.reference('dana')).toBe('chat-1');
  expect(await references.reference('dana')).toBe('chat-1');
  expect(seen.asked).toBe(1);
});

test('after a few seconds what another replica wrote, or deleted, counts', async () => {
  const { stored, seen, references } = ground();
  stored.set('dana', 'chat-1');
  await references.reference('dana');
  stored.delete('dana');
  seen.now += 5_001;
  expect(await references.reference('dana')).toBeNull();
});

test('that somebody is not known is asked each time', async () => {
  const { stored, references } = ground();
  expect(await references.reference('dana')).toBeNull();
  stored.set('dana', 'chat-1');
  expect(await references.reference('dana')).toBe('chat-1');
});

test('what is saved counts at once, and not where it could not be saved', async () => {
  const { seen, references } = ground();
  await references.saveReference('dana', 'chat-2', 0);
  expect(await references.reference('dana')).toBe('chat-2');
  expect(seen.asked).toBe(0);
  seen.fails = true;
  await expect(references.saveReference('dana', 'chat-3', 0)).rejects.toThrow('away');
  expect(await references.reference('dana')).toBe('chat-2');
  expect(seen.asked).toBe(1);
});

test('of very many people only the last are remembered', async () => {
  const { seen, references } = ground();
  for (let i = 0; i <= 1_000; i += 1) await references.saveReference(`p${i}`, 'chat', 0);
  await references.reference('p1000');
  expect(seen.asked).toBe(0);
  await references.reference('p0');
  expect(seen.asked).toBe(1);
});
