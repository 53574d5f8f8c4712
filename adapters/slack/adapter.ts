import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { ChatAdapter, References } from '../../src/chat/adapter.js';
import type { ChatHost } from '../../src/chat/host.js';
import type { Log } from '../../src/observe/log.js';
import { type Metrics, noMetrics } from '../../src/observe/metrics/metrics.js';
import { Api } from './api.js';
import { createApp, listen } from './app.js';
import { checkedConfig, fileOrigins, responseOrigins, type SlackConfigInput } from './config.js';
import { Direct } from './direct.js';
import { HttpReceiver } from './http-receiver.js';
import { Intake } from './intake.js';
import { Pages } from './pages.js';
import { PasteForm } from './paste-form.js';
import { People } from './people.js';
import { sdkLogger } from './sdk-log.js';
import { type Self, whoAmI } from './self.js';
import { SocketReceiver } from './socket-receiver.js';
import { slackSurface } from './surface.js';
import { Whispers } from './whispers.js';

/** Time for one call of the Web API. */
const CALL_MS = 10_000;

export interface SlackAdapterOptions {
  readonly config: SlackConfigInput;
  readonly host: ChatHost;
  readonly references: References;
  readonly log: Log;
  /** For what comes through Socket Mode; routes are measured by whoever serves them. */
  readonly metrics?: Metrics;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How to wait between two attempts. */
  readonly pause?: (milliseconds: number) => Promise<void>;
  /** Milliseconds after which a call of the Web API counts as not answered. */
  readonly callMs?: number;
}

/**
 * Slack, over HTTP or Socket Mode as configured.
 *
 * @throws AdapterError `misconfigured`, for example without a signing secret
 */
export function createSlackAdapter(options: SlackAdapterOptions): ChatAdapter {
  const { host, references, log, now, pause = (ms) => sleep(ms), callMs = CALL_MS } = options;
  const { metrics = noMetrics } = options;
  const config = checkedConfig(options.config);
  const { botToken, teams, enterprises, apiUrl } = config;
  let self: Self | null = null;
  let state: 'new' | 'started' | 'stopped' = 'new';

  const logger = sdkLogger(log);
  const clientOptions = (): webApi.WebClientOptions => ({
    slackApiUrl: apiUrl,
    timeout: callMs,
    // Attempts are counted in `Api`, which knows what may be repeated; by default the SDK goes on for half an hour.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger,
  });
  const api = new Api({ client: new webApi.WebClient(botToken, clientOptions()), log, pause });
  const people = new People({ api, now, teams, enterprises });
  const direct = new Direct({ api, references, now });
  const whispers = new Whispers({ fetch, origins: responseOrigins(apiUrl), log });
  const files = { fetch, token: botToken, origins: fileOrigins(apiUrl) };
  const intake = new Intake({
    host,
    log,
    people,
    direct,
    files,
    pasteForm: new PasteForm(api),
    whispers,
    teams,
    enterprises,
    self: () => self?.userId ?? null,
  });
  const arriving = (body: Record<string, unknown>) => intake.arriving(body);
  const receiver =
    config.mode === 'http'
      ? new HttpReceiver({
          signingSecret: config.signingSecret,
          log,
          now,
          arriving,
          open: () => state === 'started',
        })
      : new SocketReceiver({
          ...{
            appToken: config.appToken,
            clientOptions: clientOptions(),
            logger,
            log,
            pause,
            metrics,
            arriving,
          },
        });
  const app = createApp({ receiver, clientOptions: clientOptions(), logger, botToken, self: () => self });
  listen(app, intake);

  return {
    platform: 'slack',
    surface: slackSurface({
      api,
      pages: new Pages(api, now),
      direct,
      people,
      whispers,
      log,
      workspace: () => self?.workspace ?? null,
    }),
    routes: receiver instanceof HttpReceiver ? [receiver.route] : [],
    start: async () => {
      self = await whoAmI(api, { teams, enterprises, log });
      await receiver.start();
      state = 'started';
    },
    ready: () => state === 'started' && (receiver instanceof HttpReceiver || receiver.connected),
    stop: async () => {
      state = 'stopped';
      await receiver.stop();
      await intake.settle();
    },
  };
}
