import { z } from 'zod';
import type { Party } from '../../src/access/request.js';
import type { ActName, BotConfig } from './bot.js';
import type { Point } from './points.js';

/** What a process is told to do, one after the other. */
export type Order =
  | {
      readonly do: 'open';
      readonly config: BotConfig;
      readonly proxy: string;
      readonly authority: string;
      /** Milliseconds that its clock is ahead of the machine's. */
      readonly ahead: number;
      /** Whether it watches its own statements, and the one at which it dies. */
      readonly watched: boolean;
      readonly point: Point | null;
    }
  | {
      readonly do: 'act';
      readonly acts: readonly ActName[];
      readonly ids: readonly string[];
      readonly by: Party;
      readonly ahead: number;
    }
  /** Goes on working by itself. */
  | { readonly do: 'serve' }
  | { readonly do: 'close' };

const call = z.object({ channel: z.enum(['statement', 'http']), label: z.string() });
export const replyShape = z.union([
  /** How much there was to do, and the statements that it has watched. */
  z.object({ done: z.number(), seen: z.array(call).readonly() }),
  z.object({ problem: z.string() }),
]);
export type Reply = Exclude<z.infer<typeof replyShape>, { readonly problem: string }>;
