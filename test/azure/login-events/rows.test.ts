import { describe, expect, test } from 'vitest';
import { eventsIn } from '../../../src/azure/login-events/rows.js';
import { clientOf } from '../../../src/azure/login-events/user-agent.js';

const columns = ['Identity', 'TimeGenerated', 'UserAgent', 'CallerIpAddress', 'ResultDescription'];
const at = new Date('2026-03-02T08:41:07.123Z');
const guid = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';

function event(identity: unknown, userAgent = 'docker/26.1.4', ip: unknown = '203.0.113.7', result = '401') {
  const table = {
    columnDescriptors: columns.map((name) => ({ name })),
    rows: [[identity, at, userAgent, ip, result]],
  };
  return eventsIn(table, ['ci-builds'])?.[0];
}

test('an event is read by the names of its columns', () => {
  expect(event(guid.toUpperCase())).toEqual({
    at: '2026-03-02T08:41:07Z',
    status: 401,
    identity: { kind: 'named', name: guid },
    ip: '203.0.113.7',
    client: 'docker 26.1.4',
  });
});

describe('identities', () => {
  test.each([
    ['a person', 'dana@contoso.com', { kind: 'named', name: 'dana@contoso.com' }],
    [
      'a guest',
      'eve_gmail.com#EXT#@contoso.onmicrosoft.com',
      { kind: 'named', name: 'eve_gmail.com#EXT#@contoso.onmicrosoft.com' },
    ],
    ['a name that was asked for', 'CI-Builds', { kind: 'named', name: 'ci-builds' }],
    ['nobody', ' ', { kind: 'none' }],
    ['nobody at all', null, { kind: 'none' }],
    ['a password in the wrong field', 'hunter2hunter2hunter2hunter2hunt', { kind: 'untold' }],
    [
      'a secret before an @',
      'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl@contoso.com',
      { kind: 'untold' },
    ],
    ['markdown', '[sign in](https://evil.example)', { kind: 'untold' }],
    ['a mention', '<!channel>', { kind: 'untold' }],
  ])('%s', (_, text, identity) => {
    expect(event(text)?.identity).toEqual(identity);
  });
});

describe('what a client writes', () => {
  test.each([
    ['docker/26.1.4 go/go1.21.11 git-commit/de5c9cf', 'docker 26.1.4'],
    ['docker/18.03.0-ce go/go1.9.4', 'docker 18.03.0'],
    ['containerd/v1.7.12', 'containerd 1.7.12'],
    ['containers/5.29.2 (github.com/containers/image)', 'containers/image (podman, skopeo) 5.29.2'],
    ['Go-http-client', 'Go-http-client'],
    ['docker/[click](https://evil.example)', 'docker'],
    ['constructor/1.0', null],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln', null],
    ['*bold* <@U012345> https://evil.example', null],
    ['', null],
  ])('%s', (userAgent, client) => {
    expect(clientOf(userAgent)).toBe(client);
  });

  test('an address has one form, and what is none is left out', () => {
    expect(event(guid, '', '::ffff:203.0.113.7')?.ip).toBe('203.0.113.7');
    expect(event(guid, '', '203.0.113.7](https://evil.example)')?.ip).toBeNull();
    expect(event(guid, '', 'fe80::1%evil')?.ip).toBeNull();
  });

  test('a status is a number of three digits', () => {
    expect(event(guid, '', null, '403')?.status).toBe(403);
    expect(event(guid, '', null, 'Forbidden')?.status).toBeNull();
    expect(event(guid, '', null, '4011')?.status).toBeNull();
  });
});

test('a table without times is not the one that was asked for', () => {
  expect(eventsIn({ columnDescriptors: [{ name: 'Count' }], rows: [[3]] }, [])).toBeNull();
  expect(eventsIn({ columnDescriptors: [{ name: 'Count' }], rows: [] }, [])).toEqual([]);
});
