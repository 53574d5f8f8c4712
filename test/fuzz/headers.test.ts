import { expect, test } from 'vitest';
import { distrust } from '../../adapters/slack/signature.js';
import { ownerOf, parseChallenges } from '../../src/azure/challenge.js';
import { retryAfterSeconds } from '../../src/azure/retry-after.js';
import { headersOf } from '../../src/config/otlp-headers.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { isSameOrigin } from '../../src/pages/web/same-origin.js';
import { holds } from './hold.js';
import { wildText } from './wild.js';

const host = parseLoginServer('contoso.azurecr.io');
if (host === null) throw new Error('no login server');

test('WWW-Authenticate: a challenge is own, foreign or none', () => {
  const header = wildText(
    'Bearer realm="https://contoso.azurecr.io/oauth2/token",service="contoso.azurecr.io"',
    'Bearer realm="https://evil.example/oauth2/token", service="contoso.azurecr.io", scope="registry:catalog:*"',
    'Basic realm="x", Bearer realm="https://contoso.azurecr.io/oauth2/token",service="contoso.azurecr.io",error="invalid_token"',
  );
  holds(header, parseChallenges);
  holds(
    header,
    (it) => ownerOf(it, host),
    (owner, it) => {
      expect(['own', 'foreign', 'none']).toContain(owner);
      // Who has the host's own realm nowhere in it is not the host's.
      if (!it.includes('https://contoso.azurecr.io/oauth2/token')) expect(owner).not.toBe('own');
    },
  );
});

test('Retry-After: seconds, and never a negative or endless time', () => {
  const header = wildText(
    '30',
    '120',
    'Fri, 31 Dec 2027 23:59:59 GMT',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '1500',
  );
  const read = (it: string) =>
    ['retry-after', 'retry-after-ms'].map((name) =>
      retryAfterSeconds({ get: (asked) => (asked === name ? it : undefined) }, 1_800_000_000_000),
    );
  holds(header, read, (all) => {
    for (const seconds of Array.isArray(all) ? all : []) {
      expect(seconds === null || (Number.isFinite(seconds) && seconds >= 0)).toBe(true);
    }
  });
});

test('headers for a collector: printable, or none at all', () => {
  holds(
    wildText('authorization=Bearer%20abc,x-tenant=one', 'a=b', 'a = b , c=d%0d%0ae'),
    headersOf,
    (found) => {
      for (const [name, value] of Object.entries(found ?? {})) {
        expect(name).toMatch(/^[\w-]+$/);
        expect(value).toMatch(/^[\x20-\x7e]*$/);
      }
    },
  );
});

test('signatures of Slack: what nobody signed is never genuine', () => {
  const now = 1_800_000_000_000;
  const signature = wildText(`v0=${'a'.repeat(64)}`, 'v0=', 'v1=abc');
  holds(
    signature,
    (it) => distrust('fake-signing-secret', Buffer.from(it), { signature: it, timestamp: '1800000000' }, now),
    (why) => {
      expect(why).not.toBeNull();
    },
  );
  const timestamp = wildText('1800000000', '1800000301', '-1', '1e9');
  holds(
    timestamp,
    (it) =>
      distrust(
        'fake-signing-secret',
        Buffer.from('x'),
        { signature: `v0=${'a'.repeat(64)}`, timestamp: it },
        now,
      ),
    (why) => {
      expect(why).not.toBeNull();
    },
  );
});

test('Origin: nobody but the page itself', () => {
  const own = 'https://bot.example';
  holds(
    wildText(own, 'https://bot.example.evil', 'null', 'https://bot.example/'),
    (it) => isSameOrigin({ origin: it }, own),
    (same, it) => {
      expect(same).toBe(it === own);
    },
  );
});
