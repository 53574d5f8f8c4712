import type { Route } from '../../http/route.js';
import type { LoopLag } from '../../observe/loop-lag.js';
import type { readinessOf } from './readiness.js';

/** Milliseconds by which the event loop may be late. */
const MOST_LAG_MS = 1_000;

/** `/livez`: the process keeps up; it depends on nothing else. `/readyz`: see `readinessOf`. */
export function healthRoutes(
  readiness: ReturnType<typeof readinessOf>,
  lag: Pick<LoopLag, 'worst'>,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/livez',
      handle: async (_request, response) => {
        const live = lag.worst() < MOST_LAG_MS;
        answer(response, live ? 200 : 503, { live });
      },
    },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_request, response) => {
        const { ready, parts } = await readiness();
        answer(response, ready ? 200 : 503, { ready, ...parts });
      },
    },
  ];
}

function answer(
  response: Parameters<Route['handle']>[1],
  status: number,
  body: Readonly<Record<string, boolean>>,
): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}
