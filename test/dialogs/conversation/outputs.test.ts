import { describe, expect, test } from 'vitest';
import { workOf } from '../../../dialogs/live/work.js';
import {
  azAccount,
  azRoles,
  checkAcr,
  checkHealth,
  docker,
  failedHealth,
  nslookup,
  subscription,
} from '../../diagnosis/outputs/samples.js';
import { Talk } from '../../support/talk.js';

const refused =
  'docker: Error response from daemon: Get "https://contoso.azurecr.io/v2/": dial tcp: lookup contoso.azurecr.io: i/o timeout';

describe('an output that is pasted in place of a choice', () => {
  test('answers the check that waits', () => {
    const talk = new Talk()
      .start()
      .answer('situation', 'transfer')
      .answer('symptom', 'other')
      .answer('registry', 'contoso.azurecr.io');
    expect(talk.asked).toBe('health-check');

    talk.say(
      failedHealth(
        'CONNECTIVITY_FORBIDDEN_ERROR',
        "Looks like you don't have access to registry 'contoso.azurecr.io'.",
      ),
    );

    expect(talk.text).toContain('I have read the output of `az acr check-health`');
    expect(talk.asked).toBe('network-rules');
    expect(talk.conversation.given.map(({ question }) => question)).toContain('situation');
  });

  test('is shown in the outcome with the place it comes from', () => {
    const talk = new Talk().say(refused);
    expect(talk.asked).toBe('dns');
    talk.say(checkHealth.well);
    expect(talk.text).toContain('Where you ran `az acr check-health`: ');
    expect(talk.text).toContain('203.0.113.7');
    expect(talk.asked).toBe('private-endpoint');
  });

  test('of another registry is left out, and the options stay', () => {
    const talk = new Talk().say(refused);
    const asked = talk.asked;
    talk.say(checkHealth.well.replaceAll('contoso', 'fabrikam'));
    expect(talk.text).toContain('`fabrikam.azurecr.io`');
    expect(talk.asked).toBe(asked);
    expect(talk.last.ask?.options.length).toBeGreaterThan(2);
    expect(talk.conversation.outputs).toEqual([]);
  });

  test('a later choice wins over it, and a later output over the choice', () => {
    const talk = new Talk().say(refused).say(checkHealth.well).answer('dns', 'not-found');
    expect(talk.asked).not.toBe('private-endpoint');
    talk.say(checkHealth.well);
    expect(talk.asked).toBe('private-endpoint');
  });

  test('what is no output leaves the options', () => {
    const talk = new Talk().say(refused);
    talk.say('the name resolves to 10.0.0.1, I think');
    expect(talk.asked).toBe('dns');
  });

  test('starts a case, too', () => {
    const talk = new Talk().say(checkHealth.well);
    expect(talk.text).toContain('does not show that a role covers the repository');
    expect(talk.asked).toBe('situation');
  });
});

describe('what an output does not prove', () => {
  test('a client that answers is no daemon: the question stays', () => {
    const talk = new Talk().start().answer('situation', 'login').answer('symptom', 'docker-unavailable');
    expect(talk.asked).toBe('docker-daemon');
    talk.say(docker.clientOnly);
    expect(talk.text).toContain('That does not show that a daemon is running');
    expect(talk.asked).toBe('docker-daemon');
    talk.say(docker.both);
    expect(talk.asked).not.toBe('docker-daemon');
    expect(talk.asked).not.toBe('docker-version');
  });

  test('a cluster that can exchange tokens may lack the role', () => {
    const talk = new Talk().say(refused).say(checkAcr.well);
    expect(talk.text).toContain('It does not show that a role covers the repository');
    expect(talk.asked).toBe('dns');
  });

  test('roles of a list answer nothing', () => {
    const talk = new Talk().say(refused).say(azRoles.table);
    expect(talk.text).toContain('AcrPull');
    expect(talk.text).toContain('whom it was made for');
    expect(talk.asked).toBe('dns');
  });
});

test('the subscription that az works in is told, and is where the registry is looked for', () => {
  const talk = new Talk().say(refused);
  talk.conversation = { ...talk.conversation, live: { vantage: 'bot', objectId: null } };
  talk.say(azAccount);
  expect(talk.text).toContain(subscription);
  expect(workOf(talk.conversation)?.subject.subscription).toBe(subscription);
});

test('after a repair, what was printed before it no longer counts', () => {
  const talk = new Talk().say(refused).say(nslookup.missing);
  for (let i = 0; i < 8 && talk.asked !== null; i++)
    talk.answer(talk.asked, talk.asked === 'registry-lookup' ? 'absent' : 'unknown');
  talk.press('check-again').answer('retry', 'same');
  expect(talk.conversation.outputs).toEqual([]);
});
