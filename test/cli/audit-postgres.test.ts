import { expect, test } from 'vitest';
import { withPostgres } from '../store/postgres.js';
import { ask } from '../store/postgres-server.js';
import { describeAudit, fill } from './describe-audit.js';
import { run } from './world.js';

await withPostgres((server) => {
  describeAudit('PostgreSQL', async (count) => {
    const url = await server.newDatabase();
    await fill(url, count);
    return {
      url,
      change: async (sql) => {
        await ask(url, sql);
      },
    };
  });

  test('a database that is not to be had is no broken record, and nobody reads its password', async () => {
    const url = await server.newDatabase();
    const { code, out, err } = await run(['audit', 'verify', '--store', `${url}_gone`]);
    expect([code, out]).toEqual([69, '']);
    const { password } = new URL(url);
    expect(err).not.toContain(password);
    expect(err).not.toContain(decodeURIComponent(password));
  });
});
