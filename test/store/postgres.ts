import { afterAll, describe, it } from 'vitest';
import { type PostgresServer, startPostgres } from './postgres-server.js';

/**
 * Tests that need a real PostgreSQL, one server for all of a file. Where there can be none they are skipped, and say so;
 * in CI that is a failure.
 */
export async function withPostgres(tests: (server: PostgresServer) => void): Promise<void> {
  const server = await startPostgres();
  if (typeof server !== 'string') {
    describe('PostgreSQL', () => {
      afterAll(() => server.remove());
      tests(server);
    });
    return;
  }
  const title = `NOT TESTED ON POSTGRESQL: ${server}`;
  console.warn(title);
  it.skipIf(process.env['CI'] === undefined)(title, () => {
    throw new Error(title);
  });
}
