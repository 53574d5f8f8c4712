import { describe, expect, test } from 'vitest';
import { ownId } from '../../../../adapters/desk/requests/ids.js';
import { tellOn } from '../../../../adapters/desk/requests/telling.js';
import type { Message } from '../../../../src/chat/message.js';
import { day, ids, tenant } from '../../../access/requests-names.js';
import { dana } from '../desk-talk.js';
import { askedSecret, type FailedSecret, keyInUse } from './secret-story.js';
import { onTeams, type Story } from './story.js';

const olga = onTeams('olga');
const minute = 60_000;

/** Approved and made new. */
async function rotated(cause: FailedSecret, rule: object = {}): Promise<Story> {
  const story = await askedSecret(cause, rule);
  await story.approve(olga);
  await story.pass();
  return story;
}

const onPage = () => rotated('repo-token-password-wrong', { delivery: 'one-time-page' });

/** What Dana read last about a request. */
const told = (story: Story): Message => story.talk.surface.newest('dana');

describe('what the requester is told', () => {
  test('of a secret in a vault: its address and the command, what comes next, and two buttons', async () => {
    const story = await rotated('sp-secret-invalid');
    const [kept] = story.vaults.kept;
    expect(kept?.id).toMatch(/^https:\/\/kv-contoso\.vault\.azure\.net\/secrets\/acr-contoso-app-/);
    const { blocks, buttons } = told(story);
    const url = `https://portal.azure.com/#@${tenant}/asset/Microsoft_Azure_KeyVault/Secret/${kept?.id}`;
    expect(blocks).toContainEqual({
      type: 'code',
      language: 'bash',
      text: `az keyvault secret show --id ${kept?.id} --query value --output tsv`,
    });
    expect(story.readBy()).toContain('The old one still works.');
    expect(buttons.map(({ verb }) => verb)).toEqual(['open-secret', 'works', 'distrust']);
    expect(buttons[0]).toMatchObject({ label: 'Open it in the Azure portal', url });
  });

  test('of one on a page: the link as a button, until when, and no address of a vault', async () => {
    const story = await onPage();
    expect(story.vaults.kept).toEqual([]);
    const { buttons } = told(story);
    expect(buttons.map(({ verb }) => verb)).toEqual(['open-secret', 'works', 'distrust']);
    expect(buttons[0]?.url).toMatch(/^https:\/\/bot\.example\/secret\?token=[\w-]{43}$/);
    expect(story.readBy()).toMatch(/You can see the new value once, until Mar 1, 2026/);
  });

  test('T18 T22 its link goes to the requester alone, and to no channel', async () => {
    const story = await onPage();
    const withLink = story.talk.surface.deeds.filter((deed) =>
      JSON.stringify(deed).includes('secret?token='),
    );
    expect(withLink.map((deed) => ('to' in deed ? deed.to : deed.kind))).toEqual(['dana']);
    expect(await story.openSecret('olga')).toBe('not-yours');
  });
});

describe('It works everywhere', () => {
  test.each<[FailedSecret, string]>([
    ['admin-password-wrong', 'renew password'],
    ['repo-token-password-wrong', 'renew password1'],
    ['sp-secret-invalid', `remove ${keyInUse}`],
  ])(
    'retires the old one of %s, not before both were valid for a quarter of an hour',
    async (cause, last) => {
      const story = await rotated(cause);
      const before = story.rotator.done.length;
      await story.talk.press('works');
      expect(story.readBy()).toContain('not before both have been valid for 15 minutes');
      await story.pass(14 * minute);
      expect(story.rotator.done).toHaveLength(before);
      await story.pass(2 * minute);
      expect(story.rotator.done.slice(before)).toEqual([last]);
      expect(story.readBy()).toContain('does not work any more. Only the new one does.');
      expect(story.read).toContain('Made new; the old one is retired.');
    },
  );

  test('is refused before the page was opened, and taken after', async () => {
    const story = await onPage();
    await story.talk.press('works');
    expect(story.readBy()).toContain('a page that nobody has opened cannot work anywhere');
    expect((await story.request()).confirmedAt).toBeNull();
    expect(await story.openSecret()).toBe('claimed');
    await story.talk.press('works');
    expect((await story.request()).confirmedAt).not.toBeNull();
  });

  test('T26 pressed twice, or with the other button after it, it counts once', async () => {
    const story = await rotated('repo-token-password-wrong');
    const [works, distrust] = [story.talk.button('works'), story.talk.button('distrust')];
    for (const { id } of [works, works, distrust]) await story.talk.take({ kind: 'press', button: id });
    expect(story.readBy()).toContain('That is not possible any more');
    await story.pass(20 * minute);
    expect((await story.request()).state).toBe('retired');
    expect(story.rotator.done).toEqual(['renew password2', 'renew password1']);
  });
});

describe('I do not trust it', () => {
  test('makes the new one worthless, leaves the old one, and everybody is told', async () => {
    const story = await rotated('sp-secret-invalid');
    await story.talk.press('distrust');
    await story.pass();
    expect(story.rotator.done.at(-1)).toMatch(/^remove (?!5f1d)/);
    expect(story.rotator.secrets.map(({ keyId }) => keyId)).toEqual([keyInUse]);
    expect(story.readBy()).toContain('I am making the new value of the client secret');
    expect(story.read).toContain('The requester did not trust the new value');
  });

  test('afterwards it can be asked for again', async () => {
    const story = await rotated('sp-secret-expired');
    await story.talk.press('check-again');
    expect(() => story.talk.button('rotate-secret')).toThrow();
    await story.talk.press('distrust');
    await story.pass();
    await story.talk.press('check-again');
    expect(story.talk.button('rotate-secret').label).toBe('Ask for a new secret');
  });
});

test('a day later both buttons are offered once more; after two weeks both secrets stay', async () => {
  const story = await rotated('repo-token-password-wrong');
  await story.pass(day + minute);
  expect(story.readBy()).toContain('was made a day ago, and the old one still works, too');
  expect(told(story).buttons.map(({ verb }) => verb)).toEqual(['works', 'distrust']);
  await story.pass(14 * day);
  expect(story.readBy()).toContain('Nobody told me for two weeks');
  expect(story.read).toContain('Ended: nobody told whether the new value works.');
  expect(story.rotator.done).toEqual(['renew password2']);
});

describe('T24', () => {
  const alerts = (story: Story) =>
    story.talk.surface.of('post').filter(({ message }) => JSON.stringify(message).includes('Attention:'));

  test('a page that is opened twice alerts the requester, who can make it worthless, and the approvers', async () => {
    const story = await onPage();
    await story.openSecret();
    expect(await story.openSecret()).toBe('claimed-before');
    await story.pass();
    expect(story.readBy()).toContain(
      'opened the page with the new value of the password of the token `ci-build`',
    );
    expect(told(story).buttons.map(({ verb }) => verb)).toEqual(['distrust']);
    expect(alerts(story).map(({ channel }) => channel)).toEqual(['19:approvals@thread.tacv2', 'C0APPROVE']);
    expect(JSON.stringify(alerts(story))).toContain('signed in as dana of Contoso');
    await story.talk.press('distrust');
    await story.pass();
    expect((await story.request()).state).toBe('void');
    expect(story.rotator.done).toEqual(['renew password2', 'renew password2']);
  });

  test('where it is too late to make it worthless, the requester is told what to do instead', async () => {
    const story = await onPage();
    await story.openSecret();
    await story.talk.press('works');
    await story.openSecret();
    await story.pass();
    expect(story.readBy()).toContain('tell the team that runs me at once');
    expect(told(story).buttons).toEqual([]);
  });

  test('a page that nobody opens in time: the new one is made worthless, and everybody hears it once', async () => {
    const story = await onPage();
    await story.pass(16 * minute);
    expect(story.rotator.done).toEqual(['renew password2', 'renew password2']);
    expect(story.readBy()).toContain('Nobody opened the page with the new value');
    expect(story.readBy().match(/in time/g)).toHaveLength(1);
    expect(JSON.stringify(alerts(story))).toContain('dana of Contoso did not open the page');
    expect(story.read).toContain('Ended: nobody collected the new value in time');
    expect(await story.openSecret()).toBe('over');
  });

  test('while the requester cannot be reached, approvers hear it once', async () => {
    const story = await onPage();
    await story.openSecret();
    await story.openSecret();
    const { fate } = story.talk.surface;
    fate.send = 'failed';
    const tell = tellOn(story.talk.desk.office);
    for (let attempt = 0; attempt < 3; attempt++)
      expect(await tell.tellAlert(await story.request())).toBe('not-now');
    expect(alerts(story)).toHaveLength(2);
    delete fate.send;
    expect(await tell.tellAlert(await story.request())).toBe('told');
    expect(alerts(story)).toHaveLength(2);
  });
});

describe('T25 ids of messages about secrets', () => {
  test('pressed by somebody else, or of another request, they change nothing', async () => {
    const story = await rotated('repo-token-password-wrong');
    const before = await story.request();
    const bob = onTeams('bob');
    const stranger = { ...dana, id: 'stranger' };
    for (const press of ['works', 'distrust'] as const)
      for (const person of [bob, olga, stranger, onTeams('dana', { guest: true, id: '29:guest' })])
        await story.talk.take({ kind: 'press', button: ownId(before.id, press) }, { person });
    expect(story.readBy('29:bob')).toContain('That is not possible any more, or not yet');
    expect(story.readBy('stranger')).toContain('sign in with Microsoft Entra ID');
    for (const press of ['works', 'distrust', 'again', 'answer'] as const)
      await story.talk.take({ kind: 'press', button: ownId('x'.repeat(22), press) });
    await story.pass(20 * minute);
    expect(await story.request()).toEqual(before);
  });

  test('changed in any byte they are refused, or name the same request', async () => {
    const story = await rotated('repo-token-password-wrong');
    const { id } = story.talk.button('distrust');
    const before = await story.request();
    const tried = new Set<string>([`${id}\n`, ` ${id}`, id.toUpperCase(), `${id}.works`, `mine.${id}`]);
    for (let at = 0; at < id.length; at++) {
      const [start, end] = [id.slice(0, at), id.slice(at + 1)];
      for (const to of [1, 2, 4, 8, 16, 32, 64])
        tried.add(`${start}${String.fromCharCode(id.charCodeAt(at) ^ to)}${end}`);
      tried
        .add(start)
        .add(`${start}${end}`)
        .add(`${start}.${id.slice(at)}`);
    }
    expect(tried.size).toBeGreaterThan(300);
    for (const button of tried) {
      story.talk.now += 10_000;
      await story.talk.take({ kind: 'press', button });
    }
    expect(await story.request()).toEqual(before);
    await story.talk.take({ kind: 'press', button: id });
    expect((await story.request()).state).toBe('void');
  });

  test('T27 on another platform the same person may press them, for it is the object id that counts', async () => {
    const story = await rotated('repo-token-password-wrong');
    const { id } = story.talk.button('works');
    await story.talk.take({ kind: 'press', button: id }, { person: onTeams('dana') });
    expect((await story.request()).confirmedAt).not.toBeNull();
    expect(story.readBy('29:dana')).toContain('Good. I am retiring the old one');
    expect(await story.parts.requests.mine(ids.dana, 9)).toHaveLength(1);
  });
});
