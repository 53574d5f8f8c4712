import { expect, test } from 'vitest';
import { jsonLog } from '../../src/observe/json-log.js';

test('one JSON object a line, whatever a field holds', () => {
  const lines: string[] = [];
  const log = jsonLog({ write: (line: string) => void lines.push(line) });
  log.info('desk.late', { platform: 'slack' });
  log.warn('desk.failed', { reason: `a\nb\u001b[31m\u202e${'c'.repeat(500)}` });
  log.error('desk.failed');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.trimEnd()).not.toMatch(/\n|\u001b|\u202e/u);
  const [first, second] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({ event: 'desk.late', platform: 'slack' });
  expect(second.reason).toHaveLength(200);
});
