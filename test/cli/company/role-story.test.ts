import { describe, expect, test } from 'vitest';
import { roles } from '../../../src/knowledge/roles.js';
import { APPROVERS, CHANNEL, Story, TENANT } from './story.js';

const condition = (['write', 'delete'] as const)
  .map((verb) => {
    const about = `${verb === 'write' ? '@Request' : '@Resource'}[Microsoft.Authorization/roleAssignments:`;
    const push = `${about}RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.AcrPush.guid}, ${roles.AcrPull.guid}}`;
    return `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'})) OR (${push}))`;
  })
  .join(' AND ');

/** A build that lacks a role, in a company whose bot may give it. */
const world = {
  tenants: { contoso: { id: TENANT } },
  groups: { approvers: { tenant: 'contoso', id: APPROVERS } },
  users: { olga: { tenant: 'contoso', groups: ['approvers'] } },
  servicePrincipals: { grantor: { tenant: 'contoso', secrets: { it: { value: 'fake-grantor' } } } },
  bot: { grantor: 'grantor' },
  roleAssignments: {
    grantor: {
      principal: 'grantor',
      role: 'Role Based Access Control Administrator',
      scope: 'registry:contosobuilds',
      condition,
    },
  },
};

function policy(tier: number) {
  return {
    registries: { builds: { match: ['contosobuilds'], discoverable: true, approvers: ['group:approvers'] } },
    requests: {
      images: {
        registries: ['builds'],
        by: ['members'],
        for: ['self', 'service-principal'],
        tier,
        maxDuration: '7d',
      },
    },
  };
}

describe('a role, from the refusal to the next refusal, in chat --json', { timeout: 120_000 }, () => {
  test('refused, asked, asked back, approved, given, works, goes on, ended, refused again', async () => {
    const story = new Story('role-missing', world, policy(1));
    await story.say('dana', story.paste);
    await story.answerAll('dana', { operation: 'push' });
    expect(story.read('dana')).toContain('AcrPush');
    await story.press('dana', 'request-role');
    await story.fill('dana', {
      grantee: 'refused',
      operation: 'push',
      duration: '2',
      reason: 'nightly builds',
    });
    expect(story.read('dana')).toContain('Your request is with those who may approve it.');
    expect(story.read(CHANNEL)).toContain('nightly builds');

    await story.fill('olga', { answer: 'ask-back', why: 'Which pipeline is it?' }, CHANNEL);
    expect(story.read('dana')).toContain('Which pipeline is it?');
    await story.fill('dana', { words: 'the shop’s' });
    expect(story.read(CHANNEL)).toContain('Answer: the shop’s');
    await story.press('olga', 'approve', CHANNEL);
    expect(story.read('dana')).toContain('Approved, and given: `AcrPush`');

    await story.send({ clock: '+11m' });
    await story.press('dana', 'check-again');
    expect(story.read('dana')).toContain('What was wrong is put right');

    // Four fifths of the time are over: it is asked for again while it lasts, and goes on without a gap.
    await story.send({ clock: '+39h' });
    expect(story.read('dana')).toContain('ends on');
    await story.press('dana', 'ask-again');
    await story.press('olga', 'approve', CHANNEL);
    await story.send({ clock: '+10h' });
    await story.say('dana', story.paste);
    await story.answerAll('dana', { operation: 'push' });
    expect(story.read('dana')).not.toContain('has ended and is removed');

    await story.send({ clock: '+48h' });
    expect(story.read('dana')).toContain('has ended and is removed');
    await story.say('dana', story.paste);
    await story.answerAll('dana', { operation: 'push' });
    expect(story.buttonFor('request-role', 'dana')).toBeDefined();
    expect(await story.end()).toEqual({ code: 0, err: '' });
  });

  test('T47 tier 2: a click is not enough, the page of somebody else neither; withdrawn it cannot be approved', async () => {
    const story = new Story('role-missing', world, policy(2));
    await story.say('dana', story.paste);
    await story.answerAll('dana', { operation: 'push' });
    await story.press('dana', 'request-role');
    await story.fill('dana', { duration: '1', reason: 'nightly builds' });
    await story.press('olga', 'approve', CHANNEL);
    const { url = '' } = story.buttonFor('sign-in', 'olga');
    expect(await story.open('dana', url)).toEqual({ outcome: 'other-account' });
    expect(story.read('dana')).not.toContain('Approved, and given');

    await story.press('dana', 'withdraw');
    expect(story.read('dana')).toContain('You have withdrawn your request.');
    expect(story.read(CHANNEL)).toContain('The requester has withdrawn it.');
    expect(await story.open('olga', url)).toEqual({ outcome: 'over' });

    await story.press('dana', 'request-role');
    await story.fill('dana', { duration: '1', reason: 'nightly builds' });
    await story.press('olga', 'approve', CHANNEL);
    const page = await story.open('olga', story.buttonFor('sign-in', 'olga').url ?? '');
    expect(page).toMatchObject({ outcome: 'done', title: 'dana asks for a role' });
    expect(story.read('dana')).toContain('Approved, and given');
    await story.end();
  });
});
