import type { Readable, Writable } from 'node:stream';
import type { Fault } from './bot/faults.js';

/** The world of a command: injected, so that tests need no process. `process` has this shape. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean; setRawMode?(on: boolean): unknown };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable & { readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back on Ctrl-C; gives a function that stops that. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** The same for a request from outside to end. Without it, or without a listener, the process ends at once. */
  readonly onTerminate?: (listener: () => void) => () => void;
  /** Calls back with what nobody caught. Without it, or without a listener, the process ends with its text. */
  readonly onFault?: (listener: (fault: Fault) => void) => () => void;
  /** Ends the process now, whatever is still under way. */
  readonly leave?: (code: number) => void;
}
