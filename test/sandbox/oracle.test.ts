import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/service.js';
import { descriptions, hasOpenapi, loadOracle, type Oracle, openapi } from './oracle.js';

/** The oracle is worth nothing if it lets wrong answers pass: official examples must, and each mutation must not. */

interface Example {
  readonly operationId?: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly responses: Readonly<Record<string, { readonly body?: unknown }>>;
}

/** Operations of the examples that do not name theirs. */
const unnamed: Readonly<Record<string, string>> = {
  'RoleAssignments_ListForScope.json': 'RoleAssignments_ListForScope',
  'RoleAssignments_CreateForResource.json': 'RoleAssignments_Create',
};

interface Exchange {
  readonly request: SandboxRequest;
  readonly response: SandboxResponse;
}

function read(folder: string, file: string): readonly Exchange[] {
  const example: Example = JSON.parse(readFileSync(join(openapi, 'examples', folder, file), 'utf8'));
  const wanted = example.operationId ?? unnamed[file] ?? '';
  const every = descriptions.flatMap(([, { paths }]) => Object.entries(paths));
  const [path = '', method = ''] =
    every.flatMap(([at, methods]) =>
      Object.entries(methods).flatMap(([verb, { operationId }]) =>
        operationId === wanted ? [[at, verb]] : [],
      ),
    )[0] ?? [];
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(example.parameters[name]));
  const sent = Object.values(example.parameters).find((value) => typeof value === 'object');
  const request: SandboxRequest = {
    method: method.toUpperCase(),
    host: 'management.azure.com',
    path: filled,
    query: new URLSearchParams({ 'api-version': String(example.parameters['api-version']) }),
    headers: { 'content-type': 'application/json' },
    body: sent === undefined ? '' : JSON.stringify(sent),
    from: 'bot',
    address: '192.0.2.1',
  };
  return Object.entries(example.responses)
    .filter(([, { body }]) => body !== undefined)
    .map(([status, { body }]) => ({
      request,
      response: {
        status: Number(status),
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      },
    }));
}

const examples = hasOpenapi
  ? readdirSync(join(openapi, 'examples')).flatMap((folder) =>
      readdirSync(join(openapi, 'examples', folder)).map((file) => [folder, file] as const),
    )
  : [];

describe.skipIf(!hasOpenapi)('the oracle (skipped where ../shared/openapi is missing)', () => {
  let oracle: Oracle;
  beforeAll(async () => {
    oracle = await loadOracle();
  });

  test.each(examples)('accepts the official example %s/%s', async (folder, file) => {
    const exchanges = read(folder, file);
    expect(exchanges).not.toEqual([]);
    for (const { request, response } of exchanges) {
      const { operation, problems } = await oracle.judge(request, response);
      expect([operation, problems]).toEqual([expect.any(String), []]);
    }
  });

  const [acr, authorization] = ['containerregistry-2025-11-01', 'authorization-2022-04-01'];
  const registry = (edit: (body: Json) => void) => [acr, 'RegistryGet.json', edit] as const;
  const properties = (edit: (body: Json) => void) => registry((body) => edit(body['properties']));

  test.each<readonly [string, readonly [string, string, (body: Json) => void]]>([
    ['an unknown property', properties((it) => Object.assign(it, { networkRules: {} }))],
    ['a boolean as text', properties((it) => Object.assign(it, { adminUserEnabled: 'false' }))],
    ['a date that is none', properties((it) => Object.assign(it, { creationDate: 'yesterday' }))],
    [
      'a member that no enumeration has',
      properties((it) => Object.assign(it, { roleAssignmentMode: 'abac' })),
    ],
    ['a list in place of an object', properties((it) => Object.assign(it, { policies: [] }))],
    [
      'the name of the SDK for an IP rule',
      properties((it) => {
        it['networkRuleSet'] = { defaultAction: 'Deny', ipRules: [{ iPAddressOrRange: '203.0.113.7' }] };
      }),
    ],
    ['a sku without a name', registry((body) => Object.assign(body, { sku: { tier: 'Basic' } }))],
    ['no location', registry((body) => delete body['location'])],
    ['settings outside of properties', registry((body) => Object.assign(body, { adminUserEnabled: true }))],
    [
      'a list under another key',
      [
        acr,
        'PrivateEndpointConnectionList.json',
        (body) => {
          body['items'] = body['value'];
          delete body['value'];
        },
      ],
    ],
    [
      'a token with another status',
      [
        acr,
        'TokenGet.json',
        (body) => {
          body['properties']['status'] = 'Active';
        },
      ],
    ],
    [
      'actions of a scope map in one text',
      [
        acr,
        'ScopeMapGet.json',
        (body) => {
          body['properties']['actions'] = 'repositories/app/content/read';
        },
      ],
    ],
    [
      'an assignment with an unknown property',
      [
        authorization,
        'RoleAssignments_ListForScope.json',
        (body) => {
          body['value'][0]['properties']['roleName'] = 'AcrPull';
        },
      ],
    ],
    [
      'a principal of an unknown kind',
      [
        authorization,
        'RoleAssignments_ListForScope.json',
        (body) => {
          body['value'][0]['properties']['principalType'] = 'Robot';
        },
      ],
    ],
  ])('refuses %s', async (_, [folder, file, edit]) => {
    const [exchange] = read(folder, file);
    if (exchange === undefined) throw new Error(file);
    const body = JSON.parse(exchange.response.body ?? '');
    edit(body);
    const response = { ...exchange.response, body: JSON.stringify(body) };
    expect((await oracle.judge(exchange.request, response)).problems).not.toEqual([]);
  });

  test('refuses a status that the operation does not have, and an error of another shape', async () => {
    const [exchange] = read(acr, 'RegistryGet.json');
    if (exchange === undefined) throw new Error('no example');
    const moved = { ...exchange.response, status: 202 };
    const bare = { ...exchange.response, status: 403, body: '{"code":"AuthorizationFailed"}' };
    expect((await oracle.judge(exchange.request, moved)).problems).not.toEqual([]);
    expect((await oracle.judge(exchange.request, bare)).problems).not.toEqual([]);
  });
});

/** JSON that a mutation changes where it likes. */
// biome-ignore lint/suspicious/noExplicitAny: the mutations break the shape on purpose.
type Json = Record<string, any>;
