import { describe, expect, it } from 'vitest';
import { fixes } from '../../src/knowledge/fixes/index.js';
import { languages } from '../../src/knowledge/language.js';
import { linkIds, linkUrl } from '../../src/knowledge/links.js';

const hosts = new Set([
  'learn.microsoft.com',
  'docs.docker.com',
  'kubernetes.io',
  'docs.github.com',
  'azure.status.microsoft',
  'feedback.azure.com',
  'aka.ms',
]);

describe('links', () => {
  it.each(linkIds)('%s is a well-formed address of a known host, in every language', (id) => {
    for (const language of languages) {
      const url = new URL(linkUrl(id, language));
      expect(url.protocol).toBe('https:');
      expect(hosts.has(url.hostname), url.hostname).toBe(true);
      expect(url.href).not.toMatch(/undefined|\{|\s|\.md$|\.yml$/);
    }
  });

  it('puts the locale into pages of Microsoft Learn only', () => {
    expect(linkUrl('auth-overview', 'de')).toBe(
      'https://learn.microsoft.com/de-de/azure/container-registry/container-registry-authentication#authentication-options',
    );
    expect(linkUrl('auth-overview', 'zh-Hans')).toContain('/zh-cn/');
    expect(linkUrl('docker-install', 'de')).toBe('https://docs.docker.com/engine/install/');
  });

  it('are each shown by a fix', () => {
    // The two documents that the tree follows are sources of every answer.
    const used = new Set<string>(['login-troubleshooting', 'authentication-errors']);
    for (const { links } of Object.values(fixes)) for (const id of links) used.add(id);
    expect(linkIds.filter((id) => !used.has(id))).toEqual([]);
  });
});
