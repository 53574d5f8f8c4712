import { may } from '../arm/rights.js';
import { bearerOf } from '../entra/bearer.js';
import type { Caller } from '../entra/caller.js';
import { logAudiences } from '../entra/clouds.js';
import { challengeFaultOf } from '../entra/faults.js';
import { decodedPath, json, parsedJson } from '../entra/reply.js';
import type { SandboxRequest, SandboxResponse, Service } from '../service.js';
import { httpFault } from '../world/fault-at.js';
import type { Registry, Workspace, World } from '../world/world.js';
import { collectedIn, type Source } from './collected.js';
import { parseQuery } from './kql.js';
import {
  faultBody,
  insufficientAccess,
  notFound,
  syntaxError,
  unauthenticated,
  unknownTable,
} from './refusals.js';
import { timespanOf } from './timespan.js';
import { SyntaxFault } from './tokens.js';

const READ_LOG = 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read';
const READ_WORKSPACE = 'Microsoft.OperationalInsights/workspaces/query/read';

/**
 * Queries of Log Analytics over the sign-ins of registries, in the context of a workspace or of a registry (logs.md §5).
 * Not verified: the bodies of its refusals, and the name of the table in the answer.
 */
export const logs: Service = async (request, world) => {
  const http = httpFault(request, world);
  // A 200 with a code is a part of the result with that error.
  const partly = typeof http === 'object' && http.status === 200 ? (http.code ?? 'PartialError') : null;
  const fault = partly === null ? challengeFaultOf(request, world, faultBody) : null;
  if (fault !== null) return fault;
  const bearer = await bearerOf(request, world, logAudiences);
  if (!bearer.ok) return unauthenticated(bearer);
  const sources = sourcesOf(decodedPath(request.path) ?? '', bearer.caller, world);
  if (sources === null) return notFound();
  return sources === 'refused' ? insufficientAccess() : answer(request, sources, world, partly);
};

/** What a query reads, by its path and by what the caller may. */
function sourcesOf(path: string, caller: Caller, world: World): readonly Source[] | 'refused' | null {
  const [, customerId] = /^\/v1\/workspaces\/([0-9a-f-]{36})\/query$/i.exec(path) ?? [];
  if (customerId !== undefined) {
    const workspace = [...world.workspaces.values()].find((it) => it.customerId === customerId.toLowerCase());
    if (workspace === undefined || !mayQuery(workspace, caller, world)) return 'refused';
    return [...world.registries.values()].flatMap((registry) => toWorkspaces(registry, [workspace]));
  }
  const [, id] = /^\/v1(\/subscriptions\/.+)\/query$/i.exec(path) ?? [];
  if (id === undefined) return null;
  const ofLog = may(caller, READ_LOG, id, world);
  const registry = [...world.registries.values()].find((it) => it.id.toLowerCase() === id.toLowerCase());
  const all = [...world.workspaces.values()];
  const open = all.filter((it) => (ofLog && it.resourceContext) || mayQuery(it, caller, world));
  if (registry === undefined || (!ofLog && open.length === 0)) return 'refused';
  // Results come from workspaces that the caller may read; others are left out without a word.
  return toWorkspaces(registry, open);
}

function mayQuery({ id }: Workspace, caller: Caller, world: World): boolean {
  return may(caller, READ_WORKSPACE, id, world);
}

function toWorkspaces(registry: Registry, open: readonly Workspace[]): readonly Source[] {
  return registry.diagnostics.flatMap((setting) =>
    setting.workspace !== null && open.includes(setting.workspace)
      ? [{ registry, setting, workspace: setting.workspace }]
      : [],
  );
}

function answer(
  { body }: SandboxRequest,
  sources: readonly Source[],
  world: World,
  partly: string | null,
): SandboxResponse {
  const { query = '', timespan = '' } = { ...asObject(parsedJson(body)) };
  const window = timespanOf(String(timespan), world.now());
  try {
    const { table, operators } = parseQuery(String(query));
    const { columns, rows, isKnown } = collectedIn(sources, window, world);
    if (table !== 'ContainerRegistryLoginEvents' || !isKnown) return unknownTable(table);
    const result = operators.reduce((input, operator) => operator(input), { columns, rows });
    const main = {
      name: 'PrimaryResult',
      columns: result.columns.map((name) => ({ name, type: typeOf(name) })),
      rows: result.rows.map((row) => result.columns.map((name) => row[name] ?? '')),
    };
    const error = { code: partly, message: 'The results are partial.' };
    return json(200, { tables: [main], ...(partly === null ? {} : { error }) });
  } catch (error) {
    if (error instanceof SyntaxFault) return syntaxError(error.message);
    throw error;
  }
}

function typeOf(column: string): string {
  if (column === 'TimeGenerated') return 'datetime';
  return column === 'Wanted' ? 'bool' : 'string';
}

function asObject(value: unknown): { readonly query?: unknown; readonly timespan?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}
