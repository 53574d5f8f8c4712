import type { Watch } from '../../access/identities/watch.js';
import type { ChatAdapter } from '../../chat/adapter.js';
import type { Route } from '../../http/route.js';
import type { Store } from '../../store/store.js';

/**
 * `/livez`: the process answers. `/readyz`: events can come in, what they change can be stored, and no identity of the bot
 * has a right too many.
 */
export function healthRoutes(
  store: Store,
  adapters: readonly ChatAdapter[],
  identities: Pick<Watch, 'ready'> | null,
  stopping: () => boolean,
): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/livez',
      handle: async (_request, response) => answer(response, 200, { live: true }),
    },
    {
      method: 'GET',
      path: '/readyz',
      handle: async (_request, response) => {
        const parts: Record<string, boolean> = { store: await store.ready() };
        if (identities !== null) parts['identities'] = identities.ready();
        for (const { platform, ready } of adapters) parts[platform] = ready();
        const ready = !stopping() && Object.values(parts).every((it) => it);
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
