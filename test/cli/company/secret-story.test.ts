import { describe, expect, test } from 'vitest';
import { APPROVERS, CHANNEL, Story, TENANT } from './story.js';

const approving = {
  groups: { approvers: { tenant: 'tailwind', id: APPROVERS } },
  users: { olga: { tenant: 'tailwind', groups: ['approvers'] } },
};

/** A repository token whose only password has run out, and a team that has a vault. */
const world = {
  ...approving,
  tenants: { tailwind: { id: TENANT } },
  servicePrincipals: { rotator: { tenant: 'tailwind', secrets: { it: { value: 'fake-rotator' } } } },
  bot: { rotator: 'rotator' },
  vaults: { teamvault: { subscription: 'goods' } },
  roleAssignments: {
    renews: { principal: 'rotator', role: 'Contributor', scope: 'registry:tailwindgoods' },
    delivers: { principal: 'rotator', role: 'Key Vault Secrets Officer', scope: 'vault:teamvault' },
  },
};

function policy(delivery: string) {
  return {
    registries: {
      goods: { match: ['tailwindgoods'], discoverable: true, approvers: ['group:approvers'] },
    },
    rotations: {
      tokens: {
        registries: ['goods'],
        secrets: ['repository-token-password'],
        by: ['members'],
        tier: 1,
        delivery,
      },
    },
  };
}

const answers = {
  'auth-method': 'repository-token',
  'token-name': 'ci-push',
  'user-name-form': 'other-name',
  operation: 'push',
};

async function asked(delivery: string): Promise<Story> {
  const story = new Story('repo-token-password-wrong', world, policy(delivery));
  await story.say('rosa', story.paste);
  await story.answerAll('rosa', answers);
  await story.press('rosa', 'rotate-secret');
  return story;
}

describe('a secret, from the refusal to the end of the old one, in chat --json', { timeout: 120_000 }, () => {
  test('a better way is named first; made new into the vault, confirmed, the old one retired', async () => {
    const story = await asked('https://teamvault.vault.azure.net');
    expect(story.read('rosa')).toContain('Better than a new secret');
    // Who does not say which one is in use could cut off whoever uses it.
    await story.fill('rosa', { valid: '30', reason: 'the workflow' });
    expect(story.read('rosa')).toContain('Please say which one is in use.');
    await story.fill('rosa', { 'in-use': 'password1', valid: '30', reason: 'the workflow' });
    const card = story.read(CHANNEL);
    for (const part of [
      'ci-push',
      'password2, which is not in use',
      '30 days',
      'teamvault',
      'the workflow',
    ]) {
      expect(card).toContain(part);
    }
    await story.press('olga', 'approve', CHANNEL);
    expect(story.read('rosa')).toContain(
      'https://teamvault.vault.azure.net/secrets/acr-tailwindgoods-token-ci-push/',
    );
    expect(story.read(CHANNEL)).toContain('Made new. The old one stays valid');

    await story.press('rosa', 'works');
    expect(story.read('rosa')).toContain('Good. I am retiring the old one');
    expect(story.read('rosa')).not.toContain('does not work any more');
    await story.send({ clock: '+16m' });
    expect(story.read('rosa')).toContain(
      'The old value of the password of the token `ci-push` of `tailwindgoods.azurecr.io` does not work any more.',
    );
    expect(story.read(CHANNEL)).toContain('Made new; the old one is retired.');
    expect(await story.end()).toEqual({ code: 0, err: '' });
  });

  test('T20 T22 T24 shown once, to its requester alone; a second look is an event', async () => {
    const story = await asked('one-time-page');
    await story.fill('rosa', { 'in-use': 'password1', valid: '30', reason: 'the workflow' });
    await story.press('olga', 'approve', CHANNEL);
    const { url = '' } = story.buttonFor('open-secret', 'rosa');
    // Nobody can say that it works before it was seen.
    await story.press('rosa', 'works');
    expect(story.read('rosa')).toContain('That is not possible any more, or not yet');
    expect(await story.open('olga', url)).toEqual({ outcome: 'not-yours' });
    const shown = await story.open('rosa', url);
    expect(shown).toMatchObject({ outcome: 'shown' });
    const value = String(shown['value']);
    expect(value.length).toBeGreaterThan(20);
    expect(await story.open('rosa', url)).toEqual({ outcome: 'claimed-before' });
    expect(story.read('rosa')).toContain('a second time');
    expect(story.read(CHANNEL)).toContain('a second time');
    await story.press('rosa', 'distrust');
    expect(story.read('rosa')).toContain('worthless');
    for (const to of ['rosa', 'olga', CHANNEL]) expect(story.read(to)).not.toContain(value);
    await story.end();
  });

  test('T24 not collected in a quarter of an hour: worthless, and everybody concerned is told', async () => {
    const story = await asked('one-time-page');
    await story.fill('rosa', { 'in-use': 'none', valid: '30', reason: 'the workflow' });
    await story.press('olga', 'approve', CHANNEL);
    const { url = '' } = story.buttonFor('open-secret', 'rosa');
    await story.send({ clock: '+16m' });
    expect(await story.open('rosa', url)).toEqual({ outcome: 'over' });
    expect(story.read('rosa')).toContain('Nobody opened the page');
    expect(story.read(CHANNEL)).toContain('did not open the page');
    await story.end();
  });
});
