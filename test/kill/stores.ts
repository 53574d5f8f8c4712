import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type PostgresServer } from '../store/postgres-server.js';
import type { Gate } from './gate.js';
import { openPostgresGate } from './postgres-gate.js';

/** Stores of a kind. */
export interface Stores {
  readonly name: string;
  /** An empty one. */
  create(): Promise<StorePlace>;
  /** One with the content of another, on which nobody is at that moment. */
  copy(of: StorePlace): Promise<StorePlace>;
  /**
   * The address of a store for a process whose statements are seen from outside; null where the process must watch them
   * itself.
   */
  watched(url: string, gate: () => Gate | null): Promise<{ readonly url: string; close(): void } | null>;
}

export interface StorePlace {
  readonly url: string;
  remove(): Promise<void>;
}

export const sqliteStores: Stores = {
  name: 'SQLite',
  create: async () => newFile(),
  copy: async ({ url }) => {
    const copy = newFile();
    copyFileSync(fileOf(url), fileOf(copy.url));
    return copy;
  },
  watched: async () => null,
};

function newFile(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'acr-help-kill-'));
  return {
    url: `sqlite:${join(folder, 'ledger.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

function fileOf(url: string): string {
  return url.slice('sqlite:'.length);
}

export function postgresStores(server: PostgresServer): Stores {
  const placed = (url: string): StorePlace => ({
    url,
    // Those that died may still have a connection.
    remove: async () => void (await ask(atHome(url), `drop database ${nameOf(url)} with (force)`)),
  });
  return {
    name: 'PostgreSQL',
    create: async () => placed(await server.newDatabase()),
    copy: async ({ url }) => {
      const name = `copy_${randomBytes(6).toString('hex')}`;
      await ask(atHome(url), `create database ${name} template ${nameOf(url)}`);
      return placed(withPath(url, name));
    },
    watched: async (url, gate) => {
      const way = await openPostgresGate(server.port, gate);
      const through = new URL(url);
      through.port = String(way.port);
      return { url: through.href, close: () => way.close() };
    },
  };
}

function atHome(url: string): string {
  return withPath(url, 'postgres');
}

function withPath(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
