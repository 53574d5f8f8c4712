import { isRestError, type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { LogsQueryClient, LogsQueryResultStatus } from '@azure/monitor-query-logs';
import { z } from 'zod';
import { type Answer, ok } from '../answer.js';
import { boundedClient, retryOptions, type Transport } from '../bounded-client.js';
import type { CloudProfile } from '../clouds.js';
import { parsedJson } from '../json.js';
import type { DiagnosticSetting, FailuresFound, LoginEvents, WantedEvents } from '../login-events.js';
import { answered } from '../management/ask.js';
import type { RestReader } from '../rest-reader.js';
import { unlessAborted } from '../run-cache.js';
import { Slots } from '../slots.js';
import { errorOf, unintelligible } from '../writes.js';
import { failuresQuery, MOST_EVENTS } from './query.js';
import { eventsIn } from './rows.js';

/** What reading the table takes in the context of the registry (learn: azure-monitor/logs/api/azure-resource-queries). */
const READ_LOG = 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read';
const READ_SETTINGS = 'Microsoft.Insights/diagnosticSettings/read';
/** Calls at once. */
const most = 2;
/** Seconds after which Log Analytics gives up, before the client does. */
const serverTimeoutInSeconds = 6;

/**
 * The registry's log by the SDK, in the context of the registry: over all workspaces that have data of it, so that no id
 * of a workspace is needed (logs.md §5). The client of the SDK drops the signal that it is given (monitor-query-logs
 * 1.0.0): a policy puts it onto each request, and so there is a client for each query.
 *
 * @param arm reader of Resource Manager, which has the diagnostic settings
 */
export function createLoginEvents(
  { logsEndpoint }: Pick<CloudProfile, 'logsEndpoint'>,
  credential: TokenCredential,
  transport: Transport,
  arm: RestReader,
): LoginEvents {
  const slots = new Slots(most);
  const clientFor = (signal: AbortSignal): LogsQueryClient =>
    new LogsQueryClient(credential, {
      // A custom endpoint has to bring the version: the SDK adds it to its own only.
      endpoint: `${logsEndpoint}/v1`,
      credentials: { scopes: [`${logsEndpoint}/.default`] },
      httpClient: boundedClient(transport, { origin: logsEndpoint, slots }),
      retryOptions: retryOptions(transport),
      redirectOptions: { maxRetries: 0 },
      userAgentOptions: { userAgentPrefix: 'acr-help' },
      additionalPolicies: [
        { policy: endingWith(signal), position: 'perCall' },
        { policy: refusing, position: 'perCall' },
      ],
    });

  return {
    settings: ({ id }, signal) =>
      answered(READ_SETTINGS, async () => {
        const path = `${id}/providers/Microsoft.Insights/diagnosticSettings?api-version=2021-05-01-preview`;
        return (await arm.list(path, settingShape, signal)).map(settingOf);
      }),
    failures: ({ id, loginServer }, wanted, signal) =>
      unlessAborted(asked(clientFor(signal), id, failuresQuery(loginServer, wanted), wanted), signal),
  };
}

async function asked(
  client: LogsQueryClient,
  id: string,
  query: string,
  { from, to, identities }: WantedEvents,
): Promise<Answer<FailuresFound>> {
  const window = { startTime: from, endTime: to };
  try {
    // The path of the SDK begins with a slash of its own.
    const result = await client.queryResource(id.slice(1), query, window, { serverTimeoutInSeconds });
    const partial = result.status === LogsQueryResultStatus.PartialFailure;
    const tables = partial ? result.partialTables : result.tables;
    // Not verified that this is the name of the main table in every case.
    const table = tables.find(({ name }) => name === 'PrimaryResult') ?? tables[0];
    const events = table === undefined ? null : eventsIn(table, identities);
    if (events === null) throw unintelligible();
    const more = events.length > MOST_EVENTS;
    return ok({ kind: 'events', events: events.slice(0, MOST_EVENTS), more, partial });
  } catch (error) {
    if (isUnknownTable(error)) return ok({ kind: 'no-table' });
    return answered(READ_LOG, () => Promise.reject(error));
  }
}

function endingWith(signal: AbortSignal): PipelinePolicy {
  return {
    name: 'endingWith',
    sendRequest: (request, next) => {
      request.abortSignal = signal;
      return next(request);
    },
  };
}

/** Before the SDK reads an error: it stumbles over one that has no body of its kind. */
const refusing: PipelinePolicy = {
  name: 'refusing',
  sendRequest: async (request, next) => {
    const response = await next(request);
    if (response.status < 300) return response;
    const { status: statusCode, code, message } = errorOf(response);
    throw new RestError(message, { statusCode, code, request, response });
  },
};

const innerShape = z.object({ error: z.object({ innererror: z.unknown().optional() }) });
const nestedShape = z.object({ code: z.string().nullish(), innererror: z.unknown().optional() });
/** Errors within errors that are looked at. */
const deepest = 4;

/**
 * Whether the query was refused because there is no such table: a 400 with the semantic error SEM0100 somewhere within.
 * Its form is that of public reports; the reference does not show it.
 */
function isUnknownTable(error: unknown): boolean {
  if (!isRestError(error) || error.statusCode !== 400) return false;
  const body = parsedJson(error.response?.bodyAsText ?? '');
  let inner = innerShape.safeParse(body).data?.error.innererror;
  for (let depth = 0; depth < deepest; depth += 1) {
    const { data } = nestedShape.safeParse(inner);
    if (data?.code === 'SEM0100') return true;
    inner = data?.innererror;
  }
  return false;
}

const settingShape = z.object({
  properties: z.object({
    workspaceId: z.string().nullish(),
    logs: z
      .array(
        z.object({
          category: z.string().nullish(),
          categoryGroup: z.string().nullish(),
          enabled: z.boolean(),
        }),
      )
      .nullish(),
  }),
});

/** Groups of categories that hold the login events ("Diagnostic settings in Azure Monitor", PSRule Azure.ACR.Logs). */
const groups: readonly string[] = ['alllogs', 'audit'];

function settingOf({ properties: { workspaceId, logs } }: z.infer<typeof settingShape>): DiagnosticSetting {
  const loginEvents = (logs ?? []).some(
    ({ category, categoryGroup, enabled }) =>
      enabled &&
      (category?.toLowerCase() === 'containerregistryloginevents' ||
        groups.includes(categoryGroup?.toLowerCase() ?? '')),
  );
  return { workspace: workspaceId ?? null, loginEvents };
}
