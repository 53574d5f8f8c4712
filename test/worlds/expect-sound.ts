import { expect } from 'vitest';
import type { Message } from '../../src/chat/message.js';
import { DEADLINE_MS } from '../../src/checks/runner.js';
import type { Talked } from './bad-world.js';

/** What a machine under load may take beyond the deadline. */
const SLACK_MS = 3_000;

/** What holds whatever is wrong: in time, with every text in place, and on to a question or an outcome. */
export function expectSound({ messages, findings, slowest, secrets }: Talked): void {
  expect(slowest).toBeLessThan(DEADLINE_MS + SLACK_MS);
  expect(messages.at(-1)?.outcome, 'the conversation comes to an outcome').not.toBeNull();
  expect(findings.length).toBeGreaterThan(0);
  for (const { elapsed, check } of findings) expect(elapsed, check).toBeLessThan(DEADLINE_MS + SLACK_MS);
  for (const text of messages.flatMap(textsOf)) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
    expect(text, 'a placeholder that nobody filled').not.toMatch(/(?<!\{)\{[A-Za-z]+\}(?!\})/);
    expect(text, 'a stack trace').not.toMatch(/^\s+at .+:\d+:\d+|\bError: .*\n\s+at /m);
    expect(text, 'a token').not.toMatch(/\beyJ[\w-]{10}/);
  }
  const all = JSON.stringify({ messages, findings });
  for (const secret of secrets) expect(all).not.toContain(secret);
}

/** Each finding as `check: verdict`, or `check: why there is none`. */
export function verdictsOf({ findings }: Talked): Readonly<Record<string, string>> {
  return Object.fromEntries(
    findings.map((it) => [it.check, it.verdict === 'unknown' ? `unknown, ${it.why}` : it.verdict]),
  );
}

/** Why something could not be seen, as the person reads it. */
export function reasonsIn({ messages }: Talked): readonly string[] {
  const lines = messages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'progress' ? block.items : [])),
  );
  return lines.flatMap(({ state, note }) => (state === 'unknown' && note !== undefined ? [note] : []));
}

/** Every text of a message that a person reads. */
function textsOf({ blocks, ask, buttons, form }: Message): readonly string[] {
  return leaves({ blocks, ask, buttons, form });
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}
