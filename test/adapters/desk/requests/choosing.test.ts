import { describe, expect, test } from 'vitest';
import type { Field } from '../../../../src/chat/message.js';
import { roles } from '../../../../src/knowledge/roles.js';
import { hour, ids, pipeline } from '../../../access/requests-names.js';
import { finding, found } from '../../../dialogs/live/live-talk.js';
import { healthy, Story } from './story.js';

const usual = { duration: '2', reason: 'builds' };

function field(story: Story, id: string): Field {
  const it = story.form.fields.find((one) => one.id === id);
  if (it === undefined) throw new Error(`no field ${id}`);
  return it;
}

describe('the role form', () => {
  test('lets people choose for whom and for what; what is chosen already mends the case', async () => {
    const story = await Story.open();
    await story.ask();
    expect(field(story, 'grantee')).toMatchObject({
      options: [{ id: 'refused' }, { id: 'requester', label: 'you' }],
      chosen: 'refused',
    });
    expect(JSON.stringify(field(story, 'grantee'))).toContain(pipeline);
    // What can be chosen stands nowhere else: both could not be true.
    const { blocks } = story.talk.surface.open('dana');
    expect(blocks.filter(({ type }) => type === 'facts').at(-1)).toEqual({
      type: 'facts',
      items: [{ label: 'For', value: 'contoso.azurecr.io – the whole registry' }],
    });
    expect(field(story, 'operation')).toMatchObject({
      options: [
        { id: 'pull', label: 'to pull – AcrPull' },
        { id: 'push', label: 'to push – AcrPush' },
      ],
    });
    await story.fill({ ...usual, grantee: '', operation: '' });
    expect((await story.role()).spec).toMatchObject({ identity: { objectId: pipeline }, role: 'AcrPull' });
  });

  test('pushing for oneself is asked for, approved and given as it was chosen', async () => {
    const story = await Story.open();
    await story.ask();
    await story.fill({ ...usual, grantee: 'requester', operation: 'push' });
    await story.pass();
    expect((await story.role()).spec).toMatchObject({
      identity: { kind: 'user', objectId: ids.dana },
      role: 'AcrPush',
      durationMs: 48 * hour,
    });
    expect(story.read).toMatch(/Who gets it:\*{0,2} dana of Contoso/);
    expect(story.read).toContain('AcrPush');
  });

  test.each([
    { grantee: 'bob' },
    { grantee: ids.bob },
    { operation: 'delete' },
    { operation: 'manage' },
    { grantee: '__proto__', operation: 'constructor' },
  ])('T25 what was not offered is not asked for: %j', async (values) => {
    const story = await Story.open();
    await story.ask();
    await story.fill({ ...usual, ...values });
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
    expect(story.readBy()).toContain('The rules here do not allow exactly that.');
    expect(story.form.fields).toHaveLength(4);
  });

  test('T25 a repository in a registry that knows none is not read', async () => {
    const story = await Story.open();
    await story.ask();
    await story.fill({ ...usual, repository: 'team/app' });
    expect((await story.role()).spec.repository).toBeNull();
  });
});

describe('where permissions are by repository', () => {
  const byRepository = async (repositories?: readonly string[]) => {
    const story = await Story.open(repositories === undefined ? {} : { rule: { repositories } });
    await story.byRepository().ask();
    return story;
  };

  test.each([
    ['', null, false, 'the whole registry'],
    ['team/app', 'team/app', false, 'only the repository team/app'],
    [' ｔeam/app ', 'team/app', false, 'only the repository team/app'],
    ['team/*', 'team', true, 'only repositories below team/'],
  ] as const)('%j reaches %j (all below: %j)', async (typed, repository, prefix, said) => {
    const story = await byRepository();
    await story.fill({ ...usual, repository: typed });
    await story.pass();
    expect((await story.role()).spec).toMatchObject({
      ...{ repository, prefix },
      role: 'Container Registry Repository Reader',
    });
    expect(story.read.replaceAll('`', '')).toContain(said);
  });

  test.each(['*', 'team/', 'team/**', 'Team/App', '../x', "x' OR 1=1", 'a b', 'team/*/app', 'аpp', '/*'])(
    'T36 %j is asked for again',
    async (repository) => {
      const story = await byRepository();
      await story.fill({ ...usual, repository });
      expect(story.readBy()).toContain('Please give the name of one repository, such as');
      expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
      await story.fill({ ...usual, repository: 'team/app' });
      expect(await story.parts.requests.mine(ids.dana, 9)).toHaveLength(1);
    },
  );

  test('the whole registry, where the policy wants a repository: the form stays, and says so', async () => {
    const story = await byRepository(['shop/*']);
    for (const repository of ['', 'team/app', 'shop', 'shopping/*']) {
      await story.fill({ ...usual, repository });
      expect(story.readBy()).toContain('The rules here do not allow exactly that.');
    }
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
    await story.fill({ ...usual, repository: 'shop/*' });
    expect((await story.role()).spec).toMatchObject({ repository: 'shop', prefix: true });
  });
});

const refusedPerson =
  "$ az acr login --name contoso\n$ docker pull contoso.azurecr.io/team/app:v1\nError response from daemon: pull access denied for contoso.azurecr.io/team/app, repository does not exist or may require 'docker login': denied: requested access to the resource is denied";

describe('PIM', () => {
  test('who is only eligible is told to activate, and nothing is asked for', async () => {
    const story = await Story.open();
    story.run = finding(...healthy, found('roles-legacy', 'none'));
    story.parts.azure.eligible = [{ roleGuid: roles.AcrPull.guid, scope: '/' }];
    await story.talk.say(refusedPerson);
    await story.talk.press('request-role');
    expect(story.readBy()).toContain('you are eligible for it already');
    expect(story.talk.surface.open('dana').form).toBeNull();
    expect(story.talk.surface.open('dana').buttons.map(({ verb }) => verb)).not.toContain('request-role');
    expect(await story.parts.requests.mine(ids.dana, 9)).toEqual([]);
  });
});
