import { describe, expect, test } from 'vitest';
import { approvers, ids } from '../../../access/requests-names.js';
import { canary } from './fake-writers.js';
import { askedSecret, type FailedSecret, keyInUse } from './secret-story.js';
import { onTeams, type Story } from './story.js';

const olga = onTeams('olga');

describe("the approver's card", () => {
  test.each<[FailedSecret, readonly string[]]>([
    [
      'admin-password-wrong',
      [
        'Secret: password of the admin user',
        'Registry: contoso.azurecr.io',
        'Made new: password2, which is not in use',
        'Stays valid until it works: password',
        'Valid for: unlimited: passwords of the admin user do not expire',
        'Where it goes: Key Vault https://kv-contoso.vault.azure.net',
      ],
    ],
    [
      'repo-token-password-wrong',
      [
        'Secret: password of the token ci-build',
        'Made new: password2, which is not in use',
        'Stays valid until it works: password1',
        'Valid for: 30 days',
      ],
    ],
    [
      'sp-secret-invalid',
      [
        'Secret: client secret of the application 7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11',
        'Made new: one more secret on the same application',
        `Stays valid until it works: the secret with the key ID ${keyInUse}`,
      ],
    ],
    ['sp-secret-expired', ['Stays valid until it works: nothing: none of the present ones works']],
  ])(
    'for %s says what is made new, what stays valid, for how long and where it is put',
    async (cause, facts) => {
      const story = await askedSecret(cause);
      const lines = story.read.replaceAll('**', '').split('\n');
      for (const fact of [
        'dana of Contoso asks for a new secret',
        `Asked for by: dana of Contoso (${ids.dana})`,
        'Reason: It is in a log.',
        ...facts,
      ])
        expect(lines).toContain(fact);
      // Roles of an identity say nothing about its secrets.
      expect(story.read).not.toContain('Has already');
    },
  );

  test('is approved on Teams, and made new: the card and the requester say so, and no value is anywhere', async () => {
    const story = await askedSecret('repo-token-password-wrong');
    await story.approve(olga);
    expect(story.read).toContain('Approved by 29:olga of Contoso.');
    await story.pass();
    expect(story.rotator.done).toEqual(['renew password2']);
    expect(story.read).toContain('Made new. The old one stays valid until the new one works.');
    expect(story.readBy()).toContain('Approved, and made new: the password of the token `ci-build`');
    const everything = JSON.stringify([
      story.talk.surface.deeds,
      await story.parts.ledger.audit(0, 99),
      await story.request(),
      story.talk.logged,
    ]);
    expect(everything).not.toContain(canary);
  });

  test('is denied with words', async () => {
    const story = await askedSecret('repo-token-password-wrong');
    await story.deny(olga, 'Use the pipeline identity.');
    await story.pass();
    expect(story.readBy()).toContain(
      'Your request for a new value of the password of the token `ci-build` of `contoso.azurecr.io` was denied. The answer: Use the pipeline identity.',
    );
    expect(story.rotator.done).toEqual([]);
  });
});

describe('T27', () => {
  const isPending = async (story: Story) => expect((await story.request()).state).toBe('pending');

  test('the requester approves on no platform, in whatever group', async () => {
    const story = await askedSecret('repo-token-password-wrong');
    story.parts.azure.change('dana', { groups: [approvers] });
    await story.approve(onTeams('dana'));
    expect(story.readBy('29:dana')).toContain('You cannot approve your own request.');
    await isPending(story);
  });

  test('an owner of the service principal does not approve, nor one who became it since', async () => {
    const story = await askedSecret('sp-secret-invalid');
    story.parts.azure.owners = [ids.olga];
    await story.approve(olga);
    expect(story.readBy('29:olga')).toContain(
      'You own this service principal, so somebody else must approve.',
    );
    await isPending(story);
    await story.approve(onTeams('rita'));
    expect((await story.request()).state).toBe('approved');
  });
});

test('T30 the policy puts it elsewhere by the time it is approved: nothing is made', async () => {
  const story = await askedSecret('repo-token-password-wrong');
  await story.approve(olga);
  story.parts.azure.change('olga', { groups: [] });
  await story.pass();
  expect(story.rotator.done).toEqual([]);
  expect(story.readBy()).toContain('was approved, but not made');
  expect(story.read).toContain('Nothing was made');
});
