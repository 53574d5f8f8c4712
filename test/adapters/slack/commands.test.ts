import { describe, expect, test } from 'vitest';
import { counting } from './counting.js';
import { DANA, GENERAL, seat } from './seat.js';

describe('/acr-help', () => {
  test.each(['help', 'status', 'language de', 'link', 'forget', 'denied at contoso.azurecr.io <none>'])(
    'hands on what is behind it: %s',
    async (text) => {
      const { fake, next } = await seat();
      expect(await fake.command(DANA, text)).toMatchObject({ status: 200, body: '' });
      expect(await next()).toMatchObject({
        kind: 'command',
        text,
        place: { kind: 'channel', id: GENERAL, thread: null },
      });
    },
  );

  test('with nothing behind it opens a form in the language of the person', async () => {
    const { fake, next } = await seat();
    const lee = fake.user('U0LEE00001', 'Lee', 'de-DE');
    await fake.command(lee, '  ');
    await fake.until(() => fake.workspace.modal !== null);
    expect(JSON.stringify(fake.workspace.modal)).toContain('Fehlermeldung einfügen');

    expect((await fake.submitPaste(lee, ' \n ')).body).toEqual({
      response_action: 'errors',
      errors: { paste: 'Fügen Sie zuerst die Fehlermeldung ein.' },
    });
    expect((await fake.submitPaste(lee, null)).body).toMatchObject({ response_action: 'errors' });
    expect(await fake.submitPaste(lee, 'denied &lt; <x>')).toMatchObject({ status: 200, body: '' });
    expect(await next()).toMatchObject({
      kind: 'command',
      text: 'denied &lt; <x>',
      place: { kind: 'channel', id: GENERAL },
      person: { id: lee },
    });
  });

  test.each([{ error: 'expired_trigger_id' }, { status: 500 }, { hang: true as const }])(
    'goes on without the form where it does not open: %j',
    async (fault) => {
      const { fake, next } = await seat();
      fake.fail('views.open', fault);
      await fake.command(DANA, '');
      expect(await next()).toMatchObject({ kind: 'command', text: '' });
      expect(fake.server.callsOf('views.open')).toHaveLength(1);
    },
  );

  test('opens the form in time although Slack is slow to say who somebody is', async () => {
    const { fake } = await seat({ with: { callMs: 1_000 } });
    fake.fail('users.info', { hang: true }, { hang: true }, { hang: true });
    const begun = performance.now();
    await fake.command(DANA, '');
    await fake.until(() => fake.workspace.modal !== null);
    expect(performance.now() - begun).toBeLessThan(2_500);
  });

  test('is answered where it was used, for this person only, whether or not the bot is there', async () => {
    const { fake, next } = await seat({
      take: async ({ place }, adapter) => {
        await adapter.surface.line(place, "I'm on it.");
      },
    });
    await fake.command(DANA, 'help', 'C0SECRET01');
    await next();
    await fake.until(() => fake.inChannel('C0SECRET01').length > 0);
    expect(fake.inChannel('C0SECRET01')).toMatchObject([{ shown: "I'm on it.", onlyFor: DANA }]);
    expect(fake.server.fetched[0]?.authorization).toBeUndefined();
  });

  test('is not answered at an address that is not of Slack', async () => {
    const elsewhere = await counting();
    const { fake, adapter, next } = await seat();
    await fake.form('slash_commands', {
      team_id: 'T0CONTOSO1',
      user_id: DANA,
      channel_id: GENERAL,
      command: '/acr-help',
      text: 'help',
      trigger_id: 't1',
      response_url: elsewhere.url,
    });
    await adapter.surface.line((await next()).place, 'x');
    expect(fake.inChannel(GENERAL)).toMatchObject([{ onlyFor: null }]);
    expect(elsewhere.asked()).toBe(0);
  });

  test('in a channel counts as read by others, as far as Slack tells', async () => {
    const { fake, next } = await seat();
    await fake.command(DANA, 'help');
    expect((await next()).place.shared).toBe(true);
  });

  test('in the 1:1 chat is private; in a chat of two others it is not', async () => {
    const { fake, next } = await seat();
    await fake.command(DANA, 'help', 'D0DANA0001');
    expect((await next()).place).toMatchObject({ kind: 'direct', id: 'D0DANA0001' });
    await fake.command(DANA, 'help', 'D0TWOOTHERS');
    expect((await next()).place).toMatchObject({ kind: 'group', shared: true });
  });

  test('in another workspace is refused', async () => {
    const { fake, adapter, events } = await seat();
    const fields = {
      team_id: 'T0FABRIKAM',
      user_id: DANA,
      channel_id: GENERAL,
      command: '/acr-help',
      text: 'x',
      trigger_id: 't',
    };
    expect((await fake.form('slash_commands', fields)).status).toBe(200);
    await adapter.stop();
    expect(events).toEqual([]);
  });
});

describe('"Diagnose this message"', () => {
  test('reads the message', async () => {
    const { fake, next } = await seat();
    await fake.shortcut(DANA, GENERAL, {
      text: 'denied &amp; <http://contoso.azurecr.io|contoso.azurecr.io>',
      ts: '1780000000.000007',
    });
    expect(await next()).toMatchObject({
      kind: 'shortcut',
      text: 'denied & contoso.azurecr.io',
      place: { kind: 'channel', id: GENERAL, thread: '1780000000.000007', shared: true },
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'a notice with attachments',
      {
        text: '',
        attachments: [
          { pretext: 'Build failed', fields: [{ title: 'Log', value: '401 &lt;x&gt;' }] },
          { fallback: 'plain' },
        ],
      },
      'Build failed\nLog\n401 <x>\nplain',
    ],
    [
      'blocks only',
      { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'denied' } }] },
      'denied',
    ],
    ['odd attachments', { text: 'x', attachments: [5, null, { text: 7 }] }, 'x'],
    ['nothing', {}, ''],
  ])('reads %s', async (_what, message, text) => {
    const { fake, next } = await seat();
    await fake.shortcut(DANA, GENERAL, message);
    expect(await next()).toMatchObject({ kind: 'shortcut', text });
  });
});

describe('the own page', () => {
  test('is asked for when it is opened', async () => {
    const { fake, next } = await seat();
    await fake.openHome(DANA);
    expect(await next()).toMatchObject({ kind: 'home', locale: 'en-US' });
  });

  test('its buttons are presses', async () => {
    const { fake, next, adapter } = await seat();
    await fake.openHome(DANA);
    const { person } = await next();
    await adapter.surface.home?.(
      person,
      {
        cases: [],
        requests: [],
        standing: 'known',
        buttons: [{ id: 'start', verb: 'start', label: 'New case' }],
      },
      'en',
    );
    await fake.pressHome(DANA, 'New case');
    expect(await next()).toMatchObject({ kind: 'press', button: 'start', place: { kind: 'direct' } });
  });

  test('opening the chat for the first time is joining it, and only then', async () => {
    const { fake, adapter, events, next } = await seat();
    await fake.openHome(DANA, 'messages');
    await next();
    await fake.openHome(DANA, 'messages');
    await adapter.stop();
    expect(events).toMatchObject([{ kind: 'joined', place: { kind: 'direct', id: 'D0DANA0001' } }]);
  });
});
