import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimedToken } from '../../adapters/teams/inbound/token.js';
import {
  accessTokenOf,
  actionsOf,
  attributesOf,
  catalogOf,
  manifestOf,
  refreshTokenOf,
  tagsOf,
} from '../../src/azure/registry-bodies.js';
import { proofIn } from '../../src/azure/sign-in/assurance.js';
import { objectIdOf } from '../../src/azure/token-identity.js';
import { tenantOfToken } from '../../src/azure/token-tenant.js';
import { canary, holds, holdsLater, tellsNothing } from './hold.js';
import { wildJson, wildText } from './wild.js';

const guid = '11111111-2222-4333-8444-555555555555';
const payload = {
  iss: 'https://api.botframework.com',
  aud: guid,
  tid: guid,
  oid: guid,
  auth_time: 1_780_000_000,
  acrs: ['c1'],
  access: [{ type: 'repository', name: 'team/app', actions: ['pull', 'push'] }],
};
const base64 = (text: string) => Buffer.from(text).toString('base64url');
const signed = (json: string) => `${base64('{"alg":"RS256"}')}.${base64(json)}.c2ln`;
/** Claims of any shape in a token that can be decoded, and tokens of any shape. */
const token = fc.oneof(wildJson(payload).map(signed), wildText(signed(JSON.stringify(payload)), 'a.b.c'));

test('the claims of a channel’s token: the token itself or nothing', () => {
  const policy = { appId: guid, issuer: payload.iss, allowedTenants: [guid] };
  holds(
    token,
    (it) => claimedToken(`Bearer ${it}`, policy),
    (output, it) => {
      expect([null, it]).toContain(output);
    },
  );
  expect(claimedToken(`Bearer ${signed(JSON.stringify(payload))}`, policy)).not.toBeNull();
});

test('object id and tenant in a token of our own: a GUID or nothing', async () => {
  const credential = (it: string) => ({ getToken: async () => ({ token: it, expiresOnTimestamp: 2e12 }) });
  await holdsLater(
    token,
    async (it) => [
      await objectIdOf(credential(it), 'x/.default', new AbortController().signal),
      await tenantOfToken(credential(it), ['x/.default']),
    ],
    (all) => {
      const [object, tenant] = Array.isArray(all) ? all : [];
      for (const found of [object.ok ? object.value : null, tenant]) {
        if (found !== null) expect(found).toMatch(/^[0-9a-f-]{36}$/);
      }
    },
  );
});

test('actions in a registry’s token', () => {
  holds(token, (it) => actionsOf(it, 'team/app'));
});

test('how old a sign-in is', () => {
  const claims = wildJson(payload, { auth_time: '1', acrs: 'c1' });
  holds(claims, (json) => {
    let read: unknown = {};
    try {
      read = JSON.parse(json);
    } catch {}
    // What was verified is an object.
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? proofIn(read, { maxAge: 300, context: 'c1' }, new Date(1_780_000_100_000))
      : null;
  });
});

test('bodies of a registry: what can be shown is of a grammar', () => {
  const body = wildJson(
    { refresh_token: 'a' },
    { access_token: 'b' },
    { tags: [{ name: 'v1' }, { name: canary }, { name: '__proto__' }] },
    { repositories: ['team/app', canary] },
    { manifests: [{ platform: { os: 'linux', architecture: canary } }] },
    { tag: { changeableAttributes: { readEnabled: false, writeEnabled: canary } } },
  );
  holds(body, (it) => [refreshTokenOf(it), accessTokenOf(it)]);
  holds(body, (it) => [tagsOf(it), catalogOf(it), manifestOf(it), attributesOf(it)], tellsNothing);
});
