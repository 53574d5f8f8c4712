import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { converse, type RunWork } from '../../../dialogs/conversation/converse.js';
import { newConversation } from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';
import type { Message } from '../../../src/chat/message.js';
import { finding, found, LiveTalk, linked, refusedPrincipal, unlinked } from './live-talk.js';

const itemsOf = ({ blocks }: Message) => blocks.flatMap((it) => (it.type === 'progress' ? it.items : []));
const running = (message: Message): number =>
  itemsOf(message).filter(({ state }) => state === 'running').length;
const textOf = ({ blocks }: Message) => blocks.flatMap((it) => (it.type === 'text' ? [it.text] : []));
const noRole = finding(
  found('registry-lookup', 'here'),
  found('permission-mode', 'legacy'),
  found('roles-legacy', 'none'),
  found('sp-application', 'found'),
  found('sp-secret-expiry', 'current'),
);

/** One finding after the other, with time between them. */
const slowly: RunWork = (work, onFinding, signal) =>
  noRole(work, () => {}, signal).then(async (all) => {
    for (const it of all) {
      await sleep(2);
      onFinding(it);
    }
    return all;
  });

async function play(run: RunWork | null, live = linked): Promise<readonly Message[]> {
  const begun = turn(
    { ...newConversation('dana', 'en'), live },
    { kind: 'say', as: 'dana', text: refusedPrincipal },
  );
  const messages: Message[] = [];
  for await (const message of converse(begun, run)) messages.push(message);
  return messages;
}

describe('findings as they come', () => {
  test('each takes the place of the message before, with one check less that runs', async () => {
    const messages = await play(slowly);
    const first = messages[0];
    const ticks = messages.filter(({ replaces }) => replaces !== null);
    expect(ticks.length).toBeGreaterThan(3);
    for (const tick of ticks) expect(tick).toMatchObject({ id: first?.id, replaces: first?.id });
    const left = ticks.map(running);
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left.at(-1)).toBe(0);
  });

  test('what the paste told stays above them', async () => {
    const messages = await play(slowly);
    const above = textOf(messages[0] ?? fail());
    for (const tick of messages.filter(({ replaces }) => replaces !== null)) {
      expect(textOf(tick)[0]).toEqual(above[0]);
      expect(tick.blocks.filter(({ type }) => type === 'progress')).toHaveLength(1);
    }
  });

  test('many at once are one message', async () => {
    const messages = await play(noRole);
    expect(messages.filter(({ replaces }) => replaces !== null)).toHaveLength(1);
  });

  test('the last message is the outcome, and takes the place of none', async () => {
    const last = (await play(slowly)).at(-1);
    expect(last).toMatchObject({ outcome: { cause: 'role-missing' }, replaces: null });
  });

  test('who is not linked sees no verdict about the registry on the way either', async () => {
    const open = await play(slowly, unlinked);
    const verdicts = open.flatMap(itemsOf).filter(({ state }) => state === 'ok' || state === 'bad');
    expect(verdicts).toEqual([]);
  });
});

describe('rounds', () => {
  test('an answer that makes further checks possible makes another round', async () => {
    const unauthorized =
      'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
    const talk = await new LiveTalk(linked, finding()).say(unauthorized);
    const before = talk.works.length;
    await talk.answer('auth-method', 'admin-user');
    expect(talk.works).toHaveLength(before);
    await talk.answer('auth-method', 'repository-token');
    expect(talk.works.at(-1)?.checks).toContain('token-status');
  });

  test('checks that never tell anything do not go on for ever', async () => {
    let rounds = 0;
    const messages = await play(async () => {
      rounds++;
      return [];
    });
    expect(rounds).toBeLessThan(10);
    expect(messages.length).toBeLessThan(30);
  });

  test('without live checks nothing is said to be checked', async () => {
    const talk = await new LiveTalk(null, noRole).say(refusedPrincipal);
    expect(talk.works).toEqual([]);
    expect(talk.messages.flatMap(itemsOf).filter(({ state }) => state === 'running')).toEqual([]);
    expect(talk.asked).not.toBeNull();
  });
});

test('a run that throws is one that could tell nothing', async () => {
  const run: RunWork = async (_work, onFinding) => {
    onFinding(found('registry-lookup', 'here'));
    throw new Error('broken inside');
  };
  const messages = await play(run);
  const unseen = messages.flatMap(itemsOf).filter(({ state }) => state === 'unknown');
  expect(unseen).not.toEqual([]);
  expect(messages.at(-1)?.ask).not.toBeNull();
});

test('all rounds of a turn share one deadline', async () => {
  const signals: AbortSignal[] = [];
  const deadline = new AbortController();
  const begun = turn(
    { ...newConversation('dana', 'en'), live: linked },
    {
      kind: 'say',
      as: 'dana',
      text: refusedPrincipal,
    },
  );
  const run: RunWork = async (_work, _onFinding, signal) => {
    signals.push(signal);
    return [];
  };
  for await (const _message of converse(begun, run, deadline.signal));
  expect(signals.length).toBeGreaterThan(1);
  expect(new Set(signals)).toEqual(new Set([deadline.signal]));
});

function fail(): never {
  throw new Error('nothing was said');
}
