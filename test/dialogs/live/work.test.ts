import { describe, expect, test } from 'vitest';
import { type Conversation, give, newConversation } from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';
import { workOf } from '../../../dialogs/live/work.js';
import { client, finding, found, LiveTalk, linked, refusedPrincipal, unseen } from './live-talk.js';

const begun: Conversation = { ...newConversation('dana', 'en'), live: linked };
const pasted = (text: string): Conversation => turn(begun, { kind: 'say', as: 'dana', text }).conversation;
const checksOf = (conversation: Conversation): readonly string[] => workOf(conversation)?.checks ?? [];

describe('checks that are due', () => {
  test('none before the registry is known, all that need no more fact from then on', () => {
    expect(workOf(begun)).toBeNull();
    const known = checksOf(give(begun, 'registry', 'contoso'));
    expect(known).toEqual(
      expect.arrayContaining(['dns', 'registry-lookup', 'permission-mode', 'network-rules']),
    );
    for (const it of ['roles-legacy', 'sp-secret-expiry', 'token-status', 'image-exists', 'kubelet-role'])
      expect(known).not.toContain(it);
  });

  test('those about an identity once it is known', () => {
    const checks = checksOf(pasted(refusedPrincipal));
    expect(checks).toEqual(expect.arrayContaining(['roles-legacy', 'sp-application', 'sp-secret-expiry']));
    expect(checks).not.toContain('token-status');
  });

  test('none twice in a round, not even one that came to no verdict', () => {
    const conversation = pasted(refusedPrincipal);
    const [first, second, ...rest] = workOf(conversation)?.checks ?? [];
    if (first === undefined || second === undefined) throw new Error('nothing is due');
    const observed = [found('dns', 'not-found'), unseen('connection', 'deadline')];
    expect([first, second]).toEqual(['dns', 'connection']);
    expect(checksOf({ ...conversation, observed })).toEqual(rest);
  });

  test('a check that lacked a fact is due again when there is another answer about the subject', () => {
    const start = give(begun, 'registry', 'contoso');
    const lacking = [unseen('anonymous-pull', 'missing-fact'), unseen('dns', 'other-vantage')];
    const observed = { ...start, observed: lacking };
    expect(checksOf(observed)).not.toContain('anonymous-pull');
    const next = give(observed, 'operation', 'pull');
    expect(checksOf(next)).toContain('anonymous-pull');
    expect(checksOf(next)).not.toContain('dns');
  });

  test('another registry, method or identity makes all of them anew', () => {
    const conversation = { ...pasted(refusedPrincipal), observed: [found('roles-legacy', 'none')] };
    expect(give(conversation, 'registry', 'fabrikam').observed).toEqual([]);
    expect(give(conversation, 'auth-method', 'admin-user').observed).toEqual([]);
    expect(give(conversation, 'client-id', client).observed).toHaveLength(1);
    expect(give(conversation, 'earlier-sign-in', 'never').observed).toHaveLength(1);
  });

  test('another paste makes all of them anew', async () => {
    const talk = await new LiveTalk(linked, finding(found('roles-legacy', 'none'))).say(refusedPrincipal);
    await talk.say(refusedPrincipal.replaceAll('contoso', 'fabrikam'));
    expect(talk.works.map(({ subject }) => subject.loginServer)).toEqual([
      'contoso.azurecr.io',
      'fabrikam.azurecr.io',
    ]);
    expect(talk.works[1]?.checks).toContain('dns');
  });
});

describe('an error of another registry', () => {
  const push =
    'Run docker push ghcr.io/fineart/gallery:main\nThe push refers to repository [ghcr.io/fineart/gallery]\ndenied: installation not allowed to Create organization package';
  const beside = `The job stops before anything arrives in fineart.azurecr.io; our app (${client}).\n${push}`;

  test('beside a registry of Azure: what is there and who may use it is looked up', () => {
    const work = workOf(pasted(beside));
    expect(work?.checks).toEqual(
      expect.arrayContaining(['service-state', 'registry-lookup', 'roles-legacy', 'sp-application']),
    );
    // Nothing of a request to it, for none failed, nor of the image, which is the other registry's.
    for (const it of ['challenge', 'connection', 'dns', 'content-state', 'image-exists', 'data-endpoint'])
      expect(work?.checks).not.toContain(it);
    expect(work?.subject).toMatchObject({ repository: null, reference: null, operation: 'push' });
  });

  test('the conclusion stays, and nothing is asked', async () => {
    const run = finding(found('permission-mode', 'legacy'), found('roles-legacy', 'covers'));
    const talk = await new LiveTalk(linked, run).say(beside);
    expect(talk.last.outcome?.cause).toBe('not-acr');
    expect(talk.works).toHaveLength(1);
  });

  test('by itself: nothing is looked up', () => {
    expect(workOf(pasted(push))).toBeNull();
  });
});

describe('nothing is due', () => {
  test('after one round, where the text has settled the cause', () => {
    const settled = pasted(
      'An error occurred: DOCKER_VERSION_ERROR\nYour docker client is too old. contoso.azurecr.io',
    );
    expect(checksOf(settled)).toContain('service-state');
    expect(checksOf({ ...settled, observed: [found('service-state', 'healthy')] })).toEqual([]);
    const before = { by: 'bot', findings: [found('service-state', 'outage')] } as const;
    expect(checksOf({ ...settled, before })).toContain('service-state');
  });

  test.each(['retry', 'correct', 'handover', 'closed'] as const)(
    'while the conversation is in "%s"',
    (phase) => {
      const conversation = pasted(refusedPrincipal);
      expect(workOf(conversation)).not.toBeNull();
      expect(workOf({ ...conversation, phase })).toBeNull();
    },
  );

  test('where no live checks can be made for the person', () => {
    expect(workOf({ ...pasted(refusedPrincipal), live: null })).toBeNull();
  });
});
