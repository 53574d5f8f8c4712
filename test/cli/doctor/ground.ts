import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { inspectTeams } from '../../../adapters/teams/inspect.js';
import { teamsConfigOf } from '../../../src/cli/bot/adapters.js';
import { type DoctorOptions, doctorCommand } from '../../../src/cli/doctor/command.js';
import type { Platforms } from '../../../src/cli/doctor/parts.js';
import { realPlatforms } from '../../../src/cli/doctor/platforms.js';
import { Output } from '../../../src/cli/output.js';
import { cliTexts } from '../../../src/cli/texts/index.js';
import { languageOf } from '../../../src/knowledge/language.js';
import { TEAM } from '../../fakes/slack/payloads.js';
import { serveOnLoopback } from '../../support/loopback.js';
import { repository, tempTree } from '../../support/temp.js';

export interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Runs `doctor` in this process, with an environment of its own. */
export async function doctor(
  env: Readonly<Record<string, string>>,
  options: DoctorOptions = {},
  { platforms, now, columns = 80 }: { platforms?: Platforms; now?: () => number; columns?: number } = {},
): Promise<Ran> {
  const stdout = Object.assign(new PassThrough(), { columns });
  let out = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  const io = {
    stdin: Readable.from([]),
    stdout,
    stderr: new PassThrough(),
    env,
    onInterrupt: () => () => {},
  };
  const texts = cliTexts(languageOf(options.lang));
  const context = { io, texts, out: new Output(stdout), err: new Output(io.stderr) };
  const code = await doctorCommand(options, context, {
    platforms: platforms ?? nowhere(),
    ...(now !== undefined && { now }),
  });
  return { code, out };
}

/**
 * The adapters as they are, but for the address of the channel's keys, and a network in which no host of theirs can be
 * looked up: no packet leaves this machine.
 */
function nowhere(): Platforms {
  return {
    ...realPlatforms([]),
    lookAtTeams: async ({ teams, server }, now) => {
      if (teams === null) return null;
      const openIdMetadata = 'http://127.0.0.1:1/.well-known/openidconfiguration';
      return inspectTeams({ ...teamsConfigOf(teams, server.host), openIdMetadata }, now);
    },
    network: {
      extraCa: [],
      resolve: async () => ({ kind: 'failed', reason: 'refused' }),
      connect: async () => {
        throw new Error('nothing is connected to');
      },
    },
  };
}

/** Slack on loopback that answers every method with this. */
export async function slackThatSays(
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const origin = await serveOnLoopback((_request, response) => response.writeHead(200, headers).end(body));
  return `${origin}/api/`;
}

export const goodSlack = JSON.stringify({ ok: true, team_id: TEAM });
export const world = join(repository, 'sandbox', 'worlds', 'role-missing.yaml');

/** Slack alone, with a store that does not exist yet. */
export function slackEnv(apiUrl: string): Record<string, string> {
  return {
    STORE: `sqlite:${join(tempTree({}), 'bot.db')}`,
    SLACK_BOT_TOKEN: 'xoxb-fake-bot-token',
    SLACK_WORKSPACES: TEAM,
    SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
    SLACK_API_URL: apiUrl,
  };
}
