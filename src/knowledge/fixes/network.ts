import type { Fix } from './fix.js';

/** The way to the registry. */
export const networkFixes = {
  'ip-not-allowed': {
    steps: [
      { step: 'ip-allow', command: 'network-rule-add' },
      { step: 'ip-proxy-address' },
      { step: 'ip-hosted-agent', when: { environment: ['azure-devops', 'github-actions'] } },
      { step: 'ip-aks-outbound', when: { environment: ['kubernetes'] } },
      { step: 'ip-trusted-service', when: { environment: ['azure-service'] } },
      { step: 'ip-private-link' },
    ],
    helper: 'registry-owner',
    links: ['selected-networks', 'network-troubleshooting', 'private-link', 'trusted-services'],
  },
  'public-access-disabled': {
    steps: [
      { step: 'reach-privately', command: 'check-health-vnet' },
      { step: 'private-agent', when: { environment: ['azure-devops', 'github-actions'] } },
      { step: 'public-access-open', command: 'public-access-enable' },
    ],
    helper: 'registry-owner',
    links: ['private-link', 'selected-networks', 'network-troubleshooting'],
  },
  'private-endpoint-dns': {
    steps: [
      { step: 'private-zone-link', command: 'dns-lookup' },
      { step: 'private-zone-records', command: 'endpoint-list' },
      { step: 'private-dns-forwarder' },
      { step: 'private-dns-verify', command: 'check-health-vnet' },
    ],
    helper: 'network-team',
    links: ['private-link', 'network-troubleshooting', 'aks-pull-support'],
  },
  'connection-failed': {
    steps: [
      { step: 'connection-look', command: 'connect-verbose' },
      { step: 'connection-dns', command: 'dns-lookup' },
      { step: 'connection-proxy', command: 'docker-proxy' },
      { step: 'connection-firewall', command: 'endpoint-list' },
    ],
    helper: 'network-team',
    links: ['network-troubleshooting', 'firewall-rules', 'docker-proxy', 'check-health'],
  },
  'tls-untrusted': {
    steps: [
      { step: 'tls-look', command: 'certificate-show' },
      { step: 'tls-trust-proxy' },
      { step: 'tls-clock' },
    ],
    helper: 'network-team',
    links: ['health-errors', 'network-troubleshooting', 'docker-proxy'],
  },
  'data-endpoint-blocked': {
    steps: [
      { step: 'data-endpoint-find', command: 'data-endpoint-connect' },
      { step: 'data-endpoint-allow' },
      { step: 'data-endpoint-private' },
    ],
    helper: 'network-team',
    links: ['firewall-rules', 'data-endpoints', 'network-troubleshooting', 'private-link'],
  },
} as const satisfies Record<string, Fix>;
