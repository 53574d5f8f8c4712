import { randomBytes } from 'node:crypto';
import { Desk } from '../../../adapters/desk/desk.js';
import { approveInBrowser } from '../../../adapters/desk/requests/approving.js';
import { tellOn } from '../../../adapters/desk/requests/telling.js';
import type { Checked } from '../../access/identities/check.js';
import { createCircuits } from '../../azure/circuits.js';
import type { ChatAdapter } from '../../chat/adapter.js';
import { patientReferences } from '../../chat/patient-references.js';
import { type Platform, personKey } from '../../chat/person.js';
import { recentReferences } from '../../chat/recent-references.js';
import type { Settings } from '../../config/settings.js';
import { measured } from '../../http/measured.js';
import { HttpServer } from '../../http/server.js';
import type { Log } from '../../observe/log.js';
import { LoopLag } from '../../observe/loop-lag.js';
import { noTelemetry } from '../../observe/telemetry.js';
import { openClock } from '../../store/clock.js';
import { openStore } from '../../store/open.js';
import type { Database } from '../../store/store.js';
import { accessOn } from './access.js';
import { adaptersOf } from './adapters.js';
import { type AzureGround, looksOn } from './azure.js';
import { inOrder } from './closing.js';
import { healthRoutes } from './health.js';
import { type Looks, watchOn } from './identities.js';
import { InboxWatch } from './inbox-watch.js';
import { type Observing, observingOn } from './observing.js';
import { pagesOn, secretAt } from './pages.js';
import { startPlatforms } from './platforms.js';
import { policyIn } from './policy.js';
import { probeBundle, probeMeans, probeRoutes } from './probe-routes.js';
import { readinessOf, showReadiness } from './readiness.js';
import { storeTokenOn } from './store-token.js';

/** A bot that serves people. */
export interface Bot {
  readonly port: number;
  /** Where `/metrics` is; null: nowhere. */
  readonly metricsPort: number | null;
  /** Paths that the HTTP server answers. */
  readonly paths: readonly string[];
  /** What was found out at the start about the identities with which it works in Azure. */
  readonly identities: readonly Checked[];
  /**
   * Takes nothing new, lets what is under way end, and closes.
   *
   * @returns false where something took too long, and was left behind
   */
  readonly close: () => Promise<boolean>;
}

/** In which deliveries that are under way are acknowledged. */
const ACK_MS = 5_000;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What a bot is put among. */
export interface Surroundings {
  /**
   * Milliseconds since 1970. People and platforms live in real time, also where the Azure that is talked about has a clock
   * of its own. The clock of the database where it is left out.
   */
  readonly now?: () => number;
  readonly adapters: typeof adaptersOf;
  /** How soon the identities are looked at again. */
  readonly looks?: Looks;
}

const real: Surroundings = { adapters: adaptersOf };

/** Bits that no one can guess (security T25). */
const TICKET_BYTES = 16;

/**
 * Puts the bot together from its settings, and starts it.
 *
 * @throws StoreError, AdapterError, InvalidPublicUrl, or the error of the port that cannot be listened on
 */
export async function openBot(
  settings: Settings,
  ground: AzureGround,
  log: Log,
  surroundings: Surroundings = real,
): Promise<Bot> {
  const observing = await observingOn(settings.observe, log);
  const { telemetry } = observing;
  const counting = telemetry && { telemetry, now: () => Date.now() };
  try {
    const { metrics } = telemetry ?? noTelemetry;
    const circuits = ground.circuits ?? createCircuits(ground.cloud, { metrics });
    const shared = { ...ground, circuits, ...(counting !== null && { counting }) };
    return await openObserved(settings, shared, log, surroundings, observing);
  } catch (error) {
    await observing.close();
    throw error;
  }
}

async function openObserved(
  settings: Settings,
  ground: AzureGround,
  log: Log,
  surroundings: Surroundings,
  observing: Observing,
): Promise<Bot> {
  const { server, handover } = settings;
  const store = await openStore(server.store, log, storeTokenOn(server, ground));
  const clock = await openClock(store, log).catch(async (error) => {
    await store.close();
    throw error;
  });
  try {
    const { now = clock.now } = surroundings;
    const bot = await startOn(store, settings, ground, log, { ...surroundings, now }, handover, observing);
    return { ...bot, close: () => bot.close().finally(clock.stop) };
  } catch (error) {
    clock.stop();
    await store.close();
    throw error;
  }
}

async function startOn(
  store: Database,
  settings: Settings,
  ground: AzureGround,
  log: Log,
  { now, adapters: adaptersFor, looks }: Surroundings & Required<Pick<Surroundings, 'now'>>,
  handoverTo: Settings['handover'],
  observing: Observing,
): Promise<Bot> {
  const adapters = new Map<Platform, ChatAdapter>();
  const { metrics } = observing.telemetry ?? noTelemetry;
  const { deliveryKey } = settings;
  const policy = await policyIn(settings.policy);
  const bundle = await probeBundle();
  const pages = pagesOn(settings, store, ground, log, now, {
    onLinked: (key) => desk.linked(key),
    approve:
      settings.access === null && settings.rotation === null ? null : approveInBrowser(() => desk.office),
    reveal: deliveryKey && { deliveries: store.ledger.deliveries, key: deliveryKey },
  });
  const approveUrl = pages?.approveUrl ?? null;
  const changed = () => void begin().catch(() => log.error('bot.not-begun'));
  const watch = watchOn(settings, policy, ground, log, changed, looks);
  const access = accessOn(settings, policy, ground, store, log, now, watch, pages !== null);
  const desk: Desk = new Desk({
    store,
    surfaceIf: (platform) => adapters.get(platform)?.surface ?? null,
    requests: access?.requests ?? null,
    wake: () => executor?.wake(),
    surfaceOf: (platform) => {
      const adapter = adapters.get(platform);
      if (adapter === undefined) throw new Error('a person of a platform that is not served');
      return adapter.surface;
    },
    ...looksOn(ground, policy),
    probe: probeMeans(bundle, settings.server.publicUrl, settings.server.probeImage),
    linkUrl: pages && ((person, name, language) => pages.linkUrl(personKey(person), name, language)),
    approveUrl:
      approveUrl && ((person, name, language, about) => approveUrl(personKey(person), name, language, about)),
    secretUrl: secretAt(pages, deliveryKey),
    handoverTo,
    log,
    telemetry: observing.telemetry ?? noTelemetry,
    now,
    newTicket: () => randomBytes(TICKET_BYTES).toString('base64url'),
  });
  const inbox = new InboxWatch(desk);
  const executor = access?.executor(tellOn(desk.office)) ?? null;
  for (const adapter of await adaptersFor(settings, {
    ...{ host: desk, references: recentReferences(patientReferences(store, log), now), log, now, metrics },
  })) {
    adapters.set(adapter.platform, adapter);
  }
  let stopping = false;
  const ending = new AbortController();
  const all = [...adapters.values()];
  const readiness = readinessOf({
    ...{ store, adapters: all, identities: watch, policy: policy !== null },
    stopping: () => stopping,
  });
  const lag = new LoopLag();
  const routes = [
    ...healthRoutes(readiness, lag),
    ...all.flatMap(({ platform, routes }) => routes.map((route) => measured(route, platform, metrics))),
    ...(pages?.routes ?? []),
    ...probeRoutes(bundle),
  ];
  const http = new HttpServer(routes, log);
  const port = await http.listen(settings.server.port, settings.server.host);
  const purge = () =>
    store.purge(now(), settings.server.retentionDays * DAY).catch(() => log.warn('store.not-purged'));
  const purging = setInterval(purge, HOUR);
  let begun = false;
  /** Serves nobody while an identity has a right too many: what the bot may do then is not what people were told. */
  const begin = async (): Promise<void> => {
    if (begun || stopping || !(watch?.ready() ?? true)) return;
    begun = true;
    await startPlatforms(all, log, ending.signal);
    executor?.start();
    inbox.start();
  };
  let identities: readonly Checked[] = [];
  try {
    identities = (await watch?.check()) ?? [];
    await begin();
    watch?.start();
    await purge();
  } catch (error) {
    clearInterval(purging);
    ending.abort();
    // One that has connected must not stay behind.
    await Promise.allSettled(all.map((adapter) => adapter.stop()));
    await watch?.stop();
    await http.close();
    throw error;
  }
  // What is loaded at the start keeps nobody waiting.
  lag.start();
  const forgetReadiness = observing.telemetry === null ? null : showReadiness(readiness, metrics);
  log.info('bot.started', { port, platforms: all.map(({ platform }) => platform).join(' ') });
  return {
    port,
    metricsPort: observing.metricsPort,
    paths: routes.map(({ method, path }) => `${method} ${path}`),
    identities,
    close: async () => {
      stopping = true;
      ending.abort();
      clearInterval(purging);
      forgetReadiness?.();
      inbox.stop();
      // Nothing new from here on; how long is waited for what is under way, the steps say.
      const stopped = Promise.all(all.map((adapter) => adapter.stop()));
      stopped.catch(() => {});
      const whole = await inOrder(
        [
          { step: 'acknowledging', withinMs: 6_000, run: () => http.close(ACK_MS) },
          { step: 'answering', withinMs: 8_000, run: () => stopped.then(() => desk.idle()) },
          { step: 'handing-on', withinMs: 1_000, run: () => desk.letGo() },
          { step: 'jobs', withinMs: 8_000, run: () => executor?.stop() },
          { step: 'identities', withinMs: 1_000, run: () => watch?.stop() },
          { step: 'telemetry', withinMs: 3_000, run: () => observing.close() },
          { step: 'store', withinMs: 3_000, run: () => store.close() },
        ],
        log,
      );
      lag.stop();
      log.info('bot.stopped');
      return whole;
    },
  };
}
