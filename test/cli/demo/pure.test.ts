import { expect, test } from 'vitest';
import { answerTo } from '../../../src/cli/demo/answers.js';
import { personCalled } from '../../../src/cli/demo/people.js';
import { quoted } from '../../../src/cli/demo/quote.js';
import { inOrder, situations } from '../../../src/cli/demo/situations.js';
import type { Story } from '../../../src/cli/world.js';

const story: Story = {
  title: { en: 'a', de: 'b', 'zh-Hans': 'c' },
  paste: 'denied',
  people: [
    { name: 'dana', role: 'asker' },
    { name: 'ari', role: 'approver' },
  ],
  answers: { 'auth-method': 'admin-user', 'client-id': '1c2b' },
  changes: ['fix'],
};
const ask = (node: string, ids: readonly string[]) => ({
  node,
  options: ids.map((id) => ({ id, label: `the ${id}` })),
});

test('a paste is quoted whole, divided at blanks where that is possible, and drives no terminal', () => {
  expect(quoted('one two three four\n\n  x\u001b[2J\n', 14)).toBe('> one two\n> three four\n>\n>   x\n');
  expect(quoted('abcdefghijklmnopqrstuvwxyz', 14)).toBe('> abcdefghijkl\n> mnopqrstuvwx\n> yz\n');
  expect(quoted('中文中文中文', 8)).toBe('> 中文中\n> 文中文\n');
});

test('the story answers; what it does not say is not known', () => {
  expect(answerTo(ask('auth-method', ['admin-user', 'unknown']), story, false)).toEqual({
    option: 'admin-user',
    label: 'the admin-user',
  });
  expect(answerTo(ask('operation', ['push', 'unknown']), story, false)?.option).toBe('unknown');
  expect(answerTo(ask('correct', ['auth-method']), story, false)).toBeNull();
  expect(answerTo(null, story, false)).toBeNull();
});

test('what is typed and not chosen is answered too', () => {
  const typed = { ...ask('client-id', ['unknown']), input: { label: 'ID', example: 'x' } };
  expect(answerTo(typed, story, false)).toEqual({ option: '1c2b', label: '1c2b' });
});

test('whether the command works now depends on the repair', () => {
  const retry = ask('retry', ['works', 'same', 'other']);
  expect(answerTo(retry, story, true)?.option).toBe('works');
  expect(answerTo(retry, story, false)?.option).toBe('same');
});

test('a person is called by role, in any language, or by name', () => {
  for (const who of ['approver', 'Genehmigerin', '审批人', 'ARI'])
    expect(personCalled(who, story.people)?.name).toBe('ari');
  expect(personCalled('colleague', story.people)).toBeUndefined();
});

test('situations come in one order: the chosen ones, then by place', async () => {
  const all = await situations();
  expect(all).toHaveLength(56);
  const names = all.map(({ file }) => file.replace(/^.*\//, ''));
  expect(names.slice(0, 2)).toEqual(['ip-not-allowed.yaml', 'abac-ignores-legacy-role.yaml']);
  expect(inOrder([...all].reverse())).toEqual(all);
  const places = all.slice(8).map(({ title }) => title.en.split(':', 1)[0]);
  expect(new Set(places).size).toBe(places.filter((it, i) => it !== places[i - 1]).length);
});
