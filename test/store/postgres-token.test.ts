import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Authority } from '../../sandbox/network/authority.js';
import { silent } from '../../src/observe/log.js';
import { inspectStore } from '../../src/store/inspect.js';
import { openPostgres, type TokenFor } from '../../src/store/postgres.js';
import { readTokenAddress } from '../../src/store/postgres-address.js';
import { tempTree } from '../support/temp.js';
import { withPostgres } from './postgres.js';
import { ask, fakePassword } from './postgres-server.js';

/** Tokens of Entra are passwords to PostgreSQL: here a server whose account changes its password stands for that. */

describe('the address of a server that takes tokens', () => {
  it('has an account, a checked certificate and no password', () => {
    expect(readTokenAddress('postgres://acr-help-store@db.example/acr_help?sslmode=require')).toEqual({
      user: 'acr-help-store',
      host: 'db.example',
      port: 5432,
      database: 'acr_help',
      ssl: {},
    });
  });

  it.each([
    ['nothing encrypted', 'postgres://acr@db.example/acr'],
    ['encryption switched off', 'postgres://acr@db.example/acr?sslmode=disable'],
    ['a password', 'postgres://acr:fake@db.example/acr?sslmode=verify-full'],
    ['no account', 'postgres://db.example/acr?sslmode=verify-full'],
    ['a socket', 'postgres://acr@/acr?host=/run/postgresql&sslmode=verify-full'],
    ['a key', 'postgres://acr@db.example/acr?sslmode=verify-full&sslkey=key.pem'],
    [
      'a file that is not there',
      'postgres://acr@db.example/acr?sslmode=verify-full&sslrootcert=/nonexistent',
    ],
  ])('%s is refused', (_, text) => {
    expect(() => readTokenAddress(text)).toThrow(
      expect.objectContaining({ name: 'StoreError', code: 'unsupported-url' }),
    );
  });
});

await withPostgres((server) => {
  let authority: Authority;
  beforeAll(async () => {
    authority = await Authority.create('Ours');
    await server.encrypt(await authority.leaf(['localhost']));
  });

  async function opened(token: TokenFor) {
    const admin = await server.newDatabase();
    const url = new URL(admin);
    url.hostname = 'localhost';
    url.password = '';
    url.searchParams.set('sslmode', 'verify-full');
    url.searchParams.set('sslrootcert', join(tempTree({ 'ca.pem': authority.pem }), 'ca.pem'));
    const engine = openPostgres(url.href, silent, {}, token);
    onTestFinished(engine.close);
    const who = async () => {
      try {
        const { rows } = await sql<{
          ssl: boolean;
        }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(engine.db);
        return rows[0]?.ssl;
      } catch (error) {
        const { code, message } = engine.explain(error);
        return `${code}: ${message}`;
      }
    };
    return { who, admin, url: url.href };
  }

  it('asks for the token of each new connection, encrypted', async () => {
    const tokens = [fakePassword, 'worn-out'];
    const { who } = await opened(async () => tokens.shift() ?? fakePassword);
    expect(await Promise.all([who(), who(), who()])).toEqual(
      expect.arrayContaining([true, expect.stringMatching(/^denied: /), true]),
    );
  });

  it('lets doctor look with a token, too', async () => {
    const { url } = await opened(async () => fakePassword);
    expect(await inspectStore(url, async () => fakePassword)).toMatchObject({
      ...{ kind: 'looked', engine: 'postgres', empty: true, unencrypted: false },
    });
    expect(await inspectStore(url, async () => 'worn-out')).toEqual({ kind: 'failed', code: 'denied' });
  });

  it('says that there was no token, and is not stuck by it', async () => {
    let times = 0;
    const { who, admin } = await opened(async () => {
      times += 1;
      if (times === 1) throw new Error('fake-secret');
      return fakePassword;
    });
    expect(await who()).toBe('denied: Entra gave the identity of STORE_CLIENT_ID no token for the server.');
    expect(await who()).toBe(true);
    expect(await ask(admin, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
