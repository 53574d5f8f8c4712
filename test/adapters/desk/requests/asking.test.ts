import { describe, expect, test } from 'vitest';
import { approvers, hour, ids } from '../../../access/requests-names.js';
import { firewall, refusedPrincipal } from '../../../dialogs/live/live-talk.js';
import { shown } from '../../../support/talk.js';
import { dana } from '../desk-talk.js';
import { onTeams, Story } from './story.js';

const verbs = (story: Story) => story.talk.surface.open('dana').buttons.map(({ verb }) => verb);

describe('the button', () => {
  test('stands on an outcome that a role mends, for who is known; then the form takes its place', async () => {
    const story = await Story.open();
    await story.ask();
    const outcome = story.talk.surface.open('dana');
    expect(outcome.outcome?.cause).toBe('role-missing');
    expect(verbs(story)).not.toContain('request-role');
    expect(shown(outcome)).toContain('AcrPull');
    expect(story.form).toMatchObject({
      fields: [
        { id: 'grantee', chosen: 'refused' },
        { id: 'operation', chosen: 'pull' },
        { id: 'duration', label: 'For how many days? (1 to 7)' },
        { id: 'reason' },
      ],
    });
    await story.talk.say(firewall);
    expect(verbs(story)).not.toContain('request-role');
  });

  test('not for strangers and guests, whose presses of a made-up id change nothing', async () => {
    const story = await Story.open();
    await story.talk.store.removeLink('slack\nT1\ndana');
    await story.talk.say('docker login contoso.azurecr.io');
    expect(verbs(story)).not.toContain('request-role');
    const guest = { ...dana, id: 'guest', guest: true };
    await story.talk.take({ kind: 'press', button: 'ticket1.request-role' }, { person: guest });
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
  });

  test('pressed by somebody who has unlinked their account meanwhile, it says how to link it', async () => {
    const story = await Story.open();
    await story.talk.say(refusedPrincipal);
    const button = story.talk.button('request-role').id;
    await story.talk.say('link off');
    await story.talk.take({ kind: 'press', button });
    expect(story.readBy()).toContain('sign in with Microsoft Entra ID');
    expect(story.parts.azure.calls).toEqual([]);
  });
});

test('T25 the id of the button on a message that does not have it asks for nothing', async () => {
  const story = await Story.open();
  await story.talk.say(firewall);
  const [ticket = ''] = (story.talk.surface.open('dana').buttons[0]?.id ?? '').split('.');
  await story.talk.take({ kind: 'press', button: `${ticket}.request-role` });
  await story.talk.take({
    kind: 'form',
    id: `${ticket}.role-request`,
    values: { duration: '1', reason: 'x' },
  });
  expect(story.parts.azure.calls).toEqual([]);
  expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
});

test('while it is asked for, the form stands beneath what it asks for; all the rest comes back after it', async () => {
  const story = await Story.open();
  await story.talk.say(refusedPrincipal);
  const before = story.talk.surface.open('dana');
  await story.talk.press('request-role');
  const asking = story.talk.surface.open('dana');
  expect(asking.blocks.slice(-2).map(({ type }) => type)).toEqual(['heading', 'facts']);
  expect(asking.blocks[0]).toEqual(before.blocks[0]);
  expect(shown(asking)).not.toContain('What to do');
  expect(asking.buttons.map(({ verb }) => verb)).not.toContain('helpful');
  expect(asking.buttons.map(({ verb }) => verb)).toContain('check-again');
  await story.send();
  const after = story.talk.surface.open('dana');
  expect(after.blocks).toEqual(expect.arrayContaining([...before.blocks]));
  expect(after.buttons.map(({ verb }) => verb)).toContain('helpful');
});

describe('refused answers', () => {
  test('T46 unknown and hidden registries, roles of humans and identities without an object read byte for byte the same', async () => {
    const texts = await Promise.all(
      [
        (story: Story) => void story.parts.azure.registries.delete('contoso'),
        (story: Story) => {
          story.parts.azure.apps = [];
        },
        () => {},
      ].map(async (change, i) => {
        const story = await Story.open(i === 2 ? { registry: { discoverable: false } } : {});
        change(story);
        await story.ask();
        return shown(story.talk.surface.open('dana'));
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain('I cannot ask for this role here.');
  });

  test('who may not ask hears that; where nothing answers, to try again', async () => {
    const story = await Story.open({ rule: { by: ['group:approvers'] } });
    await story.ask();
    expect(story.readBy()).toContain('The rules here do not let you ask for this role.');
    const later = await Story.open();
    later.parts.azure.down.add('arm');
    await later.ask();
    expect(later.readBy()).toContain('Please try again in a minute.');
  });

  test('where no channel would be told, nothing can be asked for', async () => {
    const story = await Story.open({ more: { channels: {} } });
    await story.ask();
    expect(story.readBy()).toContain('I cannot ask for this role here.');
    expect(story.talk.surface.open('dana').form).toBeNull();
  });
});

describe('the form', () => {
  test.each([
    ['', 'from 1 to 7'],
    ['0', 'from 1 to 7'],
    ['8', 'from 1 to 7'],
    ['two', 'from 1 to 7'],
    ['1 week', 'from 1 to 7'],
    ['-1', 'from 1 to 7'],
    ['1e3', 'from 1 to 7'],
    ['9'.repeat(99), 'from 1 to 7'],
  ])('a duration of %j is asked for again', async (duration, said) => {
    const story = await Story.open();
    await story.ask();
    await story.send(duration);
    expect(story.readBy()).toContain(said);
    expect(story.form.fields).toHaveLength(4);
    await story.send('２ days');
    expect((await story.role()).spec.durationMs).toBe(48 * hour);
    expect(story.readBy()).not.toContain(said);
  });

  test('where whole days are too long it asks for hours', async () => {
    const story = await Story.open({ rule: { maxDuration: '8h' } });
    await story.ask();
    expect(story.form.fields.find(({ id }) => id === 'duration')?.label).toBe('For how many hours? (1 to 8)');
    await story.send('1 day');
    expect(story.readBy()).toContain('a number of hours from 1 to 8');
    await story.send('8');
    expect((await story.role()).spec.durationMs).toBe(8 * hour);
  });

  test('without a reason it says so, and a secret in one is replaced', async () => {
    const story = await Story.open();
    await story.ask();
    await story.send('1', ' ');
    expect(story.readBy()).toContain('Please say what you need it for.');
    const secret = `eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.${'eyJzdWIiOiIxMjM0NTY3ODkwIn0'}.${'a'.repeat(43)}`;
    await story.send('1', `because ${secret} works no more`);
    await story.pass();
    expect((await story.request()).spec.reason).not.toContain(secret);
    expect(JSON.stringify(story.talk.surface.deeds)).not.toContain(secret);
  });

  test('T26 sent twice, also at once, it is one request and the answer stays the same', async () => {
    const story = await Story.open();
    await story.ask();
    const { id } = story.form;
    await Promise.all([story.send('2', 'x', id), story.send('2', 'x', id), story.send('2', 'x', id)]);
    await story.send('3', 'y', id);
    expect(await story.parts.requests.mine(ids.dana, 9)).toHaveLength(1);
    expect(story.readBy()).toContain('Your request is with those who may approve it.');
    expect(story.readBy()).not.toContain('asked for or given already');
  });

  test('T25 a form whose id is changed in any byte sends nothing', async () => {
    const story = await Story.open();
    await story.ask();
    const { id } = story.form;
    for (let at = 0; at < id.length; at++) {
      for (const to of [id.charCodeAt(at) ^ 1, id.charCodeAt(at) ^ 32, 0x41]) {
        const changed = `${id.slice(0, at)}${String.fromCharCode(to)}${id.slice(at + 1)}`;
        if (changed !== id) await story.send('2', 'x', changed);
      }
    }
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
  });

  test('T25 what else the form brings – another role, identity or registry – is not read', async () => {
    const story = await Story.open();
    await story.ask();
    const more = {
      role: 'Owner',
      objectId: ids.bob,
      registry: 'hidden',
      tier: '0',
      durationMs: '9',
      draft: '{}',
    };
    await story.talk.take({
      kind: 'form',
      id: story.form.id,
      values: { duration: '2', reason: 'x', ...more },
    });
    expect((await story.request()).spec).toMatchObject({ role: 'AcrPull', durationMs: 48 * hour });
  });

  test('T25 somebody else who sends the form of another sends nothing', async () => {
    const story = await Story.open();
    await story.ask();
    await story.talk.take(
      { kind: 'form', id: story.form.id, values: { duration: '2', reason: 'x' } },
      { person: onTeams('bob') },
    );
    expect(await story.parts.requests.mine(ids.bob, 9)).toEqual([]);
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
  });

  test('T27 who has linked another account since it was opened does not ask in the name of the first', async () => {
    const story = await Story.open();
    await story.ask();
    const { id } = story.form;
    await story.talk.say('link off');
    await story.send('2', 'x', id);
    expect(story.readBy()).toContain('sign in with Microsoft Entra ID');
    const link = {
      objectId: ids.bob,
      tenant: story.parts.azure.people.get(ids.bob)?.tenant ?? '',
      linkedAt: 0,
    };
    await story.talk.store.saveLink('slack\nT1\ndana', { ...link, expiresAt: Number.MAX_SAFE_INTEGER });
    await story.send('2', 'x', id);
    expect(story.readBy()).toContain('You are signed in with another account');
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
    expect(await story.parts.requests.mine(ids.bob, 9)).toEqual([]);
  });

  test('who has lost the right since it was opened hears that', async () => {
    const story = await Story.open({ rule: { by: ['group:approvers'] } });
    story.parts.azure.change('dana', { groups: [approvers] });
    await story.ask();
    story.parts.azure.change('dana', { groups: [] });
    await story.send();
    expect(story.readBy()).toContain('The rules here do not let you ask for this role.');
  });

  test('T32 what is asked for already is not asked for twice', async () => {
    const story = await Story.open();
    await story.asked();
    await story.ask();
    await story.send();
    expect(story.readBy()).toContain('This role is asked for or given already');
    expect(story.talk.surface.of('post')).toHaveLength(2);
  });

  test('where nobody need approve, it says that the role is given now', async () => {
    const story = await Story.open({ rule: { tier: 0 }, more: { channels: {} } });
    await story.asked();
    expect(story.readBy()).toContain('Nobody needs to approve this.');
    expect(story.granter.creates).toBe(1);
    expect(story.readBy()).toContain('Approved, and given');
  });
});
