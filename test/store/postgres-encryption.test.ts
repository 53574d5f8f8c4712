import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { Authority } from '../../sandbox/network/authority.js';
import { silent } from '../../src/observe/log.js';
import { openPostgres } from '../../src/store/postgres.js';
import { tempTree } from '../support/temp.js';
import { withPostgres } from './postgres.js';

await withPostgres((server) => {
  let ours: Authority;
  let others: Authority;
  beforeAll(async () => {
    [ours, others] = [await Authority.create('Ours'), await Authority.create('Others')];
    await server.encrypt(await ours.leaf(['localhost']));
  });

  /** Whether the server sees the connection encrypted. */
  async function encrypted(host: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
    const url = new URL(await server.newDatabase());
    url.hostname = host;
    for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
    const { db, explain, close } = openPostgres(url.href, silent);
    onTestFinished(close);
    try {
      const asked = sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
      return (await asked.execute(db)).rows[0]?.ssl;
    } catch (error) {
      const { code, message } = explain(error);
      return `${code}: ${message}`;
    }
  }
  const authorityIn = (authority: Authority) => join(tempTree({ 'ca.pem': authority.pem }), 'ca.pem');
  const refused = /^unreachable: .*encrypted.*sslrootcert.*\([A-Z_]+\)\.$/;

  it('encrypts where the address says so, and the certificate is of the authority that it names', async () => {
    for (const sslmode of ['require', 'verify-full'])
      expect(await encrypted('localhost', { sslmode, sslrootcert: authorityIn(ours) })).toBe(true);
  });

  it('does not where it does not say so', async () => {
    expect(await encrypted('localhost', {})).toBe(false);
    expect(await encrypted('localhost', { sslmode: 'disable' })).toBe(false);
  });

  it('does not trust another authority, an unknown one, or another name', async () => {
    const sslmode = 'require';
    expect(await encrypted('localhost', { sslmode, sslrootcert: authorityIn(others) })).toMatch(refused);
    expect(await encrypted('localhost', { sslmode })).toMatch(refused);
    expect(await encrypted('127.0.0.1', { sslmode, sslrootcert: authorityIn(ours) })).toMatch(refused);
  });
});
