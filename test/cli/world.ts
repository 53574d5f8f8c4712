import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../src/cli.js';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface World {
  readonly input?: string | Buffer | Iterable<string | Buffer>;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
}

/** Runs the command line in this process, with streams of its own. */
export async function run(
  argv: readonly string[],
  { input = '', env = {}, columns }: World = {},
): Promise<Run> {
  const chunks = typeof input === 'string' || Buffer.isBuffer(input) ? [input] : input;
  const stdout = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
  const stderr = new PassThrough();
  let out = '';
  let err = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const stdin = Readable.from(chunks, { objectMode: false });
  const code = await runCli(argv, { stdin, stdout, stderr, env, onInterrupt: () => () => {} });
  await new Promise((resolve) => setImmediate(resolve));
  return { code, out, err };
}

export const firewall =
  "Error response from daemon: pull access denied for contoso.azurecr.io/team/api, repository does not exist or may require 'docker login': denied: client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.";
export const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
