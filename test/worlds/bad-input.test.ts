import { describe, expect, test } from 'vitest';
import { type BadWorld, talkIn } from './bad-world.js';
import { expectSound, reasonsIn, verdictsOf } from './expect-sound.js';

/** Slow faults end at a deadline of their own or at that of the diagnosis: they wait side by side. */
const LONG = 90_000;
const builds = 'contosobuilds.azurecr.io';
const signIn = 'login.microsoftonline.com';
const arm = 'management.azure.com';
const graph = 'graph.microsoft.com';

/** A service principal that is refused; the bot sees its roles where nothing is in the way. */
const refused = (patch: Readonly<Record<string, unknown>>): BadWorld => ({
  file: 'role-missing.yaml',
  patch,
});
const at = (host: string, fault: object) => ({ [`at-${host.replaceAll(/\W/g, '-')}`]: { host, ...fault } });
const everywhere = (fault: object) =>
  Object.assign({}, ...['*.azurecr.io', signIn, arm, graph].map((host) => at(host, fault)));

describe('a registry that is not there', () => {
  test.concurrent('an unknown name is told as such', { timeout: LONG }, async () => {
    const talked = await talkIn({ file: 'registry-not-found.yaml' });
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({ dns: 'not-found', 'registry-lookup': 'absent' });
    expect(talked.messages.at(-1)?.outcome?.cause).toBe('registry-not-found');
  });

  test.concurrent('one in another cloud is looked at as a stranger would', { timeout: LONG }, async () => {
    const abroad = 'contosochina.azurecr.cn';
    const talked = await talkIn(
      refused({
        bot: { dataReader: true },
        tenants: { abroad: {} },
        subscriptions: { china: { tenant: 'abroad', botReads: false } },
        registries: {
          contosochina: {
            subscription: 'china',
            loginServer: abroad,
            repositories: { web: { tags: { v1: {} } } },
          },
        },
        paste: `$ docker pull ${abroad}/web:v1\nError response from daemon: Head "https://${abroad}/v2/web/manifests/v1": unauthorized: authentication required`,
      }),
    );
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'service-state': 'healthy',
      'anonymous-pull': 'off',
      'registry-lookup': 'unknown, missing-right',
      'permission-mode': 'unknown, missing-right',
      'image-exists': 'unknown, not-reachable',
    });
    expect(talked.lookedUp).toContain(abroad);
    expect(talked.lookedUp).not.toContain('contosochina.azurecr.io');
    // The public cloud's tokens are worth nothing there, and nobody asks for others.
    expect(talked.lookedUp).not.toContain('login.chinacloudapi.cn');
  });
});

describe("the bot's own sign-in", () => {
  test.concurrent.each([
    ['there is none', 'none'],
    ['its secret has expired', 'expired-secret'],
  ])('%s: public facts only, and the person is told why', { timeout: LONG }, async (_what, state) => {
    const talked = await talkIn(refused({ bot: { signIn: state } }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'service-state': 'healthy',
      'registry-lookup': 'unknown, not-signed-in',
      'roles-legacy': 'unknown, not-signed-in',
    });
    expect(reasonsIn(talked)).toContain('Not checked: no sign-in to Azure.');
    expect(talked.lookedUp).not.toContain(arm);
    expect(talked.lookedUp).not.toContain(graph);
  });

  test.concurrent('it may read nothing: the role that is missing is named', { timeout: LONG }, async () => {
    const talked = await talkIn(refused({ bot: { denied: ['*'] } }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'registry-lookup': 'unknown, missing-right',
      'permission-mode': 'unknown, missing-right',
      'roles-legacy': 'unknown, missing-right',
    });
    expect(reasonsIn(talked)).toContain(
      'Not checked: I lack the right to look. The role `Reader` would allow it.',
    );
  });

  test.concurrent.each([[60], [1]])(
    'Azure asks to wait %i s: that is the answer, and nobody waits long',
    { timeout: LONG },
    async (retryAfter) => {
      const talked = await talkIn(refused({ faults: at(arm, { http: { status: 429, retryAfter } }) }));
      expectSound(talked);
      expect(talked.slowest).toBeLessThan(10_000);
      expect(verdictsOf(talked)).toMatchObject({
        'registry-lookup': 'unknown, throttled',
        'roles-legacy': 'unknown, throttled',
        'sp-application': 'found',
      });
      expect(reasonsIn(talked)).toContain('Not checked: Azure asks to wait.');
    },
  );
});

describe('nothing can be reached', () => {
  test.concurrent.each([
    ['no name is answered for', { dns: 'timeout' }],
    ['no host is reached', { tcp: 'unreachable' }],
    ['connections are swallowed', { tcp: 'timeout' }],
    ['TLS hangs', { tls: 'hangs' }],
    ['answers hang', { http: 'hangs' }],
    ['answers drip', { http: 'drips' }],
    ['answers have no end', { http: 'huge' }],
  ])('%s: no finding, and the person goes on alone', { timeout: LONG }, async (_what, fault) => {
    const talked = await talkIn(refused({ faults: everywhere(fault) }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'registry-lookup': 'unknown, not-reachable',
      'roles-legacy': 'unknown, not-reachable',
      'sp-application': 'unknown, not-reachable',
    });
    expect(talked.findings.filter(({ verdict }) => verdict !== 'unknown')).toEqual([]);
    expect(reasonsIn(talked)).toContain('Not checked: no answer.');
    expect(talked.messages.at(-1)?.outcome?.cause).not.toBe('role-missing');
  });

  test.concurrent.each([
    ['a proxy that opens TLS', { tls: 'untrusted' }],
    ['somebody else', { tls: 'wrong-name' }],
  ])(
    '%s answers in the place of all: it is said, and nothing is sent there',
    {
      timeout: LONG,
    },
    async (_what, fault) => {
      const talked = await talkIn(refused({ faults: everywhere(fault), bot: { dataReader: true } }));
      expectSound(talked);
      expect(verdictsOf(talked)).toMatchObject({
        'service-state': 'unknown, untrusted-certificate',
        'registry-lookup': 'unknown, untrusted-certificate',
        'roles-legacy': 'unknown, untrusted-certificate',
        'sp-application': 'unknown, untrusted-certificate',
      });
      expect(talked.findings.filter(({ verdict }) => verdict !== 'unknown')).toEqual([]);
      expect(reasonsIn(talked)).toContain(
        'Not checked: whoever answered could not show a certificate that I trust. I sent nothing there.',
      );
    },
  );

  test.concurrent('only the registry hangs: Azure still tells', { timeout: LONG }, async () => {
    const talked = await talkIn(refused({ faults: at(builds, { http: 'hangs' }) }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({ 'registry-lookup': 'here', 'roles-legacy': 'none' });
    expect(talked.messages.at(-1)?.outcome?.cause).toBe('role-missing');
  });

  test.concurrent('everything is slow: what is not there at the deadline is told', {
    timeout: LONG,
  }, async () => {
    const talked = await talkIn(refused({ delay: 7_000 }));
    expectSound(talked);
    expect(verdictsOf(talked)).toMatchObject({
      'service-state': 'healthy',
      'roles-legacy': 'unknown, deadline',
    });
    expect(reasonsIn(talked)).toContain('Not checked: time ran out.');
  });
});
