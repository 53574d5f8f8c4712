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

function unsupported(why: string): StoreError {
  return new StoreError('unsupported-url', `The address of the store cannot be used: ${why}.`);
}
