import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
} from '@azure/core-rest-pipeline';
import { describe, expect, test } from 'vitest';
import { boundedClient } from '../../src/azure/bounded-client.js';
import { Slots } from '../../src/azure/slots.js';

/** The bounds around every try, without the pipeline above them. */

const url = 'https://management.azure.com/subscriptions';
const bounded = (sendRequest: HttpClient['sendRequest'], timeoutMs = 1000) =>
  boundedClient(
    { httpClient: { sendRequest }, timeoutMs, maxRetries: 0, retryDelayMs: 1 },
    { origin: 'https://management.azure.com', slots: new Slots(1) },
  );
const never = () => new Promise<never>(() => {});
const done = async (request: PipelineRequest) => ({ request, status: 200, headers: createHttpHeaders() });
const ends = (reason: string) => ({ problem: { kind: 'unavailable', reason, status: null } });

describe('a try', () => {
  test('ends in time, although what carries it never does', async () => {
    const request = createPipelineRequest({ url });
    await expect(bounded(never, 20).sendRequest(request)).rejects.toMatchObject(ends('timeout'));
  });

  test('ends with its caller, also one that has left before', async () => {
    const stop = new AbortController();
    const request = createPipelineRequest({ url, abortSignal: stop.signal });
    const client = bounded(never);
    const tried = client.sendRequest(request);
    stop.abort();
    await expect(tried).rejects.toMatchObject(ends('timeout'));
    await expect(client.sendRequest(request)).rejects.toMatchObject(ends('timeout'));
  });

  test('tells what carries it to stop, and leaves the request as it was', async () => {
    const caller = new AbortController().signal;
    const request = createPipelineRequest({ url, abortSignal: caller });
    const signals: (PipelineRequest['abortSignal'] | undefined)[] = [];
    const client = bounded((sent) => {
      signals.push(sent.abortSignal);
      return signals.length === 1 ? never() : done(sent);
    }, 20);
    await expect(client.sendRequest(request)).rejects.toMatchObject(ends('timeout'));
    expect(signals[0]?.aborted).toBe(true);
    expect(request.abortSignal).toBe(caller);
    expect((await client.sendRequest(request)).status).toBe(200);
    expect(signals[1]?.aborted).toBe(false);
  });

  test('does not read a body without end', async () => {
    const client = bounded((request) => {
      for (let loadedBytes = 0; loadedBytes < 2 ** 26; loadedBytes += 2 ** 20) {
        request.onDownloadProgress?.({ loadedBytes });
      }
      return never();
    });
    await expect(client.sendRequest(createPipelineRequest({ url }))).rejects.toMatchObject(ends('protocol'));
  });

  test.each([
    'https://management.azure.com.evil.example/',
    'https://management.azure.com:444/',
    'http://management.azure.com/',
  ])('is not made at %s', async (elsewhere) => {
    const client = bounded(() => {
      throw new Error('must not be sent');
    });
    const request = createPipelineRequest({ url: elsewhere, allowInsecureConnection: true });
    await expect(client.sendRequest(request)).rejects.toMatchObject(ends('guard'));
  });
});
