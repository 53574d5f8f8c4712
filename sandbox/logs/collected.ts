import type { DiagnosticSetting, LoginEvent, Registry, Workspace, World } from '../world/world.js';
import type { Row } from './expression.js';

/** A registry whose logs a workspace gets, and by which setting. */
export interface Source {
  readonly registry: Registry;
  readonly setting: DiagnosticSetting;
  readonly workspace: Workspace;
}

/** Columns of the table that the sandbox fills (logs.md §2). Values of the others are not documented. */
const columns = [
  'TimeGenerated',
  'LoginServer',
  'Identity',
  'CallerIpAddress',
  'UserAgent',
  'OperationName',
  'ResultType',
  'ResultDescription',
  'Region',
] as const;

const groups: readonly string[] = ['ContainerRegistryLoginEvents', 'allLogs', 'audit'];

/**
 * The table as it stands now: what happened since a setting is there, once it has arrived. Of two settings to the same
 * workspace each brings its events.
 */
export function collectedIn(
  sources: readonly Source[],
  { from, to }: { readonly from: Date; readonly to: Date },
  world: World,
): { readonly columns: readonly string[]; readonly rows: readonly Row[]; readonly isKnown: boolean } {
  const now = world.now().getTime();
  const arrived = sources
    .filter(({ setting }) => setting.categories.some((category) => groups.includes(category)))
    .flatMap(({ registry, setting, workspace }) =>
      eventsOf(registry, world)
        .filter(({ at }) => at >= setting.created && at.getTime() + workspace.ingestion <= now)
        .map((event) => ({ event, registry })),
    );
  return {
    columns,
    isKnown: arrived.length > 0 || sources.some(({ workspace }) => workspace.tables === 'always'),
    rows: arrived
      .filter(({ event: { at } }) => at >= from && at <= to)
      .map(({ event, registry }) => rowOf(event, registry)),
  };
}

function eventsOf({ loginEvents, loginServer }: Registry, { ledger }: World): readonly LoginEvent[] {
  return [...loginEvents, ...ledger.loginEvents.filter((it) => it.loginServer === loginServer)];
}

function rowOf({ at, identity, ip, userAgent, result }: LoginEvent, { loginServer, region }: Registry): Row {
  return {
    TimeGenerated: at.toISOString(),
    LoginServer: loginServer,
    Identity: identity,
    CallerIpAddress: ip,
    UserAgent: userAgent,
    OperationName: '',
    ResultType: '',
    ResultDescription: result,
    Region: region,
  };
}
