import type { App } from '@slack/bolt';
import type { Log } from '../../src/observe/log.js';

/** What is known of a delivery before it is looked at. */
export interface Arriving {
  /** Resolves when it may be acknowledged. */
  readonly kept: Promise<void>;
  /** To be called when everything was told of it that ever will be. */
  readonly end: () => Promise<void>;
}

/** One delivery of Slack's, however it came. */
export interface Delivery {
  readonly app: App;
  readonly log: Log;
  readonly body: Record<string, unknown>;
  /** How often Slack has sent it before. */
  readonly retry: number;
  readonly arriving: (body: Record<string, unknown>) => Arriving;
  /** Answers Slack, once. */
  readonly reply: (content: unknown) => Promise<void>;
}

/** Hands a delivery to Bolt and sees to it that Slack gets exactly one answer, whatever Bolt knows of it. */
export async function accept({ app, log, body, retry, reply, arriving }: Delivery): Promise<void> {
  let answered = false;
  // Slack forgets an event as soon as it is acknowledged.
  const arrival = arriving(body);
  const answer = async (content?: unknown): Promise<void> => {
    if (answered) return;
    answered = true;
    await arrival.kept;
    await reply(content === '' ? undefined : content);
  };
  if (retry > 0) log.info('slack.retry', { retry });
  try {
    await app.processEvent({ body, retryNum: retry, ack: answer });
    if (!answered) log.info('slack.ignored', { reason: 'unknown-type' });
  } catch {
    // Bolt trips over shapes that Slack does not send; sending them again would not help.
    log.warn('slack.ignored', { reason: 'unexpected-shape' });
  }
  await answer();
  await arrival.end();
}
