import { readFileSync } from 'node:fs';
import { StoreError } from './store-error.js';

/** What a certificate is checked by is libpq's `verify-full` for all of them; libpq's own `require` checks nothing. */
const encrypted = ['require', 'verify-ca', 'verify-full'];

const parameters = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'host', 'application_name'];

/** The address of a PostgreSQL server as `pg` takes it. */
export interface PostgresAddress {
  readonly connectionString: string;
  /** Where the address says nothing of it. */
  readonly ssl: false;
}

/**
 * Reads `postgres://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETERS`. Without `sslmode` nothing is encrypted; with it, the
 * server's certificate is checked against the authorities of Node or those of the file `sslrootcert`. A Unix socket is
 * `host=/FOLDER`. No message holds the address, which may hold a password.
 *
 * @throws StoreError `unsupported-url`
 */
export function readPostgresAddress(text: string): PostgresAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^\/[^/]+$/.test(url.pathname) || url.hash !== '') {
    throw unsupported(
      'a server is named by postgres://USER:PASSWORD@HOST:PORT/DATABASE, signs such as @ / ? # % in a password encoded',
    );
  }
  const { searchParams } = url;
  const names = [...searchParams.keys()];
  if (names.some((name) => !parameters.includes(name)) || new Set(names).size < names.length) {
    throw unsupported(`after ? it may have, once each, ${parameters.join(', ')}`);
  }
  const mode = searchParams.get('sslmode');
  if (mode === null && names.some((name) => name.startsWith('ssl'))) {
    throw unsupported('where it names certificates, it needs sslmode=verify-full');
  }
  if (mode !== null && mode !== 'disable') {
    if (!encrypted.includes(mode)) {
      throw unsupported('sslmode is disable or verify-full; require and verify-ca check as much');
    }
    searchParams.set('sslmode', 'verify-full');
  }
  return { connectionString: url.href, ssl: false };
}

/** The address of a server that takes a token of Entra in the place of a password. */
export interface TokenAddress {
  readonly user: string;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly ssl: { readonly ca?: string };
}

/**
 * Reads `postgres://USER@HOST:PORT/DATABASE?sslmode=verify-full`, with `sslrootcert` where the server has an authority of
 * its own. The server gets the token as it is, so nothing is sent to one whose certificate was not checked.
 *
 * @throws StoreError `unsupported-url`
 */
export function readTokenAddress(text: string): TokenAddress {
  const { hostname, port, username, password, pathname, searchParams } = new URL(
    readPostgresAddress(text).connectionString,
  );
  const names = [...searchParams.keys()].filter((name) => name !== 'sslmode' && name !== 'sslrootcert');
  if (hostname === '' || username === '' || password !== '' || names.length > 0) {
    throw unsupported(
      'with STORE_CLIENT_ID it has USER@HOST and no password, and only sslmode and sslrootcert after ?',
    );
  }
  if (searchParams.get('sslmode') !== 'verify-full') {
    throw unsupported('with STORE_CLIENT_ID it needs sslmode=verify-full');
  }
  const file = searchParams.get('sslrootcert');
  return {
    user: decodeURIComponent(username),
    host: hostname,
    port: port === '' ? 5432 : Number(port),
    database: decodeURIComponent(pathname.slice(1)),
    ssl: file === null ? {} : { ca: authorities(file) },
  };
}

function authorities(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw unsupported('the file of its sslrootcert cannot be read');
  }
}

function unsupported(why: string): StoreError {
  return new StoreError('unsupported-url', `The address of the store cannot be used: ${why}.`);
}
