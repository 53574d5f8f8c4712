import { expect, test } from 'vitest';
import { Talk } from '../../../adapters/terminal/talk.js';
import type { Incoming } from '../../../src/chat/incoming.js';
import type { Message } from '../../../src/chat/message.js';
import { samples } from '../../support/samples.js';

const all = await samples('en');

/** Somebody who has a message of this kind before them. */
async function before(kind: string) {
  const message: Message | undefined = all[kind];
  if (message === undefined) throw new Error(`no sample of ${kind}`);
  const came: Incoming[] = [];
  let screen = '';
  const conversations: ConstructorParameters<typeof Talk>[0] = {
    languageOf: () => 'en',
    take: async function* (incoming: Incoming) {
      if (incoming.kind === 'start') yield message;
      else came.push(incoming);
    },
  };
  const write = async (text: string) => {
    screen += text;
  };
  const talk = new Talk(conversations, 'dana', { write, columns: () => 80, colour: false });
  await talk.greet();
  const next = async (typed: string): Promise<string> => {
    screen = '';
    await talk.take(typed);
    return screen;
  };
  return { talk, came, next, screen: () => screen };
}

test('a form is filled in field by field: a number, a label, Enter alone, and words', async () => {
  const { talk, came, next, screen } = await before('choice-form');
  expect(screen()).toContain('How do you sign in to the registry?\n1. With my own account');
  expect(screen()).toContain('Type the number of your choice.');
  expect(talk.takesNothing).toBe(false);
  const second = await next('3');
  expect(second).toContain('What was the command supposed to do?');
  expect(second).toContain('Press Enter alone to keep "Push (upload) an image".');
  expect(talk.takesNothing).toBe(true);
  expect(await next('pull (download) an image')).toContain('keep "7"');
  expect(talk.isWriting).toBe(false);
  expect(await next('')).toContain('Write it, then press Enter on an empty line.');
  expect(talk.isWriting).toBe(true);
  await next('nightly builds\npush images');
  expect(came).toEqual([
    {
      kind: 'form',
      as: 'dana',
      id: 'choice-form',
      values: {
        'auth-method': 'service-principal',
        operation: 'pull',
        duration: '7',
        reason: 'nightly builds\npush images',
      },
    },
  ]);
});

test.each(['0', '10', '99', 'something else', 'auth-method'])(
  'what is none of the options is asked for again: %s',
  async (typed) => {
    const { came, next } = await before('choice-form');
    expect(await next(typed)).toContain('How do you sign in to the registry?');
    expect(came).toEqual([]);
  },
);

test('a form of one text is answered by typing it', async () => {
  const { talk, came, next } = await before('handover-preview');
  expect(talk.isWriting).toBe(true);
  await next('since Monday');
  expect(came).toEqual([{ kind: 'say', as: 'dana', text: 'since Monday' }]);
});
