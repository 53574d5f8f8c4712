import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawHosts } from '../../../src/diagnosis/facts/raw-hosts.js';

const found = (raw: string): string[] => [...rawHosts(raw).loginServers];

const minted = [
  'contoso.azurecr.io',
  'Get "https://contoso.azurecr.io/v2/": EOF',
  'https://contoso.azurecr.io:443 "GET /v2/"',
  'lookup contoso.azurecr.io: no such host',
  'pull contoso.azurecr.io/app:1',
  'See contoso.azurecr.io.',
  'See contoso.azurecr.io. Then',
  '<p>contoso.azurecr.io</p>',
  '<https://contoso.azurecr.io|contoso.azurecr.io>',
  '[contoso.azurecr.io](http://contoso.azurecr.io)',
  '**contoso.azurecr.io**',
  '{"error":"GET https:\\/\\/contoso.azurecr.io\\/v2\\/"}',
  '{\\"host\\":\\"contoso.azurecr.io\\"}',
  'line\\ncontoso.azurecr.io\\nline',
  'service=contoso.azurecr.io\\u0026scope=x',
  'https%3A%2F%2Fcontoso.azurecr.io%2Fv2%2F',
  'service%3Dcontoso.azurecr.io%26scope',
  '\u001b[31mcontoso.azurecr.io\u001b[0m',
  'oci://contoso.azurecr.io/chart',
  'br:contoso.azurecr.io/module:v1',
  'CONTOSO.AZURECR.IO',
  '\u767b\u5f55contoso.azurecr.io\u5931\u8d25\uff0c',
  '\u767b\u5f55 contoso.azurecr.io\u3002',
  '\u201econtoso.azurecr.io\u201c',
];

const notMinted = [
  'contoso.azurecr.io.evil.com',
  'contoso.azurecr.io@evil.com',
  'x@contoso.azurecr.io',
  'evil.com#contoso.azurecr.io',
  'evil.com?contoso.azurecr.io',
  'https://evil.com/contoso.azurecr.io',
  'docker.io/library/contoso.azurecr.io',
  'contoso.azurecr.io:5000',
  'contoso.azurecr.io%00.evil.com',
  'contoso.azurecr.io%2eevil.com',
  'contoso.azurecr.io\\.evil.com',
  'contoso.azurecr.io-evil.com',
  'contoso.azurecr.io_x',
  'contoso.azurecr.ioevil',
  'my.contoso.azurecr.io',
  'contoso.privatelink.azurecr.io',
  'contoso.azurecr.us.azurecr.io',
  '***contoso.azurecr.io',
  '_contoso.azurecr.io',
  '\u0441ontoso.azurecr.io',
  '\u0441contoso.azurecr.io',
  '\u200bcontoso.azurecr.io',
  'con\u200btoso.azurecr.io',
  'contoso.azurecr.io\u3002evil.com',
  'contoso\uff0eazurecr.io',
  'contoso.azurecr.io\u200b.evil.com',
  '<acr-name>.azurecr.io',
  'azurecr.io',
  'contoso.eastus.data.azurecr.io',
];

describe('rawHosts', () => {
  it.each(minted)('mints one from %j', (raw) => {
    expect(found(raw)).toEqual(['contoso.azurecr.io']);
  });

  it.each(notMinted)('mints none from %j', (raw) => {
    expect(found(raw)).toEqual([]);
  });

  it('keeps data endpoints and malformed hosts apart', () => {
    const hosts = rawHosts('a contoso.eastus.data.azurecr.io b reg.azurecr.io c x.azurecr.us.azurecr.io');
    expect(hosts.dataEndpoints.map((one) => one.host)).toEqual(['contoso.eastus.data.azurecr.io']);
    expect(hosts.malformed).toEqual(['reg.azurecr.io', 'x.azurecr.us.azurecr.io']);
  });

  it('mints only what stands in the text as it is, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('contoso', '.azurecr.io', '.azurecr.cn', '%2F', '\\n', '@', '.', '-', '//', ':443'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const raw = pieces.join('');
        return found(raw).every((host) => raw.toLowerCase().includes(host));
      }),
      { numRuns: 2000 },
    );
  });
});
