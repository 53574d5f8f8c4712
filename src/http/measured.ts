import type { ServerResponse } from 'node:http';
import type { Platform } from '../chat/person.js';
import type { WebhookOutcome } from '../observe/metrics/labels.js';
import type { Metrics } from '../observe/metrics/metrics.js';
import type { Route } from './route.js';

/** The same route, its deliveries counted, and the time until each was acknowledged. */
export function measured(route: Route, platform: Platform, metrics: Metrics): Route {
  return {
    ...route,
    handle: (request, response) => {
      const began = performance.now();
      response.once('close', () => {
        const outcome = outcomeOf(response);
        metrics.count('webhook_total', { platform, outcome });
        if (outcome === 'taken') metrics.record('ack_seconds', (performance.now() - began) / 1000, {});
      });
      return route.handle(request, response);
    },
  };
}

function outcomeOf({ writableFinished, statusCode: status }: ServerResponse): WebhookOutcome {
  if (!writableFinished) return 'cut-off';
  if (status < 300) return 'taken';
  if (status === 401 || status === 403) return 'refused';
  if (status === 503) return 'not-now';
  // 501: an invoke that nobody has heard of.
  return status < 500 || status === 501 ? 'malformed' : 'failed';
}
