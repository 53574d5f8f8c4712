import { describe, expect, test } from 'vitest';
import { readDemoCommand } from '../../../src/cli/demo/commands.js';

const situation = { kind: 'situation', changes: ['fix', 'Too-early'] } as const;
const list = { kind: 'list' } as const;
const own = { kind: 'own' } as const;

describe('in a situation', () => {
  test.each([
    ['fix', { kind: 'apply', change: 'fix' }],
    ['`Fix`.', { kind: 'apply', change: 'fix' }],
    ['修复', { kind: 'apply', change: 'fix' }],
    ['apply half-fix', { kind: 'apply', change: 'half-fix' }],
    ['anwenden fix', { kind: 'apply', change: 'fix' }],
    ['应用 fix', { kind: 'apply', change: 'fix' }],
    ['apply too-early', { kind: 'apply', change: 'Too-early' }],
    ['too-early', { kind: 'apply', change: 'Too-early' }],
    ['as approver', { kind: 'as', who: 'approver' }],
    ['als Kollege', { kind: 'as', who: 'kollege' }],
    ['作为审批者', { kind: 'as', who: '审批者' }],
    ['antwort', { kind: 'answer' }],
    ['paste', { kind: 'paste' }],
    ['situationen', { kind: 'list' }],
    ['done', { kind: 'list' }],
    ['quit', { kind: 'quit' }],
    ['help', { kind: 'help' }],
  ])('%s', (text, command) => {
    expect(readDemoCommand(text, situation)).toEqual(command);
  });

  test.each(['3', 'check again', 'deutsch', 'as I said before', 'fix the registry', 'denied: fix'])(
    '%s belongs to the conversation',
    (text) => {
      expect(readDemoCommand(text, situation)).toBeNull();
    },
  );
});

test('at the list a number chooses, and words of a conversation mean the list', () => {
  expect(readDemoCommand('12.', list)).toEqual({ kind: 'enter', number: 12 });
  expect(readDemoCommand('0', list)).toEqual({ kind: 'own' });
  expect(readDemoCommand('中文', list)).toEqual({ kind: 'language', language: 'zh-Hans' });
  expect(readDemoCommand('back', list)).toEqual({ kind: 'list' });
  expect(readDemoCommand('done', list)).toEqual({ kind: 'quit' });
  expect(readDemoCommand('unauthorized', list)).toBeNull();
  expect(readDemoCommand('123', list)).toBeNull();
});

test('without a world nothing can be repaired, and nobody else can be become', () => {
  for (const text of ['fix', 'as approver', 'answer', '1']) expect(readDemoCommand(text, own)).toBeNull();
  expect(readDemoCommand('situations', own)).toEqual({ kind: 'list' });
});

test('a note may begin with any word', () => {
  for (const text of ['fix', 'quit', 'situations'])
    expect(readDemoCommand(text, { kind: 'note' })).toBeNull();
});
