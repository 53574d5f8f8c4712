import type { LoginServer } from '../../diagnosis/reading.js';
import { emptyReport, type ProbeReport } from '../report.js';
import { seconds } from '../values.js';
import { ask } from './challenge.js';
import { dataEndpointOf } from './data-endpoint.js';
import { identity } from './identity.js';
import { placeOf } from './place.js';
import { docker, podman } from './programs.js';
import { proxyFor } from './proxy.js';
import { store } from './store.js';
import type { Surroundings } from './surroundings.js';
import { lookUpBoth, type Names, walk } from './way.js';

/**
 * Milliseconds for all that a probe does. The steps' own deadlines add up to less (names 3 s, TCP 3 s, TLS 3 s, HTTP
 * 4 s); this one is for a machine that is too busy to keep them.
 */
const WHOLE_MS = 14_000;

export interface ProbeRequest {
  readonly registry: LoginServer;
  /** Asked for without a sign-in, too: something between may treat it differently from the rest. */
  readonly repository: string | null;
}

/**
 * Looks at a registry from here: no sign-in, no secret read. What did not come about in time is null in the report.
 * Never throws.
 */
export async function probe(
  { registry, repository }: ProbeRequest,
  around: Surroundings,
): Promise<ProbeReport> {
  const signal = AbortSignal.timeout(WHOLE_MS);
  const { set, excepted } = proxyFor(registry, around.env);
  let report: ProbeReport = {
    ...emptyReport(registry, placeOf(around.env)),
    at: around
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
    proxy: { set, excepted },
  };
  const note = (seen: Partial<ProbeReport>): void => {
    report = { ...report, ...seen };
  };
  const network = async () => {
    const names = await lookUpBoth(around, registry, signal);
    note({ login: { ...report.login, ...names } });
    await Promise.all([
      login(registry, names, around, signal).then(note),
      data(registry, names, around, signal).then(note),
      repository === null ? null : content(registry, repository, names, around, signal).then(note),
    ]);
  };
  const all = Promise.allSettled([
    network(),
    docker(around, signal).then((it) => note({ docker: it })),
    podman(around, signal).then((it) => note({ podman: it })),
    store(around, registry, signal).then((it) => note({ store: it })),
    identity(around, signal).then((it) => note({ identity: it })),
  ]);
  await Promise.race([all, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
  return report;
}

type Seen = Promise<Partial<ProbeReport>>;

async function login(host: LoginServer, names: Names, around: Surroundings, signal: AbortSignal): Seen {
  const { way, socket } = await walk(around, host, names, signal);
  const asked = socket && (await ask(socket, host, '/v2/', signal));
  if (asked === null) return { login: { ...way, v2: null } };
  const { status, realm, date } = asked;
  // Down, not to the nearest: the header has whole seconds. And no zero below zero, which JSON does not keep.
  const ahead = date === null ? null : Math.floor((around.now().getTime() - date) / 1000) + 0;
  // A time of another age says nothing of this machine's clock.
  const clockAhead = seconds.safeParse(ahead).data ?? null;
  return { login: { ...way, v2: { status, realm } }, clockAhead };
}

async function data(registry: LoginServer, { dns }: Names, around: Surroundings, signal: AbortSignal): Seen {
  const host = dataEndpointOf(registry, dns.cname);
  if (host === null) return {};
  const names = await lookUpBoth(around, host, signal);
  const { way, socket } = await walk(around, host, names, signal);
  socket?.destroy();
  return { data: { host, ...way } };
}

async function content(
  host: LoginServer,
  name: string,
  names: Names,
  around: Surroundings,
  signal: AbortSignal,
): Seen {
  const { socket } = await walk(around, host, names, signal);
  const asked = socket && (await ask(socket, host, `/v2/${name}/tags/list?n=1`, signal));
  return asked === null ? {} : { repository: { name, status: asked.status, realm: asked.realm } };
}
