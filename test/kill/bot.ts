import { createHash, createSecretKey } from 'node:crypto';
import { request } from 'node:http';
import { deriveToken, unseal } from '../../src/access/delivery/seal.js';
import type { Tell, Told } from '../../src/access/executor/tell.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import type { AccessRequest, Party } from '../../src/access/request.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { CredentialSpec } from '../../src/azure/credential.js';
import type { Network } from '../../src/azure/network.js';
import { accessOn } from '../../src/cli/bot/access.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { StoreError } from '../../src/store/store-error.js';

/** What a process must know to be the part of the bot that carries out requests. */
export interface BotConfig {
  readonly store: string;
  readonly reader: CredentialSpec;
  readonly grantor: CredentialSpec;
  readonly rotator: CredentialSpec;
  readonly policy: string;
  /** Origin of the platform on which people are told. */
  readonly chat: string;
}

export type Bot = Awaited<ReturnType<typeof openBot>>;

/** More than there can be: what fails each time ends some time. */
const mostJobs = 200;

/** Fake: everybody knows it. */
const key = createSecretKey(Buffer.alloc(32, 'fake'));

/** The bot as it is put together, but for the chat platforms. */
export async function openBot(config: BotConfig, network: Network, now: () => number) {
  const { store: url, reader, grantor, rotator, policy, chat } = config;
  const loaded = loadPolicy(policy);
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  const store = await openStore(url, silent);
  const ground = {
    ...{ network, cloud: publicCloud, credential: reader, grantor, rotator, subscriptions: null },
    ...{ readsData: false, now: () => new Date(now()), browserAuthority: null },
  };
  const settings = { access: { grantor }, rotation: { rotator }, deliveryKey: key };
  const access = accessOn(settings, loaded.policy, ground, store, silent, now, null, true);
  if (access === null) throw new Error('no requests without policy and identities');
  const { ledger } = store;
  const { requests } = access;
  return { ledger, requests, executor: access.executor(tellAt(chat)), chat, now, close: () => store.close() };
}

function tellAt(chat: string): Tell {
  const post = (what: string, { id }: AccessRequest): Promise<Told> => posted(chat, what, id);
  return {
    tellApprovers: (about) => post('approvers', about),
    remind: (about) => post('remind', about),
    tellOutcome: (about) => post(about.state, about),
    tellWorking: (about) => post('working', about),
    tellEnding: (about) => post('ending', about),
    tellQuestion: (about) => post('question', about),
    tellAnswer: (about) => post('answer', about),
    tellAlert: (about) => post('alert', about),
  };
}

/** @param words what is shown, if anything */
function posted(chat: string, what: string, id: string, words = ''): Promise<Told> {
  return new Promise((resolve) => {
    const sent = request(`${chat}/${what}/${id}/${words}`, { method: 'POST' }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve('told'));
    });
    sent.once('error', () => resolve('not-now'));
    sent.end();
  });
}

/** What is behind the link to the one-time page of a request; null where it has none. */
export async function fetched({ ledger, now }: Bot, id: string): Promise<string | null> {
  const found = await ledger.request(id);
  if (found?.made?.kept.kind !== 'one-time-page') return null;
  const { objectId: recipient } = found.spec.requester;
  const token = deriveToken(key, id, found.made.kept.attempt);
  const hash = createHash('sha256').update(token).digest('base64url');
  const claim = await ledger.deliveries.claim(hash, recipient, now());
  if (claim.kind !== 'claimed') return null;
  return unseal(claim.ciphertext, { key, token, request: claim.request, recipient })?.reveal() ?? null;
}

/** What people do and what the bot does, each of which may be done again after it was broken off; gives how much it was. */
export const acts = {
  /** An approver presses the button on each card. */
  approve: (bot: Bot, ids: readonly string[], by: Party) =>
    each(ids, async (id) => {
      const found = await bot.requests.find(id);
      if (found === null) throw new Error(id);
      const given = { verdict: 'approve', words: null, strength: 'click' } as const;
      const decided = await bot.requests.decide(id, found.specHash, by, given);
      bot.executor.wake();
      return decided.kind === 'done';
    }),
  /** The bot does what is due; after a failure of the store it goes on later, as its loop does. */
  work: async ({ executor }: Bot): Promise<number> => {
    let done = 0;
    while ((await orAgain(() => executor.runOnce())) && done < mostJobs) done++;
    return done;
  },
  /** The bot ends what is over. */
  expire: ({ ledger, now }: Bot) => ledger.expire(now()),
  /** The requester opens the one-time page and is shown the secret. */
  fetch: (bot: Bot, ids: readonly string[]) =>
    each(ids, async (id) => {
      const secret = await fetched(bot, id);
      if (secret !== null) await posted(bot.chat, 'shown', id, secret);
      return secret !== null;
    }),
  /** The requester says that the new secret works. */
  confirm: (bot: Bot, ids: readonly string[]) => reported(bot, ids, true),
  /** The requester does not trust the new secret. */
  abandon: (bot: Bot, ids: readonly string[]) => reported(bot, ids, false),
};
export type ActName = keyof typeof acts;

function reported({ requests }: Bot, ids: readonly string[], works: boolean): Promise<number> {
  return each(ids, async (id) => {
    const found = await requests.find(id);
    return found !== null && requests.report(id, found.spec.requester, works);
  });
}

async function each(ids: readonly string[], act: (id: string) => Promise<boolean>): Promise<number> {
  let done = 0;
  for (const id of ids) if (await orAgain(() => act(id))) done++;
  return done;
}

/** Where the store fails, there is something left to do. */
async function orAgain(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StoreError) return true;
    throw error;
  }
}
