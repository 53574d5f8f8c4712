/** The program of a process that works for the bot, and may be killed at any call: see `WorkerProcess`. */
import { acts, type Bot, openBot } from './bot.js';
import { Gate } from './gate.js';
import type { Order, Reply } from './orders.js';
import { proxiedNetwork } from './proxied-network.js';
import { watchStatements } from './sqlite-gate.js';

let bot: Bot | null = null;
let gate: Gate | null = null;
let ahead = 0;

async function obey(order: Order): Promise<Reply> {
  switch (order.do) {
    case 'open': {
      const { config, proxy, authority } = order;
      ahead = order.ahead;
      bot = await openBot(config, proxiedNetwork(proxy, authority), () => Date.now() + ahead);
      if (order.watched) {
        gate = new Gate(order.point, () => process.kill(process.pid, 'SIGKILL'));
        watchStatements(gate);
      }
      return { done: 0, seen: [] };
    }
    case 'act': {
      if (bot === null) throw new Error('not open');
      ahead = order.ahead;
      let done = 0;
      for (const name of order.acts) done += await acts[name](bot, order.ids, order.by);
      return { done, seen: gate?.seen ?? [] };
    }
    case 'serve':
      if (bot === null) throw new Error('not open');
      bot.executor.start();
      return { done: 0, seen: [] };
    case 'close':
      await bot?.executor.stop();
      await bot?.close();
      bot = null;
      return { done: 0, seen: [] };
  }
}

/** Whoever cannot be told has gone: nobody may outlive those who test. */
function say(reply: Reply | { readonly problem: string }): void {
  process.send?.(reply, undefined, undefined, (error) => {
    if (error !== null) process.exit();
  });
}

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  obey(order).then(say, (error: unknown) => {
    say({ problem: error instanceof Error ? `${error.stack}` : 'unknown' });
  });
});
say({ done: 0, seen: [] });
