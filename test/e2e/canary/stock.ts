import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { vi } from 'vitest';
import { type Collector, openCollector } from '../../support/collector.js';
import { freePort } from '../../support/free-port.js';
import type { Company } from '../company.js';
import type { Sink } from './search.js';

/** What is measured and traced of the bot: settings that turn it on, and what there was to see. */
export interface Eyes {
  readonly env: Readonly<Record<string, string>>;
  /** `/metrics`, as long as the bot runs. */
  readonly page: () => Promise<string>;
  /** What came to the collector of traces. */
  readonly collector: Collector;
}

export async function openEyes(): Promise<Eyes> {
  const collector = await openCollector();
  const port = String(await freePort());
  return {
    env: { METRICS_PORT: port, OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
    page: async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(),
    collector,
  };
}

/** What SDKs say past the log of the bot. */
export function recordedConsole(): readonly string[] {
  const lines: string[] = [];
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, level).mockImplementation((...said) => void lines.push(format(...said)));
  }
  return lines;
}

/** Everything that went to Slack and to Teams, failed calls too, but for the tokens in front of it; and the log. */
export function leftBehind({ slack, teams, traces }: Company): readonly Sink[] {
  const { calls, workspace } = slack.server;
  return [
    sink('Slack', [
      calls.map(({ method, args }) => [method, args]),
      workspace.messages,
      [...workspace.homes],
    ]),
    sink(
      'Teams',
      teams.connector.calls.map(({ method, path, body }) => [method, path, body]),
    ),
    sink('log', traces.log),
  ];
}

export function sink(name: string, content: unknown): Sink {
  return { name, bytes: Buffer.from(JSON.stringify(content)) };
}

/** Every file of a folder, as its bytes lie: the database, and what it keeps beside it. */
export function filesIn(folder: string, when: string): readonly Sink[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== 'policy.yaml')
    .map(({ parentPath, name }) => ({
      name: `${name} ${when}`,
      bytes: readFileSync(join(parentPath, name)),
    }));
}
