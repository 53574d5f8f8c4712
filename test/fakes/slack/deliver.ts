import { setTimeout as sleep } from 'node:timers/promises';
import { asSlack } from './as-slack.js';
import type { FakeSlack } from './fake-slack.js';
import { directMessage, eventCallback } from './payloads.js';

const headers = { 'content-type': 'application/json' };

/** What Slack delivers, again as long as nobody acknowledges it: at once, then each second. */
export async function deliver(slack: FakeSlack, user: string, id: string, text: string): Promise<void> {
  const event = directMessage(user, slack.workspace.directOf(user), slack.workspace.stamp(), asSlack(text));
  const body = JSON.stringify(eventCallback(id, event));
  for (let attempt = 0; attempt < 20; attempt++) {
    const got = await slack.post(body, headers).catch(() => null);
    if (got?.status === 200) return;
    await sleep(1_000);
  }
  throw new Error('nobody acknowledged it');
}
