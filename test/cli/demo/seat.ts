import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCli } from '../../../src/cli.js';

/** Long enough for a world to start on a busy machine. */
const PATIENCE_MS = 25_000;

/** A person who runs the command line at a terminal. */
export function seat(argv: readonly string[], columns = 80) {
  const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const stdout = Object.assign(new PassThrough(), { isTTY: true, columns });
  const stderr = new PassThrough();
  let screen = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  stderr.resume();
  const env = { NO_COLOR: '1', TERM: 'xterm' };
  const ended = runCli(argv, { stdin, stdout, stderr, env, onInterrupt: () => () => {} });
  /** Waits until the screen shows it; gives what was shown until then, and forgets that. */
  const see = async (text: string): Promise<string> => {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(10)) {
      const at = screen.indexOf(text);
      if (at < 0) continue;
      const seen = screen.slice(0, at + text.length);
      screen = screen.slice(at + text.length);
      return seen;
    }
    throw new Error(`"${text}" is not on the screen:\n${screen}`);
  };
  /** Types a line, and gives what is shown until the next prompt. */
  const enter = async (line: string, prompt: string): Promise<string> => {
    stdin.write(`${line}\r`);
    return see(prompt);
  };
  return { see, enter, type: (text: string): void => void stdin.write(text), ended };
}
