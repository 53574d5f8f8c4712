import { randomBytes } from 'node:crypto';
import { Desk } from '../../../adapters/desk/desk.js';
import { approveInBrowser } from '../../../adapters/desk/requests/approving.js';
import { tellOn } from '../../../adapters/desk/requests/telling.js';
import type { Checked } from '../../access/identities/check.js';
import { notCounted } from '../../azure/counting.js';
import type { ChatAdapter } from '../../chat/adapter.js';
import { type Platform, personKey } from '../../chat/person.js';
import type { Settings } from '../../config/settings.js';
import { HttpServer } from '../../http/server.js';
import type { Log } from '../../observe/log.js';
import { openStore } from '../../store/open.js';
import type { Database } from '../../store/store.js';
import { accessOn } from './access.js';
import { adaptersOf } from './adapters.js';
import { type AzureGround, looksOn } from './azure.js';
import { healthRoutes } from './health.js';
import { type Looks, watchOn } from './identities.js';
import { pagesOn, secretAt } from './pages.js';
import { policyIn } from './policy.js';
import { probeBundle, probeMeans, probeRoutes } from './probe-routes.js';
import { storeTokenOn } from './store-token.js';

/** A bot that serves people. */
export interface Bot {
  readonly port: number;
  /** Paths that the HTTP server answers. */
  readonly paths: readonly string[];
  /** What was found out at the start about the identities with which it works in Azure. */
  readonly identities: readonly Checked[];
  /** Takes nothing new, lets what is under way end, and closes. */
  readonly close: () => Promise<void>;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** What a bot is put among. */
export interface Surroundings {
  /**
   * Milliseconds since 1970. People and platforms live in real time, also where the Azure that is talked about has a clock
   * of its own.
   */
  readonly now: () => number;
  readonly adapters: typeof adaptersOf;
  /** How soon the identities are looked at again. */
  readonly looks?: Looks;
}

const real: Surroundings = { now: () => Date.now(), adapters: adaptersOf };

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
  const { server, handover } = settings;
  const store = await openStore(server.store, log, storeTokenOn(server, ground));
  try {
    return await startOn(store, settings, ground, log, surroundings, handover);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function startOn(
  store: Database,
  settings: Settings,
  ground: AzureGround,
  log: Log,
  { now, adapters: adaptersFor, looks }: Surroundings,
  handoverTo: Settings['handover'],
): Promise<Bot> {
  const adapters = new Map<Platform, ChatAdapter>();
  const { telemetry } = notCounted;
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
    telemetry,
    now,
    newTicket: () => randomBytes(TICKET_BYTES).toString('base64url'),
  });
  const executor = access?.executor(tellOn(desk.office)) ?? null;
  for (const adapter of await adaptersFor(settings, { host: desk, references: store, log, now })) {
    adapters.set(adapter.platform, adapter);
  }
  let stopping = false;
  const all = [...adapters.values()];
  const routes = [
    ...healthRoutes(store, all, watch, () => stopping),
    ...all.flatMap((adapter) => adapter.routes),
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
    await Promise.all(all.map((adapter) => adapter.start()));
    executor?.start();
  };
  let identities: readonly Checked[] = [];
  try {
    identities = (await watch?.check()) ?? [];
    await begin();
    watch?.start();
    await purge();
  } catch (error) {
    clearInterval(purging);
    // One that has connected must not stay behind.
    await Promise.allSettled(all.map((adapter) => adapter.stop()));
    await watch?.stop();
    await http.close();
    throw error;
  }
  log.info('bot.started', { port, platforms: all.map(({ platform }) => platform).join(' ') });
  return {
    port,
    paths: routes.map(({ method, path }) => `${method} ${path}`),
    identities,
    close: async () => {
      stopping = true;
      clearInterval(purging);
      await watch?.stop();
      await executor?.stop();
      await Promise.all(all.map((adapter) => adapter.stop()));
      await http.close();
      await desk.idle();
      await store.close();
      log.info('bot.stopped');
    },
  };
}
