import { expect, test } from 'vitest';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Subject } from '../../src/checks/check.js';
import { connect } from '../../src/checks/connection.js';
import type { LogLook } from '../../src/checks/login-events/log-look.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { ask, clientId, running, server } from '../sandbox/network/running.js';

/** A sign-in that fails at a registry of a world, as it shows in the log: over the network, with the production clients. */

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

test('a refused sign-in can be seen some minutes later, with the address that the registry saw', {
  timeout: 60_000,
}, async () => {
  const sandbox = await running({
    workspaces: { central: { subscription: 'prod' } },
    registry: { diagnostics: { logs: { workspace: 'central', created: '-1h' } } },
    roleAssignments: { ana: { principal: 'ana', role: 'Reader', scope: 'registry:contoso' } },
  });
  const { look } = connect({
    ...{ network: sandbox.network('bot'), cloud: publicCloud, credential: sandbox.botCredential() },
    ...{ subscriptions: null, vantage: 'bot', readsData: false, now: sandbox.now },
  });
  const loginServer = parseLoginServer(server);
  if (loginServer === null) throw new Error('another world');
  const subject: Subject = {
    ...{ loginServer, repository: null, reference: null, platform: null, operation: 'pull' },
    ...{ subscription: null, clientIp: null, federation: null, cluster: null },
    identity: { kind: 'application', clientId },
  };
  const seen = (): Promise<LogLook> =>
    look({ subject, asker: sandbox.objectIdOf('ana'), since: null }, AbortSignal.timeout(20_000));

  const headers = {
    authorization: basic(clientId, 'not-the-secret'),
    'user-agent': 'docker/26.1.4 go/go1.21',
  };
  expect((await ask(sandbox, `https://${server}/v2/`, { headers })).status).toBe(401);
  expect(await seen()).toMatchObject({ kind: 'not-collected', why: 'nothing-yet' });

  sandbox.advance(10 * 60_000);
  const later = await seen();
  expect(later).toMatchObject({ kind: 'events', sees: 'all', collected: true });
  const events = later.kind === 'events' ? later.events : [];
  expect(events).toEqual([
    {
      at: expect.any(String),
      status: 401,
      identity: { kind: 'named', name: clientId },
      ip: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/),
      client: 'docker 26.1.4',
      match: 'identity',
    },
  ]);
  expect(JSON.stringify(later)).not.toContain('not-the-secret');
});
