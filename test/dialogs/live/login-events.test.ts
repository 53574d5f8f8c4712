import { describe, expect, test } from 'vitest';
import type { Message } from '../../../src/chat/message.js';
import { seenLog } from '../../support/log-samples.js';
import { Talk } from '../../support/talk.js';
import { client, dana, finding, found, LiveTalk, linked, refusedPrincipal } from './live-talk.js';

/** A look at the registry's log within a conversation. */

const good = [
  found('service-state', 'healthy'),
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
];
const lacking = finding(
  ...good,
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
  found('roles-legacy', 'none'),
);
const atOutcome = () => new LiveTalk(linked, lacking).say(refusedPrincipal);
const verbs = ({ buttons }: Message) => buttons.map(({ verb }) => verb);
const told = ({ blocks }: Message) => JSON.stringify(blocks);

describe('the look', () => {
  test('is offered with an outcome that the log can say something about', async () => {
    expect(verbs((await atOutcome()).last)).toContain('login-events');
    const docker = await new LiveTalk(linked, lacking).say(
      'DOCKER_VERSION_ERROR: your docker client is too old. contoso.azurecr.io',
    );
    expect(docker.last.outcome?.cause).toBe('docker-too-old');
    expect(verbs(docker.last)).not.toContain('login-events');
  });

  test('is for this case: subject, who asks, since when', async () => {
    const talk = await (await atOutcome()).press('login-events');
    expect(talk.logRequests).toEqual([
      {
        subject: expect.objectContaining({
          loginServer: 'contoso.azurecr.io',
          identity: { kind: 'application', clientId: client },
        }),
        asker: dana,
        since: '2026-03-01T12:00:05.000Z',
      },
    ]);
    expect(talk.messages).toHaveLength(2);
  });

  test('can be asked for in words of every language', async () => {
    for (const words of ['log', 'Registrierungsprotokoll', '注册表日志']) {
      const talk = await (await atOutcome()).say(words);
      expect(talk.logRequests, words).toHaveLength(1);
    }
  });

  test('changes no conclusion and answers nothing: behind it stands the same outcome', async () => {
    const talk = await atOutcome();
    const { observed, given, ruledOut } = talk.conversation;
    const before = talk.last;
    talk.log = seenLog;
    await talk.press('login-events');
    expect(talk.last.outcome).toBeNull();
    expect(talk.conversation).toMatchObject({ observed, given, ruledOut });
    const works = talk.works.length;
    await talk.press('back');
    expect(talk.last.outcome).toEqual(before.outcome);
    expect(talk.last.blocks).toEqual(before.blocks);
    expect(talk.works).toHaveLength(works);
  });

  test('leaves nothing of the log in what is stored, nor in what is handed over', async () => {
    const talk = await atOutcome();
    talk.log = seenLog;
    await talk.press('login-events');
    expect(told(talk.last)).toContain('198.51.100.77');
    expect(JSON.stringify(talk.conversation)).not.toContain('198.51.100.77');
    await talk.press('handover');
    await talk.press('send-handover');
    expect(JSON.stringify(talk.last)).not.toMatch(/198\.51\.100\.77|kim@contoso/);
  });

  test('that breaks is told as one that gave nothing', async () => {
    const talk = await atOutcome();
    Object.defineProperty(talk, 'log', {
      get: () => {
        throw new Error('broken');
      },
    });
    await talk.press('login-events');
    expect(told(talk.last)).toContain('no answer that I can use');
  });
});

describe('what the registry saw beside the case', () => {
  test('another address, another identity, and what neither shows', async () => {
    const talk = await atOutcome();
    talk.log = seenLog;
    await talk.press('login-events');
    const text = told(talk.last);
    expect(text).toContain('The registry saw `20.50.1.9`, while this case has `203.0.113.7`.');
    expect(text).toContain(`From the address of this case, \`kim@contoso.com\` tried and not \`${client}\`.`);
    expect(text).toContain('Whether the registry collects its login events, I could not see');
    expect(text).toContain('may be missing');
  });

  test('the same address is told as such', async () => {
    const talk = await atOutcome();
    talk.log = { ...seenLog, address: '20.50.1.9' };
    await talk.press('login-events');
    expect(told(talk.last)).toContain('The registry saw `20.50.1.9`, which is the address of this case.');
  });

  test('no failure at all is not "there was none"', async () => {
    const talk = await atOutcome();
    talk.log = { ...seenLog, events: [], collected: true };
    await talk.press('login-events');
    expect(told(talk.last)).toContain('No failed sign-in has arrived for this time.');
    expect(told(talk.last)).toContain('That does not show that there was none');
  });

  test('failures of others only are told as that', async () => {
    const talk = await atOutcome();
    const others = seenLog.events.filter(({ match }) => match === null);
    talk.log = { ...seenLog, events: others };
    await talk.press('login-events');
    expect(told(talk.last)).toContain('None of them is of this case');
    expect(told(talk.last)).toContain('That does not show that there was none');
  });
});

test('without access to Azure the owner can look by hand; without a registry its name is asked for', async () => {
  const alone = new Talk('en').say(refusedPrincipal).say('registry log').last;
  expect(told(alone)).toContain('az monitor log-analytics query --workspace <workspace>');
  const nameless = await (
    await new LiveTalk(linked, lacking).say('unauthorized: authentication required')
  ).say('log');
  expect(told(nameless.last)).toContain('I need the login server');
});
