import { expect, test } from 'vitest';
import { samples } from '../../support/samples.js';
import { DANA, seat } from './seat.js';

test.each(['http', 'socket'] as const)('a paste, a question and an answer over %s', async (mode) => {
  const { question } = await samples('en');
  const { fake, next } = await seat({
    mode,
    take: async (event, adapter) => {
      if (event.kind === 'direct' && question !== undefined)
        await adapter.surface.send(event.person, question, 'en');
    },
  });

  const acknowledged = await fake.say(
    DANA,
    'unauthorized: authentication required at contoso.azurecr.io <none> & more',
  );
  expect(acknowledged.status).toBe(200);
  expect(await next()).toMatchObject({
    kind: 'direct',
    text: 'unauthorized: authentication required at contoso.azurecr.io <none> & more',
    locale: 'en-US',
    person: { platform: 'slack', tenant: 'T0CONTOSO1', id: DANA, objectId: null, guest: false },
    place: { kind: 'direct', id: 'D0DANA0001', thread: null, shared: false },
  });

  await fake.until(() => fake.messagesTo(DANA).length > 0);
  expect(fake.last(DANA).shown).toContain('How do you sign in to the registry?');
  await fake.choose(DANA, fake.last(DANA), 'With a managed identity of an Azure resource');
  expect(await next()).toMatchObject({ kind: 'answer', node: 'auth-method', option: 'managed-identity' });

  await fake.press(DANA, fake.last(DANA), 'Back');
  expect(await next()).toMatchObject({ kind: 'press', button: 'b2' });
});
