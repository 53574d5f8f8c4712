import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { createTeamsAdapter } from '../../adapters/teams/adapter.js';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import { createCircuits } from '../../src/azure/circuits.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { personKey } from '../../src/chat/person.js';
import { adaptersOf } from '../../src/cli/bot/adapters.js';
import type { AzureGround } from '../../src/cli/bot/azure.js';
import { type Bot, openBot, type Surroundings } from '../../src/cli/bot/open-bot.js';
import type { Settings } from '../../src/config/settings.js';
import { jsonLog } from '../../src/observe/json-log.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { FakeSlack } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import type { TeamsUser } from '../fakes/teams/people.js';
import { FakeTeams } from '../fakes/teams/teams.js';
import { Browser } from '../pages/browser.js';
import { freePort } from '../support/free-port.js';
import { LoadBalancer } from '../support/load-balancer.js';
import { tempTree } from '../support/temp.js';
import { type Place, settingsFor } from './company-settings.js';
import { onSlack } from './on-slack.js';
import { onTeams } from './on-teams.js';
import { Somebody } from './somebody.js';
import { Traces } from './traces.js';
import { identities, tenantIn, worldText } from './world-with.js';

const TENANT = '11111111-0000-4000-8000-000000000001';
export const APPROVERS = '99999999-0000-4000-8000-000000000001';
export const OWNERS = '99999999-0000-4000-8000-000000000002';
const SLACK_CHANNEL = 'C0APPROVE1';
const TEAMS_CHANNEL = '19:approvals@thread.tacv2';

/** What a story begins with. */
export interface Plot {
  /** Name of the world, and what is different in it. */
  readonly world: string;
  readonly patch?: object;
  /** Changes that can be made to it. */
  readonly changes?: object;
  /** Sections of the policy; `approvers` and `owners` are groups. */
  readonly policy: object;
  /** People of the world whose Slack accounts are tied to them. */
  readonly linked: readonly string[];
  /** Whether the bot has pages. */
  readonly pages?: boolean;
  /** How many of the bot stand behind one address, which is asked in turn. */
  readonly replicas?: number;
  /** Gives the address of an empty database; a file where it is left out. */
  readonly store?: () => Promise<string>;
  /** Monotonic milliseconds for what lets hosts alone; the machine's where it is left out. */
  readonly pausing?: () => number;
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The whole bot between Slack, Teams and Azure; all of them live on the clock of the world. */
export async function openCompany(plot: Plot): Promise<Company> {
  const { text, policy } = written(plot);
  const opened = await openSandbox(text);
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
  const { sandbox } = opened;
  onTestFinished(() => sandbox.close());
  const now = () => sandbox.now().getTime();
  const dir = tempTree({ 'policy.yaml': policy });
  const database = join(dir, 'bot.db');
  const store = (await plot.store?.()) ?? `sqlite:${database}`;
  const slack = await FakeSlack.start(now);
  onTestFinished(() => slack.close());
  slack.workspace.joined.add(SLACK_CHANNEL);
  const teams = await FakeTeams.start();
  onTestFinished(() => teams.close());
  const origin = `http://127.0.0.1:${await freePort()}`;
  const company = new Company({
    ...{ sandbox, slack, teams, origin, database },
    settings: settingsFor(plot, { sandbox, slack, origin, store, policy: join(dir, 'policy.yaml') }),
    replicas: plot.replicas ?? 1,
    pausing: plot.pausing,
    signInPage: await sandbox.signInPage(),
  });
  await company.balancer.listen(Number(new URL(origin).port));
  onTestFinished(() => company.balancer.close());
  for (const name of plot.linked) await company.link(name);
  await company.start();
  onTestFinished(() => company.stop());
  return company;
}

function written({ world, patch = {}, changes = {}, policy: sections }: Plot): {
  readonly text: string;
  readonly policy: string;
} {
  const policy = stringify({
    version: 1,
    tenants: [TENANT],
    channels: { teams: TEAMS_CHANNEL, slack: SLACK_CHANNEL },
    groups: { approvers: APPROVERS, owners: OWNERS },
    ...sections,
  });
  const loaded = loadPolicy(policy);
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  const tenant = tenantIn(world);
  const registries = Object.fromEntries(loaded.policy.registries.map(({ name, match }) => [name, match]));
  const groups = { approvers: { tenant, id: APPROVERS }, owners: { tenant, id: OWNERS } };
  const common = { tenants: { [tenant]: { id: TENANT } }, groups };
  return {
    policy,
    text: worldText(world, [common, identities(loaded.policy, tenant, registries), patch], changes),
  };
}

interface Parts extends Omit<Place, 'policy' | 'store'> {
  /** File of the store, where it is one. */
  readonly database: string;
  readonly replicas: number;
  readonly pausing: Plot['pausing'];
  readonly teams: FakeTeams;
  readonly settings: Settings;
  readonly signInPage: string;
}

export class Company {
  readonly sandbox: Sandbox;
  readonly slack: FakeSlack;
  readonly teams: FakeTeams;
  readonly traces: Traces;
  readonly #parts: Parts;
  /** The address of all replicas. */
  readonly balancer = new LoadBalancer();
  #bots: readonly Bot[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.sandbox = parts.sandbox;
    this.slack = parts.slack;
    this.teams = parts.teams;
    this.traces = new Traces(parts);
  }

  /** Starts the bot, or starts it again with all that it has kept. */
  async start(): Promise<void> {
    const { sandbox, slack, teams, settings, origin, signInPage, replicas, pausing } = this.#parts;
    const ground: AzureGround = {
      network: sandbox.network('bot'),
      cloud: publicCloud,
      credential: sandbox.botCredential(),
      grantor: sandbox.writerCredential('grantor'),
      rotator: sandbox.writerCredential('rotator'),
      subscriptions: null,
      readsData: false,
      now: sandbox.now,
      browserAuthority: signInPage,
    };
    const log = jsonLog({ write: (line) => void this.traces.log.push(line) });
    const surroundings: Surroundings = {
      now: () => sandbox.now().getTime(),
      adapters: async (given, parts) => [
        ...(await adaptersOf(given, parts)),
        createTeamsAdapter({
          ...parts,
          ...teams.options,
          config: { ...teams.options.config, tenant: TENANT, allowedTenants: [TENANT] },
        }),
      ],
    };
    const circuits = pausing && (() => createCircuits(ground.cloud, { now: pausing }));
    const open = () =>
      openBot(settings, { ...ground, ...(circuits && { circuits: circuits() }) }, log, surroundings);
    this.#bots = await Promise.all(Array.from({ length: replicas }, open));
    this.balancer.targets.splice(0, Infinity, ...this.#bots.map(({ port }) => port));
    slack.deliverTo(`${origin}/slack/events`);
    teams.connect(`${origin}/api/messages`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#bots.map((bot) => bot.close()));
    this.#bots = [];
  }

  /** Where the bot listens. */
  get origin(): string {
    return this.#parts.origin;
  }

  /** Ties the Slack account of somebody of the world to who they are. */
  async link(name: string): Promise<void> {
    const database = await openStore(this.#parts.settings.server.store, silent);
    const key = personKey({
      platform: 'slack',
      tenant: TEAM,
      id: slackId(name),
      objectId: null,
      guest: false,
    });
    const link = { objectId: this.#objectId(name), tenant: TENANT, linkedAt: 0 };
    await database.saveLink(key, { ...link, expiresAt: Number.MAX_SAFE_INTEGER });
    await database.close();
  }

  onSlack(name: string, locale = 'en-US'): Somebody {
    const { slack, traces } = this;
    const id = slack.user(slackId(name), name, locale);
    return this.#somebody({
      say: (text) => traces.did(slack.say(id, text)),
      inPrivate: () => slack.messagesTo(id).map((it) => onSlack(slack, id, it, traces.did)),
      inChannel: () => slack.inChannel(SLACK_CHANNEL).map((it) => onSlack(slack, id, it, traces.did)),
    });
  }

  onTeams(name: string, more: Partial<TeamsUser> = {}): Somebody {
    const { teams, traces } = this;
    const user = teams.person(name, { aadObjectId: this.#objectId(name), tenant: TENANT, ...more });
    return this.#somebody({
      say: (text) => traces.did(teams.say(user, text)),
      inPrivate: () => teams.messagesTo(user).map((it) => onTeams(teams, user, it, null, traces.did)),
      inChannel: () =>
        teams.inChannel(TEAMS_CHANNEL).map((it) => onTeams(teams, user, it, TEAMS_CHANNEL, traces.did)),
    });
  }

  browser(): Browser {
    return new Browser(this.#parts.origin, this.sandbox);
  }

  /** Resolves when something stands in the channels of both platforms. */
  async posted(words: string): Promise<void> {
    const { slack, teams } = this;
    await teams.connector.until(
      () =>
        slack.inChannel(SLACK_CHANNEL).some(({ shown }) => shown.includes(words)) &&
        teams.inChannel(TEAMS_CHANNEL).some(({ text }) => text.includes(words)),
      20_000,
    );
  }

  /** Writes to Azure so far that have this in their operation. */
  writes(operation: string): number {
    return this.sandbox.audit().filter((it) => it.operation.includes(operation)).length;
  }

  #somebody(side: Omit<ConstructorParameters<typeof Somebody>[0], 'until'>): Somebody {
    const there = () => [...side.inPrivate(), ...side.inChannel()].map(({ text }) => text).join('\n---\n');
    const until = (holds: () => boolean) =>
      this.teams.connector.until(holds, 20_000).catch((error: unknown) => {
        throw new Error(`${there()}\n---\n${this.traces.log.slice(-40).join('')}`, { cause: error });
      });
    return new Somebody({ ...side, until });
  }

  #objectId(name: string): string {
    const user = this.sandbox.world().users.get(name);
    if (user === undefined) throw new Error(`nobody is called ${name}`);
    return user.id;
  }
}

/** Slack's id of somebody of the world. */
export function slackId(name: string): string {
  return `U0${name.toUpperCase()}0001`;
}
