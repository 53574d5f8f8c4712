import { describe, expect, test } from 'vitest';
import {
  type CustomCloud,
  chinaCloud,
  customCloud,
  InvalidCloud,
  publicCloud,
  usGovernmentCloud,
} from '../../src/azure/clouds.js';

test.each([publicCloud, chinaCloud, usGovernmentCloud])(
  '$id: endpoints without slash, hosts of its own',
  (cloud) => {
    for (const url of [
      cloud.armEndpoint,
      cloud.armAudience,
      cloud.acrAudience,
      cloud.graphEndpoint,
      cloud.logsEndpoint,
    ]) {
      expect(url).toMatch(/^https:\/\/[a-z.]+$/);
    }
    expect(`https:/${cloud.vaultSuffix.replace('.', '/')}`).toBe(cloud.vaultAudience);
    expect(cloud.hosts.filter((host) => host.includes('vault'))).toEqual([]);
    expect(cloud.hosts).toContain(new URL(cloud.authorityHost).hostname);
    expect(cloud.hosts).toContain(new URL(cloud.armEndpoint).hostname);
    expect(cloud.hosts).toContain(new URL(cloud.graphEndpoint).hostname);
    expect(cloud.hosts).toContain(new URL(cloud.logsEndpoint).hostname);
  },
);

const stack: CustomCloud = {
  loginSuffix: '.azurecr.io',
  authorityHost: 'https://login.stack.example',
  armEndpoint: 'https://management.stack.example',
  armAudience: 'https://management.stack.onmicrosoft.example/9f1c',
  graphEndpoint: 'https://graph.stack.example',
  logsEndpoint: 'https://logs.stack.example',
  acrAudience: 'https://registry.stack.example',
  vaultSuffix: '.vault.stack.example',
  vaultAudience: 'https://vault.stack.example',
};

describe('a custom cloud', () => {
  test('may send to its four endpoints, and has no public instance discovery', () => {
    const cloud = customCloud(stack);
    expect(cloud.hosts).toEqual([
      'login.stack.example',
      'management.stack.example',
      'graph.stack.example',
      'logs.stack.example',
    ]);
    expect(cloud.disableInstanceDiscovery).toBe(true);
  });

  test.each([
    'http://login.stack.example',
    'https://login.stack.example:8443',
    'https://login.stack.example/',
    'https://user@login.stack.example',
    'https://169.254.169.254',
    'https://[::1]',
    'https://localhost',
    'login.stack.example',
  ])('is refused with %s', (authorityHost) => {
    expect(() => customCloud({ ...stack, authorityHost })).toThrow(InvalidCloud);
  });
});
