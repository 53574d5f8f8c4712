import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { revive } from '../../../dialogs/conversation/revive.js';
import type { Conversation } from '../../../dialogs/conversation/state.js';
import { positionOf } from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';

const folder = new URL('../../fixtures/conversations/', import.meta.url);
/** Conversations as earlier releases stored them, with questions, verdicts and causes that are gone since. */
const stored = (name: string): Conversation => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

test.each(readdirSync(folder))('%s goes on', (name) => {
  const revived = revive(stored(name));
  const { messages } = turn(revived, { kind: 'say', as: revived.person, text: 'help' });
  expect(messages).toHaveLength(1);
  expect(JSON.stringify(revived)).not.toContain('of-an-earlier-release"');
});

test('answers of before are kept, and only what is new is asked', () => {
  const conversation = revive(stored('abac-roles-pending.json'));
  expect(positionOf(conversation)).toMatchObject({ kind: 'check', check: 'roles-abac' });
  expect(positionOf(conversation).path.map(({ question }) => question)).toContain('earlier-sign-in');
  expect(positionOf(revive(stored('firewall-outcome.json')))).toMatchObject({ node: 'ip-not-allowed' });
});
