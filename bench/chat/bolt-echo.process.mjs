/** The rival on Slack: Bolt as its own guide begins, with its own receiver. */
import bolt from '@slack/bolt';
import { serve } from './child.mjs';

const quiet = () => {};
/** @type {import('@slack/bolt').Logger} */
const logger = {
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  setLevel: quiet,
  setName: quiet,
  getLevel: () => bolt.LogLevel.ERROR,
};

/**
 * @typedef {object} EchoSettings
 * @property {string} botToken
 * @property {string} signingSecret
 * @property {string} apiUrl
 * @property {boolean} answers whether it says anything
 */

serve(async (/** @type {EchoSettings} */ { botToken: token, signingSecret, apiUrl, answers }) => {
  const app = new bolt.App({ token, signingSecret, logger, clientOptions: { slackApiUrl: apiUrl, logger } });
  app.message(async ({ message, say }) => {
    if (answers && 'text' in message) await say(message.text ?? '');
  });
  app.action(/^/, async ({ ack }) => ack());
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/slack/events`, close: async () => void (await app.stop()) };
});
