import { describe, expect, test } from 'vitest';
import type { Live } from '../../../dialogs/conversation/state.js';
import type { Finding } from '../../../src/checks/check.js';
import { shown } from '../../support/talk.js';
import { finding, found, LiveTalk, linked, refusedPrincipal, unlinked, unseen } from './live-talk.js';

const noRole = [
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('roles-legacy', 'none'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('service-state', 'healthy', 'public'),
];
const withRole = [...noRole.filter(({ check }) => check !== 'roles-legacy'), found('roles-legacy', 'covers')];
const blind = noRole.filter(({ check }) => check !== 'roles-legacy');

const refused = (live: Live, ...findings: readonly Finding[]) =>
  new LiveTalk(live, finding(...findings)).say(refusedPrincipal);

describe('what is shown to whom', () => {
  test('verdicts about the own identity to who is linked', async () => {
    const talk = await refused(linked, ...noRole);
    expect(talk.last.outcome).toMatchObject({ cause: 'role-missing', resolved: false });
  });

  test('who is not linked is told in the end exactly what they would be if nobody had signed in', async () => {
    const kept = await refused(unlinked, ...noRole);
    const none = await refused(
      unlinked,
      ...noRole.map((it) => (it.exposure === 'public' ? it : unseen(it.check, 'not-signed-in'))),
    );
    expect(kept.last).toEqual(none.last);
    expect(kept.last.outcome).toBeNull();
    expect(kept.asked).not.toBeNull();
  });

  test('nothing that was kept back is stored, neither the verdict nor its facts', async () => {
    const secret = {
      ...found('network-rules', 'ip-not-listed', 'configuration'),
      facts: { ip: '203.0.113.7' },
    };
    const talk = await refused(unlinked, ...noRole, secret);
    const hidden = talk.conversation.observed.filter(({ check }) => check !== 'service-state');
    for (const it of hidden) expect(it).toMatchObject({ verdict: 'unknown', facts: {}, exposure: 'public' });
    expect(JSON.stringify(talk.conversation.observed)).not.toContain('203.0.113.7');
    expect(talk.conversation.observed).toContainEqual(found('service-state', 'healthy', 'public'));
  });

  test('who checks with the own sign-in sees all of it', async () => {
    const own = { vantage: 'person', objectId: null } as const;
    expect((await refused(own, ...noRole)).last.outcome?.cause).toBe('role-missing');
  });
});

describe('check again', () => {
  test.each(['thanks', 'Danke, läuft!', '1', 'what do you mean?', 'log', 'language en'])(
    'once it is resolved, "%s" brings back no question about a fault that is gone',
    async (words) => {
      const talk = await refused(linked, ...noRole);
      talk.run = finding(...withRole);
      await talk.press('check-again');
      expect(talk.last.outcome?.resolved).toBe(true);
      await talk.say(words);
      expect(talk.asked).toBeNull();
      expect(talk.last.outcome).toBeNull();
      expect(talk.last.buttons.map(({ verb }) => verb)).toContain('restart');
      expect(shown(talk.last)).not.toContain('not one of the answers');
    },
  );

  test('what spoke against it and is gone is resolved, with before and after', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding(...withRole);
    await talk.press('check-again');
    expect(talk.last.outcome).toMatchObject({ cause: 'role-missing', resolved: true });
    expect(shown(talk.last)).toMatch(
      /before: Holds no role that gives access to images – now: Holds a role that allows the action/,
    );
    expect(shown(talk.last)).toContain('as far as can be seen from here');
    expect(talk.asked).toBeNull();
  });

  test('what still speaks against it is the same outcome, not resolved', async () => {
    const talk = await refused(linked, ...noRole);
    await talk.press('check-again');
    expect(talk.last.outcome).toMatchObject({ cause: 'role-missing', resolved: false });
  });

  test('what is gone and cannot be seen is asked', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding(...blind, unseen('roles-legacy', 'deadline'));
    await talk.press('check-again');
    expect(talk.asked).toBe('retry');
    expect(talk.last.outcome).toBeNull();
    expect(shown(talk.last)).toContain('Run the command that failed once more');
  });

  test('what was asked and works now is resolved for programs too', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding(...blind);
    await talk.press('check-again');
    await talk.answer('retry', 'works');
    expect(shown(talk.last)).toContain('Solved');
    expect(talk.last.outcome).toMatchObject({ cause: 'role-missing', resolved: true });
  });

  test('a number answers the question that is shown, not the one before it', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding();
    await talk.press('check-again');
    await talk.answer('retry', 'same');
    expect(talk.asked).not.toBe('retry');
    await talk.say('1');
    expect(shown(talk.last)).not.toContain('Solved');
  });

  test('once it is resolved, checks again and does not ask', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding(...withRole);
    await talk.press('check-again');
    const { length } = talk.works;
    await talk.press('check-again');
    expect(talk.works.length).toBeGreaterThan(length);
  });

  test('another thing that is wrong now is another outcome, not resolved', async () => {
    const talk = await refused(linked, ...noRole);
    talk.run = finding(...blind, found('roles-legacy', 'granted-recently'));
    await talk.press('check-again');
    expect(talk.last.outcome).toMatchObject({ cause: 'role-propagating', resolved: false });
  });

  test('makes every check anew', async () => {
    const talk = await refused(linked, ...noRole);
    await talk.press('check-again');
    expect(talk.works).toHaveLength(2);
    expect(talk.works[1]?.checks).toEqual(talk.works[0]?.checks);
  });

  test('where no check led here, only the person can tell', async () => {
    const talk = await refused(linked);
    for (let i = 0; i < 12 && talk.asked !== null; i++) await talk.answer(talk.asked, 'unknown');
    const { length } = talk.works;
    await talk.press('check-again');
    expect(talk.asked).toBe('retry');
    expect(talk.works).toHaveLength(length);
  });
});
