import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { Sessions } from '../../adapters/terminal/sessions.js';
import { botSecret } from '../../sandbox/entra/bot.js';
import type { ServiceAt } from '../../sandbox/network/respond.js';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { mergePatch } from '../../sandbox/world/merge-patch.js';
import type { World } from '../../sandbox/world/world.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Network } from '../../src/azure/network.js';
import type { Incoming } from '../../src/chat/incoming.js';
import type { Message } from '../../src/chat/message.js';
import type { Finding, Vantage } from '../../src/checks/check.js';
import { connect } from '../../src/checks/connection.js';
import { liveAccess } from '../../src/cli/live.js';

const folder = new URL('../../sandbox/worlds/', import.meta.url);
/** More questions than any conversation may have. */
const PATIENCE = 25;
/** A secret in the paste: nothing of it may come back. */
const canary = 'Qx78Q~CANARYcanaryCANARYcanaryCANARYcan1';

/** A world of the project in which something more is wrong. */
export interface BadWorld {
  readonly file: string;
  /** Merge patch of the file. */
  readonly patch?: Readonly<Record<string, unknown>>;
  /** Stands between who checks and the network of the world. */
  readonly between?: (network: Network) => Network;
  /** Who answers at a host, where it is not who should. */
  readonly at?: ServiceAt;
  /** Whose network and eyes; the bot's, where nothing is said. */
  readonly vantage?: Vantage;
}

/** What came of a conversation in it. */
export interface Talked {
  readonly messages: readonly Message[];
  readonly findings: readonly Finding[];
  /** Names that the network was asked for, and addresses that it was asked to connect to. */
  readonly lookedUp: readonly string[];
  readonly dialled: readonly string[];
  /** The longest turn, in milliseconds. */
  readonly slowest: number;
  /** What nobody may be shown: secrets of the paste, of the bot and of the world. */
  readonly secrets: readonly string[];
}

/** Pastes, and answers until there is an outcome: production code over TLS against the simulated Azure. */
export async function talkIn(bad: BadWorld): Promise<Talked> {
  const file: unknown = parse(readFileSync(new URL(bad.file, folder), 'utf8'));
  const { patch = {}, at } = bad;
  const opened = await openSandbox(stringify(mergePatch(file, patch)), at === undefined ? {} : { at });
  if (opened.kind === 'mistakes') throw new Error(`${bad.file}: ${opened.mistakes.join('; ')}`);
  try {
    return await talk(opened.sandbox, bad);
  } finally {
    await opened.sandbox.close();
  }
}

async function talk(sandbox: Sandbox, bad: BadWorld): Promise<Talked> {
  const { between = (it: Network) => it, vantage = 'bot' } = bad;
  const lookedUp: string[] = [];
  const dialled: string[] = [];
  const findings: Finding[] = [];
  const connection = connect({
    network: watched(between(sandbox.network(vantage)), lookedUp, dialled),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    subscriptions: null,
    vantage,
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
  });
  const { liveFor, runFor } = liveAccess(connection, vantage, sandbox.objectIdOf);
  const checks = {
    liveFor,
    runFor: (person: string) => {
      const run = runFor(person);
      return async (...work: Parameters<typeof run>) => {
        const found = await run(...work);
        findings.push(...found);
        return found;
      };
    },
  };
  const sessions = new Sessions({ language: 'en', fixedLanguage: true, registry: null, checks });
  const said = await tellAll(sessions, sandbox.world());
  return { ...said, findings, lookedUp, dialled, secrets: secretsOf(sandbox.world()) };
}

/** The one who asks pastes, with a secret in it, and answers what the world says they know. */
async function tellAll(
  sessions: Sessions,
  { paste, asks, answers }: World,
): Promise<Pick<Talked, 'messages' | 'slowest'>> {
  const as = asks.name;
  const messages: Message[] = [];
  let slowest = 0;
  const take = async (incoming: Incoming): Promise<void> => {
    const began = performance.now();
    for await (const message of sessions.take(incoming)) messages.push(message);
    slowest = Math.max(slowest, performance.now() - began);
  };
  await take({ kind: 'say', as, text: `export AZURE_CLIENT_SECRET=${canary}\n${paste}` });
  for (let i = 0; i < PATIENCE; i++) {
    const ask = messages.at(-1)?.ask ?? null;
    if (ask === null) break;
    const option = Object.entries(answers).find(([question]) => question === ask.node)?.[1] ?? 'unknown';
    await take({ kind: 'answer', as, node: ask.node, option });
  }
  return { messages, slowest };
}

/** Writes down what a network is asked to do. */
function watched(network: Network, lookedUp: string[], dialled: string[]): Network {
  return {
    extraCa: network.extraCa,
    resolve: (name, signal) => {
      lookedUp.push(name);
      return network.resolve(name, signal);
    },
    connect: (address, port, signal) => {
      dialled.push(address);
      return network.connect(address, port, signal);
    },
  };
}

function secretsOf({ servicePrincipals }: World): readonly string[] {
  const theirs = [...servicePrincipals.values()].flatMap(({ secrets }) => secrets.map(({ value }) => value));
  return [canary, botSecret, ...theirs.filter((it) => it !== null)];
}
