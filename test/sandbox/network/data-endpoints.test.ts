import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import type { Side } from '../../../sandbox/service.js';
import { ask, running, server } from './running.js';

/** Data endpoints and regional login servers over TLS, as both sides reach them. */

const west = 'contoso.westeurope.data.azurecr.io';
const north = 'contoso.northeurope.data.azurecr.io';
const regional = 'contoso.northeurope.geo.azurecr.io';
const every = [server, west, north, regional];

const spread = (situation: object = {}) =>
  running({
    registry: {
      dataEndpoint: true,
      regionalEndpoints: true,
      adminUser: true,
      replications: { northeurope: {} },
    },
    ...situation,
  });

/** Which hosts a side reaches, with their status; else why not. */
async function reached(sandbox: Sandbox, side: Side) {
  const outcomes = every.map(async (host) => {
    const answer = ask(sandbox, `https://${host}/v2/`, { side });
    return answer.then(
      ({ status }) => status,
      (error: NodeJS.ErrnoException) => error.code ?? error.message,
    );
  });
  return Promise.all(outcomes);
}

describe('every endpoint of a registry in two regions', () => {
  test.each(['person', 'bot'] as const)(
    'is there for the %s, with a certificate of its own',
    async (side) => {
      // A data endpoint takes links with a signature only.
      expect(await reached(await spread(), side)).toEqual([401, 403, 403, 401]);
    },
  );

  test.each([
    ['person', { dns: 'not-found' }, `${north}: not-found`],
    ['bot', { dns: 'not-found' }, `${north}: not-found`],
    ['person', { tcp: 'refused' }, 'ECONNREFUSED'],
    ['bot', { tcp: 'unreachable' }, 'EHOSTUNREACH'],
    ['person', { tls: 'untrusted' }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['bot', { tls: 'wrong-name' }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['person', { http: 'reset' }, 'ECONNRESET'],
    ['bot', { http: { status: 503 } }, 503],
  ] as const)('may be broken at one of them for one side: %s, %j', async (side, fault, outcome) => {
    const sandbox = await spread({ faults: { f: { host: north, for: side, ...fault } } });
    expect(await reached(sandbox, side)).toEqual([401, 403, outcome, 401]);
    expect(await reached(sandbox, side === 'person' ? 'bot' : 'person')).toEqual([401, 403, 403, 401]);
  });

  test('may be broken by a suffix: the login server stays', async () => {
    const faults = { f: { host: '*.data.azurecr.io', for: 'person', tcp: 'refused' } };
    const sandbox = await spread({ faults });
    expect(await reached(sandbox, 'person')).toEqual([401, 'ECONNREFUSED', 'ECONNREFUSED', 401]);
  });
});

test('layers come from the region that is asked, or not where its endpoint is shut', async () => {
  const faults = { f: { host: north, for: 'person', tcp: 'refused' } };
  const sandbox = await spread({ faults });
  const authorization = `Basic ${btoa('contoso:sandbox-contoso-admin-password')}`;
  const headers = { authorization, accept: 'application/vnd.oci.image.manifest.v1+json' };
  for (const [host, endpoint] of [
    [server, west],
    [regional, north],
  ]) {
    const manifest = await ask(sandbox, `https://${host}/v2/team/app/manifests/v1`, { headers });
    const { digest } = JSON.parse(manifest.body).layers[0];
    const redirect = await ask(sandbox, `https://${host}/v2/team/app/blobs/${digest}`, { headers });
    const location = redirect.headers.location ?? '';
    expect([redirect.status, new URL(location).host]).toEqual([307, endpoint]);
    const layer = ask(sandbox, location);
    if (endpoint === west) expect((await layer).status).toBe(200);
    else await expect(layer).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  }
});
