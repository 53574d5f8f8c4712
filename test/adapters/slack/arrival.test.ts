import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { TEAM } from '../../fakes/slack/payloads.js';
import { DANA, GENERAL, seat } from './seat.js';

/** A host that keeps an arrival only when told to. */
function slowly() {
  let keep: () => void = () => {};
  const kept = new Promise<void>((resolve) => {
    keep = resolve;
  });
  return { keep: () => keep(), arrive: () => kept };
}

test.each<'http' | 'socket'>(['http', 'socket'])(
  'over %s a message is acknowledged when it is kept that it came, and not before',
  async (mode) => {
    const { keep, arrive } = slowly();
    const { fake, arrived, next } = await seat({ mode, arrive });
    const acknowledged = fake.say(DANA, 'hello');
    expect(await Promise.race([acknowledged, sleep(100, 'not yet')])).toBe('not yet');
    keep();
    expect(await acknowledged).toMatchObject({ status: 200 });
    const { key } = await next();
    expect(arrived).toEqual([
      { key, person: { platform: 'slack', tenant: TEAM, id: DANA, objectId: null, guest: true } },
    ]);
  },
);

test('so is a press, and a form says what is wrong with it without waiting', async () => {
  const { keep, arrive } = slowly();
  const { fake, next } = await seat({ arrive });
  const acknowledged = fake.command(DANA, 'status');
  expect(await Promise.race([acknowledged, sleep(100, 'not yet')])).toBe('not yet');
  keep();
  expect((await acknowledged).status).toBe(200);
  expect(await next()).toMatchObject({ kind: 'command' });
});

test('what nothing follows from is dropped', async () => {
  const { fake, arrived, dropped, events } = await seat();
  fake.user('U0ROBOT001', 'Robot', 'en-US', { is_bot: true });
  await fake.mention('U0ROBOT001', GENERAL, 'hello');
  await expect.poll(() => dropped).toEqual(arrived);
  expect(arrived).toHaveLength(1);
  expect(events).toEqual([]);
});

test('a form that has to be filled in once more is dropped', async () => {
  const { fake, arrived, dropped, next } = await seat();
  await fake.command(DANA, '');
  await fake.until(() => fake.workspace.modal !== null);
  await fake.submitPaste(DANA, '  ');
  expect(arrived).toHaveLength(1);
  expect(dropped).toEqual(arrived);
  await fake.submitPaste(DANA, 'unauthorized');
  expect(await next()).toMatchObject({ kind: 'command' });
  expect(dropped).toHaveLength(1);
});
