import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type InternalPipelineOptions,
  RestError,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { z } from 'zod';
import { parsedJson } from './json.js';

/** Reads JSON with the pipeline of the SDK: the same retries, sign-in and errors as its clients have. */
export interface RestReader {
  readonly credential: TokenCredential;
  readonly scopes: string[];
  /**
   * One answer, in the shape that is asked for.
   *
   * @throws RestError for a status of 400 and above, and for an answer of another shape
   */
  get<T>(path: string, shape: z.ZodType<T>, signal: AbortSignal): Promise<T>;
  /** All items of a list, over its pages. */
  list<T>(path: string, item: z.ZodType<T>, signal: AbortSignal): Promise<readonly T[]>;
}

/** More than any list that a diagnosis reads; a list that goes on is not followed for ever. */
export const maxPages = 100;

export function restReader(
  endpoint: string,
  credential: TokenCredential,
  scopes: string[],
  options: InternalPipelineOptions & { readonly httpClient: HttpClient },
): RestReader {
  const pipeline = createPipelineFromOptions(options);
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes }));

  const read = async <T>(url: string, shape: z.ZodType<T>, signal: AbortSignal): Promise<T> => {
    const headers = createHttpHeaders({ accept: 'application/json' });
    const request = createPipelineRequest({ url, headers, abortSignal: signal });
    const response = await pipeline.sendRequest(options.httpClient, request);
    const body = parsedJson(response.bodyAsText ?? '');
    if (response.status >= 400) {
      const { code, message } = errorShape.safeParse(body).data?.error ?? {};
      throw new RestError(message ?? '', {
        ...(code !== undefined && { code }),
        statusCode: response.status,
        request,
        response,
      });
    }
    const { data } = shape.safeParse(body);
    if (data === undefined) throw new RestError('', { code: RestError.PARSE_ERROR, request });
    return data;
  };

  return {
    credential,
    scopes,
    get: (path, shape, signal) => read(`${endpoint}${path}`, shape, signal),
    list: async (path, item, signal) => {
      const shape = z.object({ value: z.array(item), nextLink: z.string().nullish() });
      const items = [];
      let url: string | null = `${endpoint}${path}`;
      for (let page = 0; url !== null && url !== ''; page += 1) {
        if (page === maxPages) throw new RestError('', { code: RestError.PARSE_ERROR });
        const found: z.infer<typeof shape> = await read(url, shape, signal);
        items.push(...found.value);
        url = found.nextLink ?? null;
      }
      return items;
    },
  };
}

const errorShape = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
