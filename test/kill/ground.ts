import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import type { Ledger } from '../../src/access/ledger.js';
import type { Party } from '../../src/access/request.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { worldText } from '../sandbox/writes/lab.js';
import { type Bot, type BotConfig, openBot } from './bot.js';
import type { Gate } from './gate.js';
import { type Chat, gatedServices, openChat } from './gated.js';
import type { Stores } from './stores.js';

const group = '99999999-0000-4000-8000-000000000001';
/** People who ask: nobody may have more than five open requests. */
export const askers = ['ana', 'ben', 'cem', 'dag'] as const;

/** Repository tokens of the registry. */
export const tokens: readonly string[] = Array.from({ length: 10 }, (_, i) => `pull-${i}`);

/** What differs from one scenario to the next. */
export interface GroundParts {
  /** Where new secrets go: a vault, or the one-time page. */
  readonly delivery?: string;
  readonly faults?: object;
}

/** A world, a chat and a store, all of which outlive the processes that work on them. */
export interface Ground {
  readonly sandbox: Sandbox;
  readonly chat: Chat;
  readonly proxy: string;
  config: BotConfig;
  /** Milliseconds that the clock of the bot is ahead of the machine's. */
  ahead: number;
  /** Null while nobody is watched. */
  gate: Gate | null;
  /** Values of secrets, as a scenario found them when it began. */
  readonly before: Map<string, string>;
  /** Messages that may have been sent twice: those under way when a process died. */
  mayRepeat: number;
  /** Keeps what is there now; gives what puts it back, as often as one likes. */
  keep(): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export async function openGround(stores: Stores, parts: GroundParts = {}): Promise<Ground> {
  const gate = (): Gate | null => ground.gate;
  const opened = await openSandbox(world(parts.faults), { at: gatedServices(gate) });
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  const { sandbox } = opened;
  const reader = sandbox.botCredential();
  const grantor = sandbox.writerCredential('grantor');
  const rotator = sandbox.writerCredential('rotator');
  if (reader === null || grantor === null || rotator === null)
    throw new Error('the world gives the bot no sign-in');
  const chat = await openChat(gate);
  const first = await stores.create();
  let current = first;
  const ground: Ground = {
    ...{ sandbox, chat, ahead: 0, gate: null, before: new Map(), mayRepeat: 1 },
    config: { store: first.url, reader, grantor, rotator, policy: policy(sandbox, parts), chat: chat.origin },
    proxy: await sandbox.proxy('bot'),
    keep: async () => {
      const { ahead } = ground;
      const putBack = keepAll([...Object.values(sandbox.world().ledger), chat.told]);
      return async () => {
        putBack();
        if (current !== first) await current.remove();
        current = await stores.copy(first);
        ground.config = { ...ground.config, store: current.url };
        ground.ahead = ahead;
      };
    },
    close: async () => {
      await Promise.all([sandbox.close(), chat.close()]);
      if (current !== first) await current.remove();
      await first.remove();
    },
  };
  return ground;
}

/** What is in collections is never changed, but replaced. */
function keepAll(collections: readonly unknown[]): () => void {
  const all = collections.map((it) => {
    if (Array.isArray(it)) {
      const kept = [...it];
      return () => void it.splice(0, it.length, ...kept);
    }
    if (it instanceof Map) {
      const kept = [...it];
      return () => {
        it.clear();
        for (const [key, value] of kept) it.set(key, value);
      };
    }
    if (it instanceof Set) {
      const kept = [...it];
      return () => {
        it.clear();
        for (const value of kept) it.add(value);
      };
    }
    throw new Error('what a world keeps is in arrays, maps and sets');
  });
  return () => {
    for (const putBack of all) putBack();
  };
}

/** Something done by a bot in this process, before or after those that may die. */
export async function inside<T>(ground: Ground, run: (bot: Bot) => Promise<T>): Promise<T> {
  const now = (): number => Date.now() + ground.ahead;
  const bot = await openBot(ground.config, ground.sandbox.network('bot'), now);
  try {
    return await run(bot);
  } finally {
    await bot.close();
  }
}

/** What the ledger says, read by somebody who was not there. */
export async function reading<T>({ config }: Ground, run: (ledger: Ledger) => Promise<T>): Promise<T> {
  const store = await openStore(config.store, silent);
  try {
    return await run(store.ledger);
  } finally {
    await store.close();
  }
}

export function approverIn(sandbox: Sandbox): Party {
  return partyOf(sandbox, 'olga');
}

export function partyOf(sandbox: Sandbox, name: string): Party {
  const user = sandbox.world().users.get(name);
  if (user === undefined) throw new Error(`nobody is called ${name}`);
  const person = `slack\nT01FAKE\n${name}`;
  return { objectId: user.id, tenant: user.tenant.id, platform: 'slack', person, language: 'en' };
}

function world(faults: object = {}): string {
  const member = { tenant: 'contoso' };
  return worldText({
    // People, processes and Azure live at the same time.
    clock: `${new Date().toISOString().slice(0, 19)}Z`,
    registry: { mode: 'abac', tokens: tokensOf(tokens) },
    groups: { builders: member, owners: { ...member, id: group } },
    users: {
      ...Object.fromEntries(askers.map((name) => [name, member])),
      olga: { ...member, groups: ['owners'] },
      rita: member,
    },
    faults,
  });
}

function tokensOf(names: readonly string[]) {
  const token = { scopeMap: 'team-app', passwords: { password1: {}, password2: {} } };
  return Object.fromEntries(names.map((name) => [name, token]));
}

function policy(sandbox: Sandbox, { delivery = 'one-time-page' }: GroundParts): string {
  const all = { registries: ['all'], by: ['members'] };
  const secrets = ['admin-password', 'repository-token-password', 'client-secret'];
  const approvers = ['group:owners'];
  return JSON.stringify({
    version: 1,
    tenants: [sandbox.world().asks.tenant.id],
    groups: { owners: group },
    registries: { all: { match: ['contoso'], discoverable: true, approvers } },
    requests: { all: { ...all, for: ['service-principal'], maxDuration: '2d' } },
    rotations: { all: { ...all, secrets, tier: 1, principals: 'any', approvers, delivery } },
  });
}
