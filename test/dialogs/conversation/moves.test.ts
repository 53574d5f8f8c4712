import { describe, expect, test } from 'vitest';
import { Talk } from '../../support/talk.js';

const paste =
  'contoso.azurecr.io says unauthorized: authentication required, visit https://aka.ms/acr/authorization';
const firewall =
  "Error response from daemon: denied: client with IP '203.0.113.7' is not allowed access. contoso.azurecr.io";

function adminWrong(): Talk {
  return new Talk()
    .say(paste)
    .answer('auth-method', 'admin-user')
    .answer('operation', 'login')
    .answer('admin-user', 'enabled')
    .answer('admin-password', 'differs');
}

describe('moves that every step allows', () => {
  test('back takes the newest answer back, then the paste, then nothing more', () => {
    const talk = new Talk().say(paste).answer('auth-method', 'admin-user').answer('operation', 'login');
    expect(talk.asked).toBe('admin-user');
    expect(talk.press('back').asked).toBe('operation');
    expect(talk.press('back').asked).toBe('auth-method');
    expect(talk.press('back').asked).toBe('situation');
    expect(talk.conversation.reading).toBeNull();
  });

  test('an answer can be corrected, those read from the paste too, and later answers stay', () => {
    const talk = adminWrong();
    expect(talk.cause).toBe('admin-password-wrong');
    talk.press('correct');
    expect(talk.asked).toBe('correct');
    expect(talk.last.ask?.options.map(({ id }) => id)).toContain('symptom');
    talk.answer('correct', 'auth-method');
    expect(talk.asked).toBe('auth-method');
    talk.answer('auth-method', 'service-principal');
    expect(talk.asked).toBe('sp-user-name');
    talk.press('correct').answer('correct', 'auth-method').answer('auth-method', 'admin-user');
    expect(talk.cause).toBe('admin-password-wrong');
  });

  test('an answer to an earlier question corrects it directly', () => {
    expect(adminWrong().answer('auth-method', 'repository-token').asked).toBe('token-status');
  });

  test('"I don\'t know" is a button, a word and an option', () => {
    const asked = new Talk().say(paste);
    expect(asked.press('dont-know').asked).not.toBe('auth-method');
    expect(new Talk().say(paste).say("I don't know").asked).not.toBe('auth-method');
    expect(new Talk('de').say(paste).say('weiß nicht').asked).not.toBe('auth-method');
    expect(new Talk('zh-Hans').say(paste).say('不知道').asked).not.toBe('auth-method');
  });

  test.each(['Thanks!', 'danke', 'Vielen Dank.', '谢谢！'])(
    '%s gets a word, and no outcome once more',
    (word) => {
      const talk = adminWrong();
      const { cause } = talk;
      talk.say(word);
      expect(talk.last.blocks).toEqual([{ type: 'text', text: 'You are welcome.' }]);
      expect(talk.cause).toBe(cause);
      expect(talk.last.buttons.map(({ verb }) => verb)).toContain('check-again');
      const asked = new Talk().say(paste).say(word);
      expect(asked.asked).toBe('auth-method');
      expect(asked.text).toContain('You are welcome.');
    },
  );

  test.each(['Thanks, it works now!', 'danke, läuft wieder', '谢谢，好了'])(
    '"%s" is thanks; an addition that may be news is none',
    (words) => {
      expect(adminWrong().say(words).last.blocks).toEqual([{ type: 'text', text: 'You are welcome.' }]);
      const still = adminWrong().say('thanks, but it works for others only');
      expect(still.text).not.toContain('You are welcome.');
    },
  );

  test('thanks after "Done" bring back no question', () => {
    const talk = new Talk().say(paste).say('done').say('thanks');
    expect(talk.asked).toBeNull();
    expect(talk.text).toContain('You are welcome.');
  });

  test('thanks in a note are its words', () => {
    const talk = adminWrong().press('handover').say('thanks');
    expect(talk.last.handover?.text).toContain('thanks');
  });

  test('start over forgets everything but the language', () => {
    const talk = new Talk('de').say(paste).answer('auth-method', 'admin-user').press('restart');
    expect(talk.asked).toBe('situation');
    expect(talk.conversation).toMatchObject({ language: 'de', reading: null, given: [] });
  });

  test('a paste after a case that is done is a new case: nothing is taken over', () => {
    const talk = new Talk().say(paste).answer('auth-method', 'admin-user');
    talk.say('done').say(paste);
    expect(talk.asked).toBe('auth-method');
  });

  test('another paste at any point replaces the reading and keeps who the person is', () => {
    const talk = new Talk().say(paste).answer('auth-method', 'admin-user').say(firewall);
    expect(talk.asked).toBe('network-rules');
    expect(talk.conversation.given).toEqual([{ question: 'auth-method', option: 'admin-user' }]);
  });

  test('a number, an id and a label all answer; nonsense is told so and asked again', () => {
    expect(new Talk().say(paste).say('6').conversation.given[0]?.option).toBe('admin-user');
    expect(new Talk().say(paste).say('admin-user').conversation.given[0]?.option).toBe('admin-user');
    const talk = new Talk().say(paste).say('purple');
    expect(talk.asked).toBe('auth-method');
    expect(talk.text).toContain('not one of the answers');
  });
});

describe('check again', () => {
  test('ends in "resolved" when it works now', () => {
    const talk = adminWrong().press('check-again');
    expect(talk.asked).toBe('retry');
    talk.answer('retry', 'works');
    expect(talk.last.outcome).toMatchObject({ cause: 'admin-password-wrong', resolved: true });
    expect(talk.asked).toBeNull();
  });

  test('makes the checks anew and sets before and after side by side', () => {
    const talk = adminWrong().press('check-again').answer('retry', 'same');
    expect(talk.asked).toBe('admin-user');
    talk.answer('admin-user', 'disabled');
    expect(talk.cause).toBe('admin-user-disabled');
    const compared = talk.last.blocks.find((block) => block.type === 'progress');
    expect(compared).toMatchObject({ items: [{ id: 'admin-user', state: 'bad' }] });
    expect(talk.text).toMatch(/before: .+ – now: /);
  });

  test('goes to the next best cause when the checks say the same, and to a human at the end', () => {
    const talk = adminWrong().press('check-again').answer('retry', 'same');
    talk.answer('admin-user', 'enabled').answer('admin-password', 'differs');
    expect(talk.cause).toBe('admin-password-wrong');
    talk.press('check-again').answer('retry', 'same');
    expect(talk.cause).not.toBe('admin-password-wrong');
    for (let step = 0; step < 12 && talk.cause !== 'unknown'; step++) talk.press('next-cause');
    expect(talk.cause).toBe('unknown');
    expect(talk.text).toContain('human');
  });

  test('asks for the new error when there is another one', () => {
    expect(adminWrong().press('check-again').answer('retry', 'other').text).toContain('Paste the new error');
  });
});

describe('hand over to a human', () => {
  test.each([
    ['at the start', () => new Talk().start()],
    ['at a question', () => new Talk().say(paste)],
    ['at a check', () => new Talk().say(firewall)],
    ['at the outcome', () => adminWrong()],
  ])('%s: a preview of facts, a note, the finished case', (_, at) => {
    const talk = at().press('handover');
    expect(talk.last.form?.fields[0]?.id).toBe('note');
    talk.say('Please look until Friday, password=FAKEfake8Q~x is not it');
    expect(talk.text).toContain('Please look until Friday');
    expect(talk.text).not.toContain('FAKEfake8Q~x');
  });

  test('the bundle holds facts and answers, nothing of the text', () => {
    const talk = new Talk().say(`CANARY-words-of-the-person\n${paste}`).answer('auth-method', 'admin-user');
    talk.press('handover');
    expect(talk.text).toContain('contoso.azurecr.io');
    expect(JSON.stringify(talk.messages)).not.toContain('CANARY');
    expect(JSON.stringify(talk.conversation)).not.toContain('CANARY');
  });
});

describe('late, foreign and broken events', () => {
  test('a button of an earlier message gets a polite word and the present step', () => {
    const talk = new Talk().say(paste);
    const old = talk.last.buttons[0]?.id ?? '';
    talk.answer('auth-method', 'admin-user').pressId(old);
    expect(talk.text).toContain('earlier step');
    expect(talk.asked).toBe('operation');
  });

  test('unknown nodes and options change nothing', () => {
    const talk = new Talk().say(paste);
    const before = talk.conversation.given;
    expect(talk.answer('no-such-node', 'x').conversation.given).toEqual(before);
    expect(talk.answer('auth-method', 'no-such-option').asked).toBe('auth-method');
  });
});
