import { loadPolicy } from '../../../src/access/policy/load.js';
import { ari, bo, developers, platform, tenant } from './people.js';

/** A policy of one line a part; a part that is given takes the place of the usual one. */
export function text(parts: Readonly<Record<string, string>> = {}): string {
  const usual = {
    version: '1',
    tenants: `[${tenant}]`,
    people: `{ ari: ${ari}, bo: ${bo} }`,
    groups: `{ developers: ${developers}, platform: ${platform} }`,
    registries: '{ dev: { match: [contosodev], approvers: [group:platform] } }',
    requests: '{ pull: { registries: [dev], roles: [AcrPull], by: [group:developers] } }',
  };
  return Object.entries({ ...usual, ...parts })
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('');
}

export function problemsOf(file: string) {
  const loaded = loadPolicy(file);
  return loaded.kind === 'policy' ? [] : loaded.problems;
}

/** A request rule on `dev`, with this in it. */
export const rule = (more: string) => `{ pull: { registries: [dev], by: [group:developers], ${more} } }`;
export const rotation = (more: string) =>
  `{ renew: { registries: [dev], by: [group:developers], delivery: one-time-page, ${more} } }`;
export const entry = (more: string) =>
  `{ dev: { match: [contosodev], approvers: [group:platform], ${more} } }`;
