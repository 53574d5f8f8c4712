import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { HttpServer } from '../../../src/http/server.js';
import { silent } from '../../../src/observe/log.js';
import { instruments } from '../../../src/observe/metrics/instruments.js';
import { type PrometheusMetrics, prometheusMetrics } from '../../../src/observe/metrics/prometheus.js';

async function served(): Promise<PrometheusMetrics & { readonly page: () => Promise<string> }> {
  const opened = prometheusMetrics();
  const http = new HttpServer([opened.route], silent);
  const port = await http.listen(0, '127.0.0.1');
  onTestFinished(async () => {
    await http.close();
    await opened.close();
  });
  return { ...opened, page: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text() };
}

/** Lines of samples, without their values. */
function series(page: string): readonly string[] {
  return page.split('\n').flatMap((line) => /^([a-z_]+(?:\{[^\n]*\})?) \S+$/.exec(line)?.[1] ?? []);
}

test('names are those of the table, and labels theirs', async () => {
  const { metrics, page } = await served();
  metrics.count('webhook_total', { platform: 'slack', outcome: 'taken' });
  metrics.record('ack_seconds', 0.004, {});
  metrics.set('outbox_oldest_age_seconds', 12.5, {});
  const read = await page();
  expect(read).toContain('webhook_total{platform="slack",outcome="taken"} 1\n');
  expect(read).toContain('ack_seconds_bucket{le="0.005"} 1\n');
  expect(read).toContain('ack_seconds_bucket{le="0.002"} 0\n');
  expect(read).toContain('outbox_oldest_age_seconds 12.5\n');
  // What never happened is known to be none, where there is but one series.
  expect(read).toContain('secret_unclaimed_total 0\n');
  expect(read).not.toContain('target_info');
});

test('whatever is put in, series are those of the closed lists, or other', async () => {
  const { metrics, page } = await served();
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom('slack', 'constructor', '__proto__', '429', 'contoso.azurecr.io', '"} 1\nforged 1'),
  );
  // What types keep out, programs written without them do not.
  const [name, put] = [
    'azure_requests_total',
    metrics.count as (...given: readonly unknown[]) => void,
  ] as const;
  fc.assert(
    fc.property(anything, anything, (service, status) => {
      put(name, { service, status, registry: service });
    }),
    { numRuns: 2_000 },
  );
  const { services, statuses } = {
    services: new Set<string>([...instruments[name].labels.service, 'other']),
    statuses: new Set<string>([...instruments[name].labels.status, 'other']),
  };
  const found = series(await page()).filter((line) => line.startsWith(name));
  expect(found).toContain(`${name}{service="other",status="429"}`);
  for (const line of found) {
    const [, service = '', status = ''] = /^\w+\{service="([^"]*)",status="([^"]*)"\}$/.exec(line) ?? [];
    expect([services.has(service), statuses.has(status)]).toEqual([true, true]);
  }
  expect(found.length).toBeLessThanOrEqual(services.size * statuses.size);
  expect(await page()).not.toContain('forged 1');
});

test('no instrument can have more series than OpenTelemetry keeps apart', () => {
  for (const [name, { labels }] of Object.entries(instruments)) {
    const lists: readonly (readonly string[])[] = Object.values(labels);
    const most = lists.reduce((product, list) => product * (list.length + 1), 1);
    expect([name, most < 2_000]).toEqual([name, true]);
  }
});

test('a label that stands in no list, or on no instrument, does not compile', () => {
  const put = ({ metrics }: PrometheusMetrics): void => {
    // @ts-expect-error -- must not compile, so that no name of a customer becomes a label: no such platform
    metrics.count('webhook_total', { platform: 'contoso', outcome: 'taken' });
    // @ts-expect-error -- must not compile, so that nobody is named in a metric: no such label
    metrics.count('dedup_total', { platform: 'slack', person: 'U1' });
    // @ts-expect-error -- must not compile: a histogram is no counter
    metrics.count('ack_seconds', {});
    // @ts-expect-error -- must not compile: the label `outcome` is missing
    metrics.record('probe_seconds', 1, { step: 'dns' });
  };
  expect(put).toHaveLength(1);
});
