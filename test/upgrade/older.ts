import { readFileSync } from 'node:fs';
import Sqlite from 'libsql';
import { z } from 'zod';
import { newPath } from '../store/open-engine.js';
import type { PostgresServer } from '../store/postgres-server.js';
import { ask } from '../store/postgres-server.js';

const fixture = (name: string) =>
  readFileSync(new URL(`../fixtures/upgrade/${name}`, import.meta.url), 'utf8');

/** Steps of the schema that the older version did not know. */
export const newSteps = ['0003-replicas', '0004-tallies'];

/** A file as an older version left it. */
export async function olderFile(): Promise<string> {
  const path = newPath();
  const database = new Sqlite(path);
  database.exec(fixture('sqlite.sql'));
  database.exec(fixture('rows.sql'));
  database.close();
  return `sqlite:${path}`;
}

/** A database of a server as an older version left it. */
export async function olderDatabase(server: PostgresServer): Promise<string> {
  const url = await server.newDatabase();
  await ask(url, fixture('postgres.sql'));
  await ask(url, fixture('rows.sql'));
  return url;
}

const workspace = z.object({
  at: z.number(),
  messages: z.array(
    z.looseObject({
      channel: z.string(),
      ts: z.string(),
      thread: z.string().nullable(),
      text: z.string(),
      blocks: z.unknown(),
      edited: z.boolean(),
      onlyFor: z.string().nullable(),
      metadata: z.unknown().optional(),
    }),
  ),
});

/** What stood in Slack when the older version stopped, and when that was. */
export function olderSlack(origin: string): z.infer<typeof workspace> {
  return workspace.parse(JSON.parse(fixture('slack.json').replaceAll('http://bot.origin', origin)));
}
