import { describe, expect, test } from 'vitest';
import { registryQuery } from '../../../src/access/deploy/registry-query.js';
import { entryFor } from '../../../src/access/policy/match.js';
import { offerOf } from '../../../src/access/policy/offer.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import { loginServer } from '../../azure/wired.js';
import { policyWith } from './policies.js';

const reader = 'Container Registry Repository Reader';
const rule = (roles: readonly string[], targets: readonly string[], more = {}) => ({
  registries: ['contoso'],
  by: ['members'],
  roles,
  for: targets,
  ...more,
});

interface Some {
  readonly requests?: Readonly<Record<string, object>>;
  readonly deny?: Readonly<Record<string, object>>;
}

function offered(some: Readonly<Record<string, unknown>>) {
  const policy = policyWith(some);
  const entry = policy.registries.find(({ name }) => name === 'contoso');
  if (entry === undefined) throw new Error('no entry');
  return offerOf(policy, entry);
}

describe('what a policy offers', () => {
  test.each<[string, Some, readonly string[], readonly string[]]>([
    ['nothing', {}, [], []],
    ['to people', { requests: { a: rule(['AcrPull'], ['self']) } }, ['AcrPull'], []],
    ['to other people', { requests: { a: rule(['AcrPull'], ['user']) } }, ['AcrPull'], []],
    ['to what they own', { requests: { a: rule(['AcrPull'], ['owned']) } }, [], ['AcrPull']],
    [
      'to clusters and managed identities',
      {
        requests: { a: rule(['AcrPull'], ['aks-kubelet-identity']), b: rule([reader], ['managed-identity']) },
      },
      [],
      ['AcrPull', reader],
    ],
    [
      'by several rules',
      { requests: { a: rule([reader], ['self']), b: rule(['AcrPush'], ['self', 'service-principal']) } },
      ['AcrPush', reader],
      ['AcrPush'],
    ],
    [
      'less what it denies everybody',
      {
        requests: { a: rule(['AcrPull', 'AcrPush'], ['self']) },
        deny: { b: { roles: ['AcrPush'], registries: ['contoso'] } },
      },
      ['AcrPull'],
      [],
    ],
    [
      'with what it denies some, or some repositories, or of secrets',
      {
        requests: { a: rule(['AcrPull', reader], ['self']) },
        deny: {
          b: { roles: ['AcrPull'], by: ['group:owners'] },
          c: { roles: [reader], repositories: ['secret/*'] },
          d: { secrets: ['admin-password'] },
          e: { roles: ['AcrPull'], match: ['contoso1*'] },
          f: { roles: ['AcrPull'], identities: ['88888888-0000-4000-8000-000000000001'] },
        },
      },
      ['AcrPull', reader],
      [],
    ],
  ])('%s', (_, some, people, applications) => {
    // A rule that is denied as a whole is a mistake; a second entry keeps it from being one.
    const registries = {
      contoso: { match: ['contoso'], approvers: ['group:owners'] },
      other: { match: ['fabrikam'], approvers: ['group:owners'] },
    };
    const requests = Object.fromEntries(
      Object.entries(some.requests ?? {}).map(([name, it]) => [
        name,
        { ...it, registries: ['contoso', 'other'] },
      ]),
    );
    expect(offered({ ...some, registries, requests })).toEqual({
      User: people,
      ServicePrincipal: applications,
    });
  });
});

describe('the query for the registries of an entry', () => {
  const policy = policyWith({
    registries: {
      all: { match: ['*'], approvers: ['group:owners'] },
      dev: { match: ['contosodev*', 'contosotest'], approvers: ['group:owners'] },
      pay: { match: ['contosodevpay.azurecr.io'], approvers: ['group:owners'] },
      prod: {
        match: ['contoso'],
        subscription: '22222222-2222-4222-8222-222222222222',
        approvers: ['group:owners'],
      },
    },
  });

  /** What the Azure CLI would find, of the forms that the queries have. */
  function finds(query: string, host: string, id: string): boolean {
    const expression = query
      .replace(/^\[\?(.*)\]\.id$/, '$1')
      .replace(/starts_with\(loginServer, '([^']*)'\)/g, (_, prefix) => String(host.startsWith(prefix)))
      .replace(/loginServer == '([^']*)'/g, (_, other) => String(host === other))
      .replace(/contains\(id, '([^']*)'\)/g, (_, part) => String(id.includes(part)));
    expect(expression).toMatch(/^[truefals()&|! ]+$/);
    return Function(`return ${expression}`)();
  }

  test.each([
    ['contoso.azurecr.io', '2', 'prod'],
    ['contoso-abc123.azurecr.io', '2', 'prod'],
    ['contoso.azurecr.io', '3', 'all'],
    ['contosodev.azurecr.io', '3', 'dev'],
    ['contosodevpay.azurecr.io', '2', 'pay'],
    ['contosodevpayments.azurecr.io', '2', 'dev'],
    ['contosotest.azurecr.io', '2', 'dev'],
    ['contosotests.azurecr.io', '2', 'all'],
  ])('finds %s in subscription %s for %s alone, as the policy does', (host, digit, entry) => {
    const subscription = '22222222-2222-4222-8222-222222222222'.replaceAll('2', digit);
    const [name = ''] = host.split(/[.-]/);
    const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/${name}`;
    const registry = { loginServer: loginServer(host), name, subscription };
    expect(entryFor(policy, registry)?.name).toBe(entry);
    const found = policy.registries
      // The command looks in one subscription, where the entry names it.
      .filter((it) => it.subscription === null || it.subscription === subscription)
      .filter((it) => finds(registryQuery(it, policy.registries), host, id));
    expect(found.map(names)).toEqual([entry]);
  });
});

function names({ name }: Policy['registries'][number]): string {
  return name;
}
