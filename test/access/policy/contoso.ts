import type { RoleAsk, RotationAsk } from '../../../src/access/policy/ask.js';
import {
  ari,
  bo,
  dana,
  developers,
  eve,
  identities,
  platform,
  policyOf,
  registry,
  somebody,
} from './people.js';

/** A policy with a bit of everything, and asks that it allows. */

export const HOUR = 3_600_000;
export const reader = 'Container Registry Repository Reader';
const writer = 'Container Registry Repository Writer';
export const [principal = ''] = identities;

export const policy = policyOf({
  channels: { teams: '19:all@thread.tacv2', slack: 'C00ALL' },
  registries: {
    dev: { match: ['contosodev*'], discoverable: true, owners: [`group:${platform}`] },
    prod: {
      match: ['contosoprod.azurecr.io'],
      tags: ['production'],
      owners: [`person:${ari}`],
      approvers: [`group:${platform}`],
      channels: { slack: 'C00PROD' },
    },
  },
  requests: {
    read: { registries: ['dev', 'prod'], by: ['members'], roles: ['AcrPull', reader] },
    push: {
      registries: ['dev', 'prod'],
      by: [`group:${developers}`],
      roles: [writer],
      repositories: ['team/*'],
      for: ['self', 'owned'],
      maxDuration: '8h',
    },
    nodes: {
      registries: ['prod'],
      by: [`group:${platform}`],
      roles: [reader],
      for: ['aks-kubelet-identity'],
      tier: 3,
    },
    own: { registries: ['dev'], by: [`person:${bo}`], roles: ['AcrPush'], tier: 0, reason: false },
    alone: { registries: ['dev'], by: ['members'], roles: ['AcrPush'], approvers: [`person:${ari}`] },
  },
  rotations: {
    admin: { registries: ['prod'], by: ['members'], secrets: ['admin-password'], delivery: 'one-time-page' },
    team: {
      registries: ['prod'],
      by: [`group:${developers}`],
      secrets: ['client-secret', 'repository-token-password'],
      tokens: ['team-*'],
      delivery: 'https://team.vault.azure.net',
    },
  },
  deny: {
    eve: { by: [`person:${eve}`] },
    signing: { registries: ['dev'], roles: [writer], repositories: ['team/signing/*'] },
  },
});

export const developer = somebody(dana, { groups: [developers] });
export const usual: RoleAsk = {
  requester: developer,
  identity: { kind: 'user', objectId: dana, owners: [] },
  registry: registry('contosodev1'),
  role: writer,
  repository: 'team/app',
  prefix: false,
  durationMs: HOUR,
  reasonGiven: true,
};
export const pull: Partial<RoleAsk> = {
  role: 'AcrPull',
  repository: null,
  registry: registry('contosodev1', 'legacy'),
};
export const other = (kind: RoleAsk['identity']['kind'], owners: readonly string[] = []) => ({
  identity: { kind, objectId: principal, owners },
});

export const rotation: RotationAsk = {
  requester: developer,
  registry: registry('contosoprod'),
  secret: { kind: 'client-secret', objectId: principal, owners: [dana, bo] },
  reasonGiven: true,
};
