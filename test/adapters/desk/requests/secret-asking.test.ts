import { describe, expect, test } from 'vitest';
import type { Form } from '../../../../src/chat/message.js';
import { rotating } from '../../../access/requests-ground.js';
import { clientId, day, ids, pipeline } from '../../../access/requests-names.js';
import { shown } from '../../../support/talk.js';
import { type FailedSecret, failedSecrets, inUse, keyInUse, openSecret } from './secret-story.js';
import { onTeams, type Story } from './story.js';

const verbs = (story: Story) => story.talk.surface.open('dana').buttons.map(({ verb }) => verb);
const mine = (story: Story) => story.parts.requests.mine(ids.dana, 9);
const choice = ({ fields }: Form, id: string) => {
  const field = fields.find((it) => it.id === id);
  return field?.kind === 'choice' ? field.options : [];
};

async function opened(cause: FailedSecret, rule: object = {}): Promise<Story> {
  const story = await openSecret(cause, rule);
  await story.talk.press('rotate-secret');
  return story;
}

describe('the button', () => {
  test.each(failedSecrets)('stands on %s, and the form first says what is better', async (cause) => {
    const story = await openSecret(cause);
    expect(story.talk.surface.open('dana').outcome?.cause).toBe(cause);
    expect(verbs(story)).toContain('rotate-secret');
    expect(verbs(story)).not.toContain('request-role');
    await story.talk.press('rotate-secret');
    expect(verbs(story)).not.toContain('rotate-secret');
    const text = shown(story.talk.surface.open('dana'));
    expect(text.indexOf('Better than a new secret')).toBeGreaterThan(0);
    expect(text.indexOf('Better than a new secret')).toBeLessThan(text.indexOf('A new secret'));
    expect(text).toContain('Key Vault https://kv-contoso.vault.azure.net');
    expect(story.form.fields.at(-1)?.id).toBe('reason');
  });

  test.each(failedSecrets)('does not stand on %s where the bot makes no secrets', async (cause) => {
    const story = await openSecret(cause, {}, { setUp: { deliveries: [] } });
    expect(verbs(story)).not.toContain('rotate-secret');
  });

  test('is not for strangers, and its id on a message without it asks for nothing (T25)', async () => {
    const story = await openSecret('sp-secret-expired', {}, { setUp: { deliveries: [] } });
    const [ticket = ''] = (story.talk.surface.open('dana').buttons[0]?.id ?? '').split('.');
    const values = { 'in-use': 'none', valid: '1', reason: 'x' };
    await story.talk.take({ kind: 'form', id: `${ticket}.secret-request`, values });
    expect(await mine(story)).toEqual([]);
    const stranger = await openSecret('sp-secret-expired');
    const button = stranger.talk.button('rotate-secret').id;
    await stranger.talk.say('link off');
    await stranger.talk.take({ kind: 'press', button });
    expect(stranger.readBy()).toContain('sign in with Microsoft Entra ID');
  });

  test.each([
    ['no rule', {}, 'I cannot renew this secret here.'],
    [
      'a vault that is not set up',
      rotating({ delivery: 'one-time-page' }),
      'I cannot renew this secret here.',
    ],
    ['nobody to tell', { more: { ...rotating().more, channels: {} } }, 'I cannot renew this secret here.'],
    [
      'another requester',
      rotating({ by: ['group:approvers'] }),
      'The rules here do not let you ask for that.',
    ],
  ] as const)('with %s it says so, and that is all', async (_what, policy, said) => {
    const setUp = { deliveries: ['vault'] as const };
    const story = await openSecret('repo-token-password-wrong', {}, { setUp }, policy);
    await story.talk.press('rotate-secret');
    expect(story.readBy()).toContain(said);
    expect(story.talk.surface.open('dana').form).toBeNull();
    expect(verbs(story)).not.toContain('rotate-secret');
  });

  test('T46 a hidden registry reads as one that does not exist', async () => {
    const texts = [];
    for (const change of ['hide', 'remove'] as const) {
      const policy = rotating();
      const story = await openSecret(
        'repo-token-password-wrong',
        {},
        {},
        {
          ...policy,
          ...(change === 'hide' && { registry: { discoverable: false } }),
        },
      );
      if (change === 'remove') story.parts.azure.registries.delete('contoso');
      await story.talk.press('rotate-secret');
      texts.push(shown(story.talk.surface.open('dana')));
    }
    expect(new Set(texts).size).toBe(1);
  });

  test('where nothing answers, and where more than two secrets work, it says so', async () => {
    const story = await openSecret('sp-secret-invalid');
    story.parts.azure.down.add('apps');
    await story.talk.press('rotate-secret');
    expect(story.readBy()).toContain('Please try again in a minute.');
    const many = await openSecret('sp-secret-invalid');
    const expiresOn = new Date(many.parts.clock.at + day).toISOString();
    many.parts.azure.secrets = ['a', 'b', 'c'].map((keyId) => ({ keyId, expiresOn }));
    await many.talk.press('rotate-secret');
    expect(many.readBy()).toContain('more than two secrets that work');
    expect(many.talk.surface.open('dana').form).toBeNull();
  });
});

describe('the form', () => {
  test('asks which one is in use, with the ends that Azure tells', async () => {
    const token = (await opened('repo-token-password-wrong')).form;
    expect(choice(token, 'in-use')).toEqual([
      { id: 'password1', label: 'password1 – valid until Mar 2, 2026' },
      { id: 'password2', label: 'password2 – expired' },
      { id: 'none', label: 'None of them works any more' },
    ]);
    const admin = (await opened('admin-password-wrong')).form;
    expect(choice(admin, 'in-use').map(({ id }) => id)).toEqual(['password', 'password2']);
    expect(admin.fields.map(({ id }) => id)).toEqual(['in-use', 'reason']);
    const application = (await opened('sp-secret-invalid')).form;
    expect(choice(application, 'in-use').map(({ id }) => id)).toEqual([keyInUse, 'none']);
    // Nothing is chosen for them: the wrong one would cut off whoever uses it.
    for (const { fields } of [token, admin, application])
      expect(fields.find(({ id }) => id === 'in-use')).not.toHaveProperty('chosen');
    // Platforms show 75 characters of a choice.
    for (const { label } of choice(application, 'in-use')) expect(label.length).toBeLessThanOrEqual(75);
  });

  test.each([
    ['admin-password-wrong', { kind: 'admin-password', renew: 'password2' }, null],
    ['repo-token-password-wrong', { token: 'ci-build', renew: 'password2' }, 30 * day],
    ['sp-secret-invalid', { objectId: pipeline, appId: clientId, retire: keyInUse }, 30 * day],
    ['sp-secret-expired', { objectId: pipeline, appId: clientId, retire: null }, 30 * day],
  ] as const)('of %s asks for the one that is not in use', async (cause, secret, validMs) => {
    const story = await opened(cause);
    await story.fill({ 'in-use': inUse[cause], valid: '30 days', reason: 'leaked' });
    expect((await story.request()).spec).toMatchObject({
      kind: 'rotation',
      secret,
      validMs,
      reason: 'leaked',
    });
    expect(story.readBy()).toContain('Your request is with those who may approve it.');
  });

  test.each(['', 'password', 'password3', 'none ', '__proto__'])(
    'with %j in use it says that it must be known first',
    async (chosen) => {
      const story = await opened('repo-token-password-wrong');
      await story.fill({ 'in-use': chosen, valid: '30', reason: 'x' });
      expect(story.readBy()).toContain(
        'Please say which one is in use. If you do not know, look it up first',
      );
      expect(await mine(story)).toEqual([]);
    },
  );

  test('of the admin user none is no answer: both work always', async () => {
    const story = await opened('admin-password-wrong');
    await story.fill({ 'in-use': 'none', reason: 'x' });
    expect(story.readBy()).toContain('Please say which one is in use.');
  });

  test.each(['', '0', '91', 'long', '-1', '1e1', '2 weeks', '9999'])(
    'a validity of %j is asked for again',
    async (valid) => {
      const story = await opened('repo-token-password-wrong');
      await story.fill({ 'in-use': 'none', valid, reason: 'x' });
      expect(story.readBy()).toContain('a number of days from 1 to 90');
      expect(await mine(story)).toEqual([]);
      await story.fill({ 'in-use': 'none', valid: '９０ Tage', reason: 'x' });
      expect((await story.request()).spec).toMatchObject({ validMs: 90 * day });
    },
  );

  test('without a reason it says so; T14 a secret in one is replaced', async () => {
    const story = await opened('repo-token-password-wrong');
    const secret = `ghp_${'a1B2'.repeat(9)}`;
    await story.fill({ 'in-use': 'none', valid: '1', reason: ' ' });
    expect(story.readBy()).toContain('Please say what you need it for.');
    await story.fill({ 'in-use': 'none', valid: '1', reason: `${secret} leaked` });
    await story.pass();
    expect(JSON.stringify(story.talk.surface.deeds)).not.toContain(secret);
    expect((await story.request()).spec.reason).toContain('leaked');
  });

  test('T25 whose secret it is, and where it is put, is not read from the form', async () => {
    const story = await opened('repo-token-password-wrong');
    const more = {
      token: 'other',
      registry: 'hidden',
      delivery: 'one-time-page',
      tier: '0',
      secret: 'admin',
    };
    await story.fill({ 'in-use': 'password1', valid: '1', reason: 'x', ...more });
    expect((await story.request()).spec).toMatchObject({
      secret: { kind: 'repository-token-password', token: 'ci-build' },
      registry: { loginServer: 'contoso.azurecr.io' },
      delivery: { kind: 'vault' },
    });
  });

  test('T25 sent by somebody else, or after another form was opened, it asks for nothing', async () => {
    const story = await opened('repo-token-password-wrong');
    const { id } = story.form;
    const values = { 'in-use': 'none', valid: '1', reason: 'x', duration: '1' };
    await story.talk.take({ kind: 'form', id, values }, { person: onTeams('bob') });
    await story.fill(values, id.replace('secret-request', 'role-request'));
    expect(await mine(story)).toEqual([]);
    expect(await story.parts.requests.mine(ids.bob, 9)).toEqual([]);
  });

  test('T26 T32 sent twice it is one request, and while it is open there is no other', async () => {
    const story = await opened('sp-secret-expired');
    const { id } = story.form;
    const values = { 'in-use': 'none', valid: '1', reason: 'x' };
    await Promise.all([story.fill(values, id), story.fill(values, id)]);
    expect(await mine(story)).toHaveLength(1);
    await story.talk.press('check-again');
    expect(verbs(story)).not.toContain('rotate-secret');
    expect(verbs(story)).toContain('withdraw');
  });
});
