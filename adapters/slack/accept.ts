import type { App } from '@slack/bolt';
import type { Log } from '../../src/observe/log.js';

/** One delivery of Slack's, however it came. */
export interface Delivery {
  readonly app: App;
  readonly log: Log;
  readonly body: Record<string, unknown>;
  /** How often Slack has sent it before. */
  readonly retry: number;
  /** Answers Slack, once. */
  readonly reply: (content: unknown) => Promise<void>;
}

/** Hands a delivery to Bolt and sees to it that Slack gets exactly one answer, whatever Bolt knows of it. */
export async function accept({ app, log, body, retry, reply }: Delivery): Promise<void> {
  let answered = false;
  let answer: unknown;
  // Kept until all that has to be kept of the event is: Slack forgets it as soon as it is acknowledged.
  const ack = async (content?: unknown): Promise<void> => {
    if (answered) return;
    answered = true;
    answer = content === '' ? undefined : content;
  };
  if (retry > 0) log.info('slack.retry', { retry });
  try {
    await app.processEvent({ body, retryNum: retry, ack });
    if (!answered) log.info('slack.ignored', { reason: 'unknown-type' });
  } catch {
    // Bolt trips over shapes that Slack does not send; sending them again would not help.
    log.warn('slack.ignored', { reason: 'unexpected-shape' });
  }
  await reply(answer);
}
