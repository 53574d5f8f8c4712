import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { createTeamsAdapter } from '../../adapters/teams/adapter.js';
import { openSandbox, type Sandbox } from '../../sandbox/open.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { personKey } from '../../src/chat/person.js';
import { adaptersOf } from '../../src/cli/bot/adapters.js';
import { openBot } from '../../src/cli/bot/open-bot.js';
import { readSettings } from '../../src/config/settings.js';
import { roles } from '../../src/knowledge/roles.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { execute } from '../fakes/teams/activities.js';
import type { TeamsUser } from '../fakes/teams/people.js';
import { isAction, partsOf, type Shown } from '../fakes/teams/shown.js';
import { FakeTeams } from '../fakes/teams/teams.js';
import { repository, tempTree } from '../support/temp.js';

const DANA = 'U0DANA0001';
export const SLACK_CHANNEL = 'C0APPROVE1';
const TEAMS_CHANNEL = '19:approvals@thread.tacv2';
const APPROVERS = '99999999-0000-4000-8000-000000000001';

/** The grantor gives and removes AcrPull to people and applications, and nothing else. */
const condition = (['write', 'delete'] as const)
  .map((verb) => {
    const of = verb === 'write' ? '@Request' : '@Resource';
    const about = `${of}[Microsoft.Authorization/roleAssignments:`;
    return `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/${verb}'})) OR (${about}RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roles.AcrPull.guid}} AND ${about}PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'User','ServicePrincipal'}))`;
  })
  .join(' AND ');

/** A build that lacks a role, as in the world of that name, in a company whose bot may give it. */
function worldText(): string {
  const world = parse(readFileSync(join(repository, 'sandbox/worlds/role-missing.yaml'), 'utf8'));
  return stringify({
    ...world,
    groups: { approvers: { tenant: 'contoso', id: APPROVERS } },
    users: {
      ...world.users,
      dana: { tenant: 'contoso', groups: ['approvers'] },
      olga: { tenant: 'contoso', groups: ['approvers'] },
      rita: { tenant: 'contoso', groups: ['approvers'] },
      bob: { tenant: 'contoso' },
    },
    servicePrincipals: {
      ...world.servicePrincipals,
      grantor: { tenant: 'contoso', secrets: { it: { value: 'fake-grantor' } } },
    },
    bot: { grantor: 'grantor' },
    propagation: 300,
    roleAssignments: {
      ...world.roleAssignments,
      grantor: {
        principal: 'grantor',
        role: 'Role Based Access Control Administrator',
        scope: 'registry:contosobuilds',
        condition,
      },
    },
    changes: {
      ...world.changes,
      'azure-away': {
        faults: {
          away: { host: 'management.azure.com', http: { status: 503 }, on: { path: '*/roleAssignments/*' } },
        },
      },
      'olga-leaves': { users: { olga: { groups: [] } }, faults: { away: null } },
    },
  });
}

function policyText(tenant: string, tier: number): string {
  return stringify({
    version: 1,
    tenants: [tenant],
    channels: { teams: TEAMS_CHANNEL, slack: SLACK_CHANNEL },
    groups: { approvers: APPROVERS },
    registries: { builds: { match: ['contosobuilds'], discoverable: true, approvers: ['group:approvers'] } },
    requests: {
      images: {
        registries: ['builds'],

        by: ['members'],
        for: ['service-principal'],
        tier,
        maxDuration: '7d',
      },
    },
  });
}

/** The whole bot between Slack, Teams and Azure; all of them live on the clock of the world. */
export async function openCompany({ tier = 1 } = {}) {
  const opened = await openSandbox(worldText());
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
  const { sandbox } = opened;
  onTestFinished(() => sandbox.close());
  const now = () => sandbox.now().getTime();
  const { users } = sandbox.world();
  const tenant = sandbox.world().asks.tenant.id;
  const objectId = (name: string): string => users.get(name)?.id ?? '';
  const dir = tempTree({ 'policy.yaml': policyText(tenant, tier) });
  const policy = join(dir, 'policy.yaml');
  const store = `sqlite:${join(dir, 'bot.db')}`;
  await link(store, objectId('dana'), tenant);

  const slack = await FakeSlack.start(now);
  onTestFinished(() => slack.close());
  slack.workspace.joined.add(SLACK_CHANNEL);
  const teams = await FakeTeams.start();
  onTestFinished(() => teams.close());
  const credential = sandbox.botCredential();
  const grantor = sandbox.writerCredential('grantor');
  if (credential === null || grantor === null) throw new Error('the world gives the bot no sign-in');
  const settings = readSettings({
    STORE: store,
    PORT: '3999',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_WORKSPACES: TEAM,
    SLACK_API_URL: `${slack.server.origin}/api/`,
    POLICY: policy,
  });
  if (!('server' in settings)) throw new Error(settings.join());
  const { server } = settings;
  const bot = await openBot(
    // A free port, which no setting can ask for; the world brings the sign-in of the grantor.
    { ...settings, server: { ...server, port: 0 }, access: { grantor: { kind: 'azure-cli', tenant: null } } },
    {
      network: sandbox.network('bot'),
      cloud: publicCloud,
      credential,
      grantor,
      rotator: sandbox.writerCredential('rotator'),
      subscriptions: null,
      readsData: false,
      now: sandbox.now,
      browserAuthority: null,
    },
    silent,
    {
      now,
      adapters: async (given, parts) => [
        ...(await adaptersOf(given, parts)),
        createTeamsAdapter({
          ...parts,
          ...teams.options,
          config: { ...teams.options.config, tenant, allowedTenants: [tenant] },
        }),
      ],
    },
  );
  onTestFinished(() => bot.close());
  slack.deliverTo(`http://127.0.0.1:${bot.port}/slack/events`);
  teams.connect(`http://127.0.0.1:${bot.port}/api/messages`);
  return new Company(sandbox, slack, teams, (name, more = {}) =>
    teams.person(name, { aadObjectId: objectId(name), tenant, ...more }),
  );
}

async function link(store: string, objectId: string, tenant: string): Promise<void> {
  const database = await openStore(store, silent);
  const key = personKey({ platform: 'slack', tenant: TEAM, id: DANA, objectId: null, guest: false });
  await database.saveLink(key, { objectId, tenant, linkedAt: 0, expiresAt: Number.MAX_SAFE_INTEGER });
  await database.close();
}

class Company {
  readonly sandbox: Sandbox;
  readonly slack: FakeSlack;
  readonly teams: FakeTeams;
  readonly dana = DANA;
  readonly person: (name: string, more?: Partial<TeamsUser>) => TeamsUser;

  constructor(sandbox: Sandbox, slack: FakeSlack, teams: FakeTeams, person: Company['person']) {
    this.sandbox = sandbox;
    this.slack = slack;
    this.teams = teams;
    this.person = person;
  }

  /** Everything that Dana has before her in Slack. */
  get read(): string {
    return this.slack
      .messagesTo(DANA)
      .map(({ shown }) => shown)
      .join('\n');
  }

  async until(holds: () => boolean): Promise<void> {
    await this.teams.connector.until(holds, 20_000).catch((error: unknown) => {
      throw new Error(`${this.read}\n---\n${this.teams.inChannel(TEAMS_CHANNEL).map(({ text }) => text)}`, {
        cause: error,
      });
    });
  }

  /** Dana's newest message with that button. */
  withButton(label: string) {
    const found = this.slack.messagesTo(DANA).findLast(({ buttons }) => buttons.includes(label));
    if (found === undefined) throw new Error(`no button ${label}`);
    return found;
  }

  async press(label: string): Promise<void> {
    await this.until(() => this.slack.messagesTo(DANA).some(({ buttons }) => buttons.includes(label)));
    await this.slack.press(DANA, this.withButton(label), label);
  }

  /** Dana pastes, asks for the role, and approvers have their card. */
  async ask(duration = '2', reason = 'nightly builds of the shop'): Promise<Shown> {
    await this.slack.say(DANA, this.sandbox.world().paste);
    await this.press('Ask for the role');
    await this.until(() =>
      this.slack.messagesTo(DANA).some(({ buttons }) => buttons.includes('Send the request')),
    );
    const form = this.withButton('Send the request');
    const [days = '', why = ''] = form.fields;
    await this.slack.submitForm(DANA, form, { [days]: duration, [why]: reason }, 'Send the request');
    await this.until(() => this.teams.inChannel(TEAMS_CHANNEL).length > 0);
    await this.until(() => this.slack.inChannel(SLACK_CHANNEL).length > 0);
    return this.card;
  }

  get card(): Shown {
    const card = this.teams.inChannel(TEAMS_CHANNEL)[0];
    if (card === undefined) throw new Error('there is no card');
    return card;
  }

  /** Presses what is labelled so on the card in the Teams channel. */
  decide(
    who: TeamsUser,
    label: 'Approve' | 'Deny',
    inputs: Readonly<Record<string, string>> = {},
    card = this.card,
  ) {
    const action = partsOf(card.activity).find((part) => isAction(part) && part['title'] === label);
    if (action === undefined) throw new Error(`nothing to press: ${card.buttons.join()}`);
    const { type, verb, data } = action;
    const sent = { type, verb, data: { ...(data as Record<string, unknown>), ...inputs } };
    const pressed = execute(who, this.teams.serviceUrl, card.id, sent);
    return this.teams.deliver({
      ...pressed,
      conversation: {
        ...{ isGroup: true, conversationType: 'channel', tenantId: who.tenant },
        id: `${TEAMS_CHANNEL};messageid=${card.id}`,
      },
      channelData: {
        tenant: { id: who.tenant },
        channel: { id: TEAMS_CHANNEL },
        team: { id: '19:team@thread.tacv2' },
      },
    });
  }

  /** Everything that somebody has before them in their chat on Teams. */
  readBy(who: TeamsUser): string {
    return this.teams
      .messagesTo(who)
      .map(({ text }) => text)
      .join('\n');
  }

  /** Writes of role assignments in Azure so far. */
  writes(verb: 'write' | 'delete'): number {
    const operation = `Microsoft.Authorization/roleAssignments/${verb}`;
    return this.sandbox.audit().filter((it) => it.operation === operation).length;
  }
}
