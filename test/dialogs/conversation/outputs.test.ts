import { describe, expect, test } from 'vitest';
import { checkHealth, failedHealth } from '../../diagnosis/outputs/samples.js';
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
