import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { connectAccess } from '../../src/access/connect.js';
import { connectIdentities } from '../../src/access/identities/connect.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Network } from '../../src/azure/network.js';
import { createNodeNetwork } from '../../src/azure/node-network.js';
import { connect } from '../../src/checks/connection.js';
import { identityEndpoint } from '../support/identity-endpoint.js';
import { unsignedJwt } from '../support/jwt.js';
import { signal } from './wired.js';

/** The bot as it is put together, with managed identities: each of its parts reaches the machine's endpoint. */

const endpoint = identityEndpoint();
const objectId = '77777777-7777-4777-8777-777777777777';
beforeEach(() => {
  endpoint.asked.splice(0);
  endpoint.answer = () => ({ status: 200, token: unsignedJwt({ oid: objectId }) });
});
const whoAsked = () => [...new Set(endpoint.asked.map((it) => it.get('client_id')))];

const managed = () => ({ kind: 'managed-identity', clientId: randomUUID() }) as const;

/** No name is found: whatever comes after the token ends there, and nothing leaves this machine. */
const network: Network = {
  ...createNodeNetwork(),
  resolve: async () => ({ kind: 'failed', reason: 'refused' }),
};
const azure = { network, cloud: publicCloud, subscriptions: null };

test('live checks', async () => {
  const credential = managed();
  const connection = connect({
    ...azure,
    credential,
    vantage: 'bot',
    readsData: false,
    now: () => new Date(),
  });
  expect(await connection.whoAmI(signal)).toEqual({ ok: true, value: objectId });
  expect(whoAsked()).toEqual([credential.clientId]);
});

test('what each identity may do', async () => {
  const [reader, grantor, rotator] = [managed(), managed(), managed()];
  const { own } = connectIdentities({ ...azure, credentials: { reader, grantor, rotator } });
  await Promise.all(own.map(({ rights }) => rights.graphPermissions(signal)));
  expect(whoAsked().sort()).toEqual([reader, grantor, rotator].map(({ clientId }) => clientId).sort());
});

test('reading people, and giving roles', async () => {
  const [reader, grantor] = [managed(), managed()];
  const { people, granter } = connectAccess({
    ...{ ...azure, reader, grantor, rotator: null, vaults: [] },
    readsData: false,
    now: () => new Date(),
  });
  await people.person(objectId, objectId, signal);
  await granter?.read({ scope: `/subscriptions/${objectId}`, name: objectId }, signal);
  expect(whoAsked().sort()).toEqual([reader, grantor].map(({ clientId }) => clientId).sort());
});
