import type { Fix, FixStep } from './fix.js';
import { kubernetesFixes } from './kubernetes.js';
import { managementFixes } from './management.js';
import { relogin, withoutShell } from './when.js';

/** A new role, and how whoever pulls there gets to use it. */
const roleWait = [
  {
    step: 'role-wait-and-sign-in',
    command: 'docker-relogin',
    commandFor: relogin,
    except: withoutShell,
  },
  { step: 'role-wait-kubernetes', when: { environment: ['kubernetes'] } },
  { step: 'role-wait-service', when: { environment: ['azure-service'] } },
] as const satisfies readonly FixStep[];

/** Rights on images. */
const imageFixes = {
  'role-missing': {
    steps: [
      { step: 'role-assign-legacy', command: 'role-assign', when: { mode: ['legacy'] } },
      { step: 'role-assign-abac', command: 'role-assign', when: { mode: ['abac'] } },
      {
        step: 'role-list-abac',
        command: 'role-assign-catalog',
        when: { mode: ['abac'], operation: ['list'] },
      },
      {
        step: 'role-own-object-id',
        command: 'own-object-id',
        when: { method: ['individual-entra', 'exposed-token'] },
      },
      { step: 'role-sp-object-id', command: 'sp-object-id', when: { method: ['service-principal'] } },
      {
        step: 'role-for-principal-id',
        when: { method: ['managed-identity', 'aks-kubelet-identity', 'workload-federation'] },
      },
      { step: 'role-for-tasks', when: { mode: ['abac'], environment: ['azure-service'] } },
      ...roleWait,
    ],
    helper: 'role-administrator',
    links: [
      'roles-overview',
      'repository-permissions',
      'assign-role-portal',
      'create-service-principal',
      'new-client-secret',
      'entra-error-codes',
      'repository-tokens',
    ],
  },
  'role-not-activated': {
    steps: [{ step: 'activate-role' }, ...roleWait],
    helper: 'self',
    links: ['activate-role', 'roles-overview'],
  },
  'abac-ignores-legacy-role': {
    steps: [
      { step: 'abac-equivalent-role', command: 'role-assign' },
      { step: 'abac-add-catalog-lister', command: 'role-assign-catalog' },
      ...roleWait,
      { step: 'abac-remove-old-role' },
    ],
    helper: 'role-administrator',
    links: ['repository-permissions', 'roles-overview', 'assign-role-portal'],
  },
  'abac-condition-excludes': {
    steps: [
      { step: 'condition-look', command: 'role-list-conditions' },
      { step: 'condition-edit', command: 'role-assign-condition' },
      { step: 'condition-prefix-slash' },
      ...roleWait,
    ],
    helper: 'role-administrator',
    links: ['repository-permissions', 'roles-overview', 'assign-role-portal'],
  },
  'catalog-not-authorized': {
    steps: [
      { step: 'catalog-abac', command: 'role-assign-catalog', when: { mode: ['abac'] } },
      { step: 'catalog-legacy', command: 'role-assign-acrpull', when: { mode: ['legacy'] } },
      { step: 'catalog-token', when: { method: ['repository-token'] } },
    ],
    helper: 'role-administrator',
    links: ['repository-permissions', 'roles-overview', 'repository-tokens'],
  },
  'scope-map-insufficient': {
    steps: [
      {
        step: 'scope-map-pull',
        command: 'scope-map-pull',
        when: { operation: ['pull', 'list', 'login', 'other'] },
      },
      { step: 'scope-map-push', command: 'scope-map-push', when: { operation: ['push'] } },
      { step: 'scope-map-delete', command: 'scope-map-delete', when: { operation: ['delete'] } },
      { step: 'scope-map-portal' },
    ],
    helper: 'registry-owner',
    links: ['repository-tokens', 'auth-overview'],
  },
  'role-propagating': {
    steps: [
      { step: 'wait-ten-minutes' },
      ...roleWait,
      { step: 'private-browser-window' },
      { step: 'group-membership-takes-longer' },
    ],
    helper: 'self',
    links: ['role-troubleshooting', 'registry-faq', 'roles-overview'],
  },
  'content-locked': {
    steps: [
      { step: 'lock-show', command: 'content-state' },
      { step: 'lock-remove', command: 'image-unlock' },
      { step: 'lock-role' },
      { step: 'quarantine-release' },
    ],
    helper: 'registry-owner',
    links: ['image-lock', 'disallowed-operation', 'push-disallowed'],
  },
} as const satisfies Record<string, Fix>;

/** What the identity may do. */
export const authorizationFixes = {
  ...imageFixes,
  ...managementFixes,
  ...kubernetesFixes,
} as const satisfies Record<string, Fix>;
