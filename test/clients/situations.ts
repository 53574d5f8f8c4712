import type { CauseId } from '../../src/knowledge/causes.js';
import { type Expectations, expectations } from './expectations.js';

/** A world, and clients in it with somebody's credentials. */
export interface Situation {
  /** File in `sandbox/worlds` without its ending; also the cause, but for `works`. */
  readonly world: CauseId;
  /** Name in the table. */
  readonly name: CauseId | 'works';
  /** What these clients need beyond what the world has (merge patch). */
  readonly patch: object;
  readonly registry: string;
  /** Login server where the world has none of that name. */
  readonly loginServer?: string;
  readonly image: readonly [repository: string, tag: string];
  readonly user: readonly [name: string, password: string];
  readonly expected: Expectations;
}

const testerId = '7e57e12a-0000-4000-8000-00000000c11e';
const tester = [testerId, 'fake-secret-tester'] as const;

/** An application of the tests that sees registries in Resource Manager, and may do what a role lets it at one. */
function testerIn(tenant: string, subscription: string, role: string, registry: string) {
  return {
    servicePrincipals: {
      tester: { tenant, clientId: testerId, secrets: { only: { value: 'fake-secret-tester' } } },
    },
    ...seenBy('tester', subscription, {
      'tests-do': { principal: 'tester', role, scope: `registry:${registry}` },
    }),
  };
}

/** Reader would let it pull, too: what is needed here is sight only. */
function seenBy(principal: string, subscription: string, roleAssignments: object = {}) {
  const read = ['Microsoft.ContainerRegistry/registries/read', 'Microsoft.Resources/subscriptions/read'];
  return {
    roleDefinitions: { 'Registry Viewer': { actions: read } },
    roleAssignments: {
      'tests-see': { principal, role: 'Registry Viewer', scope: `subscription:${subscription}` },
      ...roleAssignments,
    },
  };
}

type Facts = Omit<Situation, 'expected' | 'name'> & { readonly name?: 'works' };

const facts: readonly Facts[] = [
  {
    name: 'works',
    world: 'role-missing',
    patch: seenBy('sp-build', 'platform', {
      'build-pushes': { principal: 'sp-build', role: 'AcrPush', scope: 'registry:contosobuilds' },
      // Who lists repositories needs more than to push: roles.md §2.
      'build-reads': { principal: 'sp-build', role: 'Reader', scope: 'registry:contosobuilds' },
    }),
    registry: 'contosobuilds',
    image: ['shop-web', 'latest'],
    user: ['7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11', 'fake-secret-of-2025'],
  },
  {
    world: 'sp-secret-invalid',
    patch: {},
    registry: 'contosoasia',
    image: ['payments', '1.0.8'],
    user: ['9b8a7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d', 'fake-id-of-the-secret'],
  },
  {
    world: 'sp-secret-expired',
    patch: {},
    registry: 'prosewarenightly',
    image: ['suite', 'nightly'],
    user: ['c2d4e6f8-1a3b-4c5d-9e7f-0a1b2c3d4e5f', 'fake-secret-nightly-green'],
  },
  {
    world: 'sp-not-found',
    patch: {},
    registry: 'wingtipmobile',
    image: ['app-backend', '88'],
    user: ['4f1d2c3b-6a5e-4798-b0c1-d2e3f4a5b6c7', 'fake-secret-mobile'],
  },
  {
    world: 'role-missing',
    patch: seenBy('sp-build', 'platform'),
    registry: 'contosobuilds',
    image: ['shop-web', 'latest'],
    user: ['7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11', 'fake-secret-of-2025'],
  },
  {
    world: 'ip-not-allowed',
    patch: testerIn('wideworld', 'main', 'AcrPush', 'wideworlddocs'),
    registry: 'wideworlddocs',
    image: ['docs', 'latest'],
    user: tester,
  },
  {
    world: 'content-locked',
    patch: testerIn('consolidated', 'main', 'AcrPush', 'consolidatedfw'),
    registry: 'consolidatedfw',
    image: ['firmware', '4.0.0'],
    user: tester,
  },
  {
    world: 'rate-limited',
    patch: {
      ...testerIn('southridge', 'prod', 'AcrPull', 'southridgevid'),
      // Containers' tools wait as long as they are told to, five times.
      faults: { throttled: { http: { retryAfter: 1 } } },
    },
    registry: 'southridgevid',
    image: ['telemetry', '11'],
    user: tester,
  },
  {
    world: 'abac-condition-excludes',
    patch: seenBy('sp-deploy', 'shared'),
    registry: 'adatumimages',
    image: ['backend/payments', '5.0.2'],
    user: ['e2b94d37-0c6a-4f58-8d13-b5a7c2f06e90', 'fake-secret-jenkins'],
  },
  {
    world: 'scope-map-insufficient',
    patch: {},
    registry: 'northwindhub',
    image: ['shop-web', 'new'],
    user: ['gitlab-ci', 'sandbox-northwindhub-gitlab-ci-password2'],
  },
  {
    world: 'repo-token-password-wrong',
    patch: {},
    registry: 'tailwindgoods',
    image: ['catalog-ui', '31'],
    user: ['ci-push', 'sandbox-tailwindgoods-ci-push-password1'],
  },
  {
    world: 'repository-or-tag-not-found',
    patch: testerIn('fourthcoffee', 'retail', 'AcrPull', 'fourthcoffee'),
    registry: 'fourthcoffee',
    image: ['order-service', '2026.03.7'],
    user: tester,
  },
  {
    world: 'registry-not-found',
    patch: testerIn('contoso', 'web', 'AcrPull', 'contosofrontends'),
    registry: 'contosofrontend',
    loginServer: 'contosofrontend.azurecr.io',
    image: ['storefront', '3.18.0'],
    user: tester,
  },
  {
    world: 'tls-untrusted',
    patch: seenBy('sp-press', 'main'),
    registry: 'lucernepub',
    image: ['press', '2'],
    user: ['3f8a6c21-b5d0-4e97-8c14-2d9b7e60f1a5', 'fake-secret-press'],
  },
  {
    world: 'connection-failed',
    patch: {
      ...testerIn('graphicdesign', 'main', 'AcrPull', 'graphicdesign'),
      faults: { 'proxy-missing': { tcp: 'refused' } },
    },
    registry: 'graphicdesign',
    image: ['render', '9'],
    user: tester,
  },
  {
    world: 'arm-role-missing',
    patch: {
      ...testerIn('wingtip', 'wingtip-main', 'AcrPush', 'wingtipimages'),
      roleAssignments: {
        'tests-do': { principal: 'tester', role: 'AcrPush', scope: 'registry:wingtipimages' },
      },
    },
    registry: 'wingtipimages',
    image: ['toys', '13'],
    user: tester,
  },
];

export const situations: readonly Situation[] = facts.map((it) => {
  const name = it.name ?? it.world;
  return { ...it, name, expected: expectations[name] ?? {} };
});
