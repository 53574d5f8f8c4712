import type { Acknowledged } from '../../fakes/slack/fake-slack.js';
import { snippet } from '../../fakes/slack/payloads.js';
import { file } from '../../fakes/teams/activities.js';
import type { TeamsUser } from '../../fakes/teams/people.js';
import type { Delivered } from '../../fakes/teams/teams.js';
import type { Company } from '../company.js';

/** What the bot answered a delivery with. */
export type Answered = Acknowledged | Delivered;

/** Somebody who has never written before, so that no limit on one person is met. */
export interface Stranger {
  readonly number: number;
  readonly slack: string;
  readonly teams: TeamsUser;
}

type InSlack = (
  company: Pick<Company, 'slack'>,
  from: Omit<Stranger, 'teams'>,
  text: string,
) => Promise<Acknowledged>;
type InTeams = (company: Pick<Company, 'teams'>, from: Stranger, text: string) => Promise<Delivered>;
/** A way in which pasted text comes to the bot. */
export type Pasting = InSlack | InTeams;

const CHANNEL = 'C0GENERAL1';
const TEAMS_CHANNEL = '19:registry-help@thread.tacv2';
const TEAMS_GROUP = '19:platform-chat@thread.v2';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/** By name; each is answered in the person's 1:1 chat. */
export const inSlack: Readonly<Record<string, InSlack>> = {
  'Slack direct message': ({ slack }, from, text) => slack.say(from.slack, text),
  'Slack mention': ({ slack }, from, text) => slack.mention(from.slack, CHANNEL, text),
  'Slack mention in a thread': ({ slack }, from, text) =>
    slack.mention(from.slack, CHANNEL, text, { thread_ts: '1780000000.000001' }),
  'Slack command': ({ slack }, from, text) => slack.command(from.slack, text),
  'Slack form for a paste': async ({ slack }, from, text) => {
    const opened = slack.server.callsOf('views.open').length;
    await slack.command(from.slack, '');
    await slack.until(() => slack.server.callsOf('views.open').length > opened);
    return slack.submitPaste(from.slack, text);
  },
  'Slack shortcut': ({ slack }, from, text) => slack.shortcut(from.slack, CHANNEL, { text }),
  'Slack attachment of a message': ({ slack }, from, text) =>
    slack.shortcut(from.slack, CHANNEL, {
      text: 'alert',
      attachments: [{ title: 'Build failed', text, fallback: text, fields: [{ title: 'log', value: text }] }],
    }),
  'Slack file': ({ slack }, from, text) => {
    const path = `/files/${from.number}.txt`;
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    slack.workspace.files.set(path, { body: Buffer.from(text), headers, status: 200 });
    const files = [snippet(`${slack.server.origin}${path}`)];
    return slack.say(from.slack, 'look', { subtype: 'file_share', files });
  },
  'Slack file that is no text, by its name': ({ slack }, from, text) => {
    const path = `/files/${from.number}.bin`;
    const headers = { 'content-type': 'application/octet-stream' };
    slack.workspace.files.set(path, { body: Buffer.from([0, 1, 2]), headers, status: 200 });
    const more = { name: text, title: text, mimetype: 'application/octet-stream', mode: 'hosted' };
    const files = [snippet(`${slack.server.origin}${path}`, more)];
    return slack.say(from.slack, '', { subtype: 'file_share', files });
  },
  'Slack answer that is typed': async ({ slack }, from, text) => {
    await slack.say(
      from.slack,
      'denied: client with IP is not allowed access https://contoso.azurecr.io/v2/',
    );
    await slack.until(() => slack.messagesTo(from.slack).length > 0, 20_000);
    return slack.say(from.slack, text);
  },
};

export const inTeams: Readonly<Record<string, InTeams>> = {
  'Teams direct message': ({ teams }, from, text) => teams.say(from.teams, text),
  'Teams mention in a channel': ({ teams }, from, text) => teams.mention(TEAMS_CHANNEL, from.teams, text),
  'Teams mention in a group': ({ teams }, from, text) => teams.mention(TEAMS_GROUP, from.teams, text),
  'Teams message action': ({ teams }, from, text) => teams.diagnose(from.teams, `<p>${escaped(text)}</p>`),
  'Teams file, by its name': ({ teams }, from, text) => {
    const sent = file(from.teams, teams.serviceUrl);
    const [attachment] = [sent['attachments']].flat();
    return teams.deliver({ ...sent, attachments: [{ ...Object(attachment), name: text }] });
  },
};
