/**
 * What is asked of the live checks: one question a family of checks, each in a world of the project and with all
 * checks that its subject allows.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** @typedef {import('../../src/checks/check.ts').FailingIdentity} FailingIdentity */
/**
 * @typedef {object} Question
 * @property {string} name
 * @property {string} world file of `sandbox/worlds`, without its ending
 * @property {string} loginServer
 * @property {string} repository
 * @property {string | null} reference
 * @property {FailingIdentity} identity
 * @property {string | null} cluster
 */

/** @type {readonly Question[]} */
export const questions = [
  {
    name: 'roles of an application',
    world: 'role-missing',
    loginServer: 'contosobuilds.azurecr.io',
    repository: 'shop-web',
    reference: null,
    identity: { kind: 'application', clientId: '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11' },
    cluster: null,
  },
  {
    name: 'token of a registry and its scope map',
    world: 'scope-map-insufficient',
    loginServer: 'northwindhub-e7ggejfuhzhgedc8.azurecr.io',
    repository: 'shop-web',
    reference: 'a1b2c3d4',
    identity: { kind: 'token', name: 'gitlab-ci' },
    cluster: null,
  },
  {
    name: 'cluster and image, data read',
    world: 'repository-or-tag-not-found',
    loginServer: 'fourthcoffee.azurecr.io',
    repository: 'order-service',
    reference: '2026.03.1',
    identity: { kind: 'kubelet' },
    cluster: 'aks-orders',
  },
];

/**
 * The text of a question's world, changed.
 *
 * @param {string} root
 * @param {Question} question
 * @param {object} change
 */
export function worldText(root, { world }, change) {
  const text = readFileSync(join(root, 'sandbox', 'worlds', `${world}.yaml`), 'utf8');
  return stringify({ ...parse(text), ...change });
}
