import { existsSync, readFileSync } from 'node:fs';
import type { Sandbox } from '../../sandbox/open.js';
import type { FakeSlack } from '../fakes/slack/fake-slack.js';
import type { FakeTeams } from '../fakes/teams/teams.js';
import type { Seen } from '../pages/browser.js';

interface Places {
  readonly sandbox: Sandbox;
  readonly slack: FakeSlack;
  readonly teams: FakeTeams;
  /** File of the store. */
  readonly database: string;
}

/** Everything that left the bot, and everything that it keeps: where no secret may be (security T21). */
export class Traces {
  /** Lines of the log. */
  readonly log: string[] = [];
  /** What the bot answered to the platforms' deliveries. */
  readonly answers: unknown[] = [];
  /** Pages of the bot, but for the one that shows a secret. */
  readonly pages: Seen[] = [];
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  readonly did = async <T>(delivery: Promise<T>): Promise<T> => {
    const answer = await delivery;
    this.answers.push(answer);
    return answer;
  };

  /** Where a secret of the world is found, by place; none, if all is well. */
  leaks(): readonly string[] {
    const { sandbox, slack, teams } = this.#places;
    const places = new Map([
      ['Slack', JSON.stringify([slack.server.calls, slack.workspace.messages])],
      ['Teams', JSON.stringify(teams.connector.calls)],
      ['answers', JSON.stringify(this.answers)],
      ['log', this.log.join('\n')],
      ['pages', JSON.stringify(this.pages)],
      ['database', this.#stored()],
    ]);
    return [...places].flatMap(([place, text]) =>
      sandbox
        .secrets()
        .filter((secret) => formsOf(secret).some((form) => text.includes(form)))
        .map((secret) => `${place}: ${secret}`),
    );
  }

  #stored(): string {
    const { database } = this.#places;
    const files = ['', '-wal', '-shm', '-journal'].map((end) => `${database}${end}`).filter(existsSync);
    return files.map((file) => readFileSync(file, 'latin1')).join('\n');
  }
}

/** As it is, and as somebody might think it hidden. */
function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [secret, bytes.toString('base64'), bytes.toString('base64url'), bytes.toString('hex')];
}
