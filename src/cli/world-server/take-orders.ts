import type { Context } from '../context.js';
import { linesOf } from '../lines.js';
import type { Sandbox } from '../world-file.js';
import { readOrder } from './order.js';

/** Does what is typed to a world that is served, until somebody types `quit` or the input ends. */
export async function takeOrders(
  sandbox: Pick<Sandbox, 'apply' | 'advance' | 'now'>,
  { io, out, texts }: Context,
): Promise<'quit' | 'ended'> {
  const { sandbox: words } = texts;
  for await (const line of linesOf(io.stdin)) {
    const order = readOrder(line);
    switch (order.kind) {
      case 'quit':
        return 'quit';
      case 'nothing':
        break;
      case 'apply': {
        const mistakes = sandbox.apply(order.change);
        const done = words.applied.replace('{change}', () => order.change);
        await out.write(`${(mistakes.length === 0 ? [done] : mistakes).join('\n')}\n`);
        break;
      }
      case 'advance': {
        sandbox.advance(order.milliseconds);
        const time = `${sandbox.now().toISOString().slice(0, 19)}Z`;
        await out.write(`${words.advanced.replace('{time}', () => time)}\n`);
        break;
      }
      case 'unknown':
        await out.write(`${words.notUnderstood} ${words.orders}\n`);
    }
  }
  return 'ended';
}
