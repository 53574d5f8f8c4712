import type { Company } from '../company.js';
import { type Flock, guidOf } from './canary.js';
import { pastesFor } from './hatch.js';
import { type Answered, inSlack, inTeams, type Pasting, type Stranger } from './pasting.js';
import { odd } from './requests.js';
import type { Sink } from './search.js';
import { sink } from './stock.js';

/** Handlers of pasted text. */
const pastings = { ...inSlack, ...inTeams };

/** Through these each shape comes alone, through all others some in one paste. */
const alone = [inSlack['Slack direct message'], inTeams['Teams direct message']];
const TOGETHER = 7;
const PATIENCE_MS = 20_000;
/** More than the limit on one workspace asks for. */
const PAUSE_MS = 1_000;

/**
 * Pastes every shape through every handler, a person each, and lets the case be handed over and looked at.
 *
 * @param together shapes in one paste, whatever the handler
 * @returns what the deliveries were answered with
 */
export async function pasteAll(company: Company, flock: Flock, together?: number): Promise<readonly Sink[]> {
  const { sandbox, slack, teams } = company;
  const answers: unknown[] = [];
  let number = 0;
  for (const [handler, paste] of Object.entries(pastings)) {
    for (const text of pastesFor(handler, together ?? (alone.includes(paste) ? 1 : TOGETHER), flock)) {
      const from = strangerOf(company, number++);
      sandbox.advance(PAUSE_MS);
      answers.push(bodyOf(await paste(company, from, text)));
      const heard = (): number => slack.messagesTo(from.slack).length + teams.messagesTo(from.teams).length;
      await slack
        .until(() => heard() > 0, PATIENCE_MS)
        .catch((cause: unknown) => {
          throw new Error(`no answer to ${handler}: ${text}`, { cause });
        });
      await handOver(company, from, paste);
    }
  }
  return [sink('answers to deliveries', answers)];
}

/** Sends every shape in requests that no platform makes. */
export async function askOddly(company: Company, flock: Flock): Promise<readonly Sink[]> {
  const answers: string[] = [];
  for (const [handler, ask] of Object.entries(odd))
    for (const text of pastesFor(handler, TOGETHER, flock)) answers.push(await ask(company, text));
  return [sink('answers to odd requests', answers)];
}

function strangerOf({ slack, teams, sandbox }: Company, number: number): Stranger {
  const id = `U0STRANGE${number}`;
  const tenant = sandbox.world().asks.tenant.id;
  return {
    number,
    slack: slack.user(id, `Stranger ${number}`),
    teams: teams.person(`stranger-${number}`, { aadObjectId: guidOf(id), tenant }),
  };
}

function bodyOf({ status, body }: Answered): unknown {
  return { status, body };
}

/** What is kept of the case is shown, too. */
async function handOver(company: Company, from: Stranger, paste: Pasting): Promise<void> {
  const { slack } = company;
  if (paste !== inSlack['Slack direct message']) return;
  const label = 'Hand over to a human';
  const shown = slack.last(from.slack);
  if (!shown.buttons.includes(label)) return;
  const before = slack.messagesTo(from.slack).length;
  await slack.press(from.slack, shown, label);
  await slack.until(() => slack.messagesTo(from.slack).length > before, PATIENCE_MS);
  await slack.openHome(from.slack);
  await slack.until(() => slack.homeOf(from.slack) !== null, PATIENCE_MS);
}
