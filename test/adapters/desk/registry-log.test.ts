import { expect, test } from 'vitest';
import type { Person } from '../../../src/chat/person.js';
import type { LogRequest } from '../../../src/checks/login-events/log-look.js';
import { finding, found, refusedPrincipal } from '../../dialogs/live/live-talk.js';
import { seenLog } from '../../support/log-samples.js';
import { DeskTalk, dana } from './desk-talk.js';

/** A look at a registry's log of sign-ins on a chat platform. */

const objectId = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
const run = finding(
  found('service-state', 'healthy'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('roles-legacy', 'none'),
);

async function looking(person: Person = { ...dana, objectId }) {
  const asked: LogRequest[] = [];
  const talk = await DeskTalk.open({
    run,
    readLog: async (request) => {
      asked.push(request);
      return seenLog;
    },
  });
  await talk.say(refusedPrincipal, { person });
  return { talk, asked, person };
}

test('comes as a message of its own, for the person alone; behind it lies the outcome', async () => {
  const { talk, asked, person } = await looking();
  await talk.say('registry log', { person });
  expect(asked).toMatchObject([{ asker: objectId }]);
  const newest = talk.surface.newest('dana');
  expect(newest).toMatchObject({ audience: 'private', outcome: null });
  expect(JSON.stringify(newest.blocks)).toContain('198.51.100.77');
  const verbs = newest.buttons.map(({ verb }) => verb);
  expect(verbs).not.toContain('share');
  expect(verbs).not.toContain('helpful');
  await talk.say('back', { person });
  expect(talk.surface.newest('dana').outcome?.cause).toBe('role-missing');
});

test('names nobody who asks without being linked', async () => {
  const { talk, asked, person } = await looking(dana);
  await talk.say('registry log', { person });
  expect(asked).toMatchObject([{ asker: null }]);
});
