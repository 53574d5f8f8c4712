import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { LiveValidator } from 'oav/dist/lib/liveValidation/liveValidator.js';
import { log } from 'oav/dist/lib/util/logging.js';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/service.js';
import { repository } from '../support/temp.js';

/**
 * Microsoft's validator of recorded traffic (npm oav) over descriptions of the operations of Resource Manager, and a
 * second pass for what it lets through: members of extensible enumerations, and properties that an answer must have.
 * The descriptions lie beside the repository; without them the tests that need them are skipped.
 */
export const openapi = join(repository, '..', 'shared', 'openapi');
export const hasOpenapi = existsSync(join(openapi, 'PROVENANCE.md'));

/** What the oracle thinks of an exchange. */
export interface Judgement {
  /** `Registries_Get`; null: no description covers it. */
  readonly operation: string | null;
  readonly problems: readonly string[];
}

export interface Oracle {
  judge(request: SandboxRequest, response: SandboxResponse): Promise<Judgement>;
}

/** What is read of a description; the files are Microsoft's, or made from its SDK. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Readonly<Record<string, { readonly schema?: { readonly $ref: string } }>>;
}

const files = hasOpenapi ? readdirSync(openapi).filter((name) => name.includes('.from-sdk-')) : [];

export const descriptions: readonly (readonly [file: string, Description])[] = files.map((file) => [
  file,
  JSON.parse(readFileSync(join(openapi, file), 'utf8')),
]);

export async function loadOracle(): Promise<Oracle> {
  // It writes to the terminal what it does not know; the judgement says so too.
  log.consoleLogLevel = 'off';
  const validator = new LiveValidator({
    directory: openapi,
    swaggerPathsPattern: ['*.from-sdk-*.json'],
    git: { shouldClone: false },
    isArmCall: true,
  });
  await validator.initialize();
  const strict = strictPass();

  const judge = async (request: SandboxRequest, response: SandboxResponse): Promise<Judgement> => {
    const [, provider = ''] = /.*\/providers\/([^/]+)/i.exec(request.path) ?? [];
    const version = request.query.get('api-version')?.toLowerCase() ?? '';
    const known = validator.operationSearcher.cache.get(provider.toLowerCase())?.has(version) ?? false;
    if (!known) return { operation: null, problems: [] };
    const body: unknown = JSON.parse(response.body ?? 'null');
    const pair = {
      liveRequest: {
        method: request.method,
        url: `https://management.azure.com${request.path}?${request.query}`,
        headers: { ...request.headers },
        query: Object.fromEntries(request.query),
        body: JSON.parse(request.body || '{}'),
      },
      liveResponse: {
        statusCode: String(response.status),
        headers: { ...response.headers },
        // The validator takes any JSON; its type says "an object".
        body: body as Record<string, unknown>,
      },
    };
    const result = await validator.validateLiveRequestResponse(pair);
    const { requestValidationResult: sent, responseValidationResult: answered } = result;
    const { operationId } = sent.operationInfo;
    if (operationId === '' || operationId === 'unknownOperationId') return { operation: null, problems: [] };
    const issues = [...sent.errors, ...answered.errors].map(
      ({ code, message, pathsInPayload }) => `${code} ${pathsInPayload.join(' ')}: ${message}`,
    );
    const broken = [sent, answered].flatMap(({ runtimeException }) => runtimeException?.message ?? []);
    const problems = [...issues, ...broken, ...strict(operationId, response.status, body)];
    return { operation: operationId, problems };
  };
  return { judge };
}

type Strict = (operationId: string, status: number, body: unknown) => readonly string[];

/** JSON Schema over the same descriptions. Azure writes null for what is not set, so nulls count as absent. */
function strictPass(): Strict {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  for (const [file, description] of descriptions) ajv.addSchema(description, file);
  return (operationId, status, body) => {
    for (const [file, { paths }] of descriptions) {
      const operations = Object.values(paths).flatMap((path) => Object.values(path));
      const found = operations.find((operation) => operation.operationId === operationId);
      const reference = (found?.responses[status] ?? found?.responses['default'])?.schema?.$ref;
      if (reference === undefined) continue;
      const validate = ajv.getSchema(`${file}${reference}`);
      validate?.(withoutNulls(body));
      return (validate?.errors ?? []).map(
        ({ instancePath, message }) => `STRICT ${instancePath}: ${message}`,
      );
    }
    return [];
  };
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const set = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(set.map(([key, member]) => [key, withoutNulls(member)]));
}
