/**
 * The bot, put together of the same parts as by `acr-help serve` (src/cli/bot/open-bot.ts). That command cannot be told
 * other keys for the channel than Microsoft's; here they are those of the fake connector, and verified in earnest.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './child.mjs';
import { fakeCredentials } from './fake-credentials.mjs';
import { worldElsewhere } from './world-network.mjs';

/**
 * @typedef {object} BotSettings
 * @property {string} root
 * @property {string} store
 * @property {import('../../adapters/slack/config.ts').SlackConfigInput | null} slack
 * @property {import('../../adapters/teams/config.ts').TeamsConfig | null} teams
 * @property {{ text: string, elsewhere: import('./world-network.mjs').Elsewhere } | null} world null: what comes after the
 *   acknowledgement is left undone
 */

serve(async (/** @type {BotSettings} */ { root, store: url, slack, teams, world }) => {
  const {
    Desk,
    looksOn,
    createSlackAdapter,
    createTeamsAdapter,
    HttpServer,
    measured,
    noTrace,
    openStore,
    patientReferences,
    prometheusMetrics,
    publicCloud,
    recentReferences,
  } = await load(root);
  /** @type {Map<string, number>} */
  const counts = new Map();
  const count = (/** @type {string} */ event) => void counts.set(event, (counts.get(event) ?? 0) + 1);
  const log = { info: count, warn: count, error: count };
  const now = () => Date.now();
  // Measured as where it serves: what that costs belongs to the acknowledgement.
  const { metrics } = prometheusMetrics();
  const telemetry = { metrics, trace: noTrace };
  const store = await openStore(url, log);
  /** @type {Map<string, import('../../src/chat/adapter.ts').ChatAdapter>} */
  const adapters = new Map();
  const ground = world && (await worldElsewhere(root, world.text, world.elsewhere));
  const desk = new Desk({
    store,
    surfaceOf: (platform) => {
      const adapter = adapters.get(platform);
      if (adapter === undefined) throw new Error('not served');
      return adapter.surface;
    },
    run:
      world &&
      ground &&
      looksOn(
        {
          ...ground,
          cloud: publicCloud,
          credential: world.elsewhere.credential,
          readsData: world.elsewhere.readsData,
          subscriptions: null,
          grantor: null,
          rotator: null,
          browserAuthority: null,
        },
        null,
      ).run,
    surfaceIf: (platform) => adapters.get(platform)?.surface ?? null,
    requests: null,
    probe: { file: null, podImage: null, command: false },
    wake: () => {},
    approveUrl: null,
    secretUrl: null,
    linkUrl: null,
    handoverTo: {},
    log,
    telemetry,
    now,
    newTicket: () => randomBytes(16).toString('base64url'),
  });
  /** @type {import('../../src/chat/host.ts').ChatHost} */
  const host =
    world === null
      ? {
          arrive: (arrival) => desk.arrive(arrival),
          drop: (arrival) => desk.drop(arrival),
          take: async () => {},
          languageOf: (person, locale) => desk.languageOf(person, locale),
        }
      : desk;
  const references = recentReferences(patientReferences(store, log), now);
  const parts = { host, references, log, now };
  if (slack !== null) adapters.set('slack', createSlackAdapter({ ...parts, config: slack }));
  if (teams !== null)
    adapters.set(
      'teams',
      createTeamsAdapter({ ...parts, config: teams, credentials: fakeCredentials(teams.appId) }),
    );
  const all = [...adapters.values()];
  const http = new HttpServer(
    all.flatMap(({ platform, routes }) => routes.map((route) => measured(route, platform, metrics))),
    log,
  );
  const port = await http.listen(0, '127.0.0.1');
  await Promise.all(all.map((adapter) => adapter.start()));
  const path = all[0]?.routes[0]?.path ?? '/';
  return {
    url: `http://127.0.0.1:${port}${path}`,
    counts: () => Object.fromEntries(counts),
    async close() {
      await Promise.all(all.map((adapter) => adapter.stop()));
      await desk.idle();
      await http.close();
      await store.close();
    },
  };
});

/** @param {string} root */
async function load(root) {
  const from = (/** @type {string} */ path) => import(pathToFileURL(join(root, 'dist', path)).href);
  /** @type {typeof import('../../adapters/desk/desk.ts')} */
  const { Desk } = await from('adapters/desk/desk.js');
  /** @type {typeof import('../../adapters/slack/adapter.ts')} */
  const { createSlackAdapter } = await from('adapters/slack/adapter.js');
  /** @type {typeof import('../../adapters/teams/adapter.ts')} */
  const { createTeamsAdapter } = await from('adapters/teams/adapter.js');
  /** @type {typeof import('../../src/azure/clouds.ts')} */
  const { publicCloud } = await from('src/azure/clouds.js');
  /** @type {typeof import('../../src/cli/bot/azure.ts')} */
  const { looksOn } = await from('src/cli/bot/azure.js');
  /** @type {typeof import('../../src/http/server.ts')} */
  const { HttpServer } = await from('src/http/server.js');
  /** @type {typeof import('../../src/http/measured.ts')} */
  const { measured } = await from('src/http/measured.js');
  /** @type {typeof import('../../src/observe/metrics/prometheus.ts')} */
  const { prometheusMetrics } = await from('src/observe/metrics/prometheus.js');
  /** @type {typeof import('../../src/observe/trace/trace.ts')} */
  const { noTrace } = await from('src/observe/trace/trace.js');
  /** @type {typeof import('../../src/store/open.ts')} */
  const { openStore } = await from('src/store/open.js');
  /** @type {typeof import('../../src/chat/patient-references.ts')} */
  const { patientReferences } = await from('src/chat/patient-references.js');
  /** @type {typeof import('../../src/chat/recent-references.ts')} */
  const { recentReferences } = await from('src/chat/recent-references.js');
  return {
    Desk,
    looksOn,
    createSlackAdapter,
    createTeamsAdapter,
    HttpServer,
    measured,
    noTrace,
    openStore,
    patientReferences,
    prometheusMetrics,
    publicCloud,
    recentReferences,
  };
}
