import { describe, expect, it } from 'vitest';
import { readPostgresAddress } from '../../src/store/postgres-address.js';

const secret = 'fake-password';

describe('the address of a PostgreSQL server', () => {
  it.each([
    'postgres://acr@db.example/acr',
    `postgresql://acr:${secret}@db.example:6432/acr?application_name=bot`,
    `postgres://acr:${secret}%40%2F@[::1]/acr?sslmode=disable`,
    'postgres:///acr?host=/run/postgresql',
  ])('%s is taken as it is, unencrypted', (text) => {
    const { connectionString, ssl } = readPostgresAddress(text);
    expect(decodeURIComponent(connectionString)).toBe(decodeURIComponent(text));
    expect(ssl).toBe(false);
  });

  it.each(['require', 'verify-ca', 'verify-full'])(
    'sslmode=%s checks the certificate and its name',
    (mode) => {
      const { connectionString } = readPostgresAddress(`postgres://db.example/acr?sslmode=${mode}`);
      expect(connectionString).toBe('postgres://db.example/acr?sslmode=verify-full');
    },
  );

  it.each([
    ['nothing to read', 'postgres:'],
    ['no host', `postgres://acr:${secret}@/acr`],
    ['no database', `postgres://acr:${secret}@db.example`],
    ['a path', `postgres://acr:${secret}@db.example/acr/more`],
    ['a sign that is not encoded', `postgres://acr:${secret}#1@db.example/acr`],
    ['a slash that is not encoded', `postgres://acr:${secret}/1@db.example/acr`],
    ['a question mark that is not encoded', `postgres://acr:${secret}?1@db.example/acr`],
    ['certificates that are not checked', `postgres://acr:${secret}@db.example/acr?sslmode=no-verify`],
    ['encryption that gives way', `postgres://acr:${secret}@db.example/acr?sslmode=prefer`],
    ['the way around sslmode', `postgres://acr:${secret}@db.example/acr?ssl=no-verify`],
    ['libpq’s weaker check', `postgres://acr:${secret}@db.example/acr?uselibpqcompat=true&sslmode=require`],
    ['certificates and no encryption', `postgres://acr:${secret}@db.example/acr?sslrootcert=ca.pem`],
    ['two meanings', `postgres://acr:${secret}@db.example/acr?sslmode=require&sslmode=disable`],
    ['limits of its own', `postgres://acr:${secret}@db.example/acr?statement_timeout=0`],
  ])('%s is refused, and the password not repeated', (_, text) => {
    let refusal: unknown;
    try {
      readPostgresAddress(text);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ name: 'StoreError', code: 'unsupported-url', cause: undefined });
    expect(String(refusal)).not.toContain(secret);
    expect(String(refusal)).not.toContain('db.example');
  });
});
