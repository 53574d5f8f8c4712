import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issuer, parseAddress, plainIssuer } from '../../src/probe/values.js';

describe('the name of an issuer', () => {
  it('keeps words and no sign that a chat makes something of', () => {
    expect(plainIssuer('DigiCert Inc')).toBe('DigiCert Inc');
    expect(plainIssuer("Let's Encrypt")).toBe('Lets Encrypt');
    expect(plainIssuer('Société Générale – CA')).toBe('Societe Generale CA');
    expect(plainIssuer('-\n[x](http://evil.example) ')).toBe('x (http evil example)');
    expect(plainIssuer('合同')).toBeNull();
  });

  it('is always of the grammar', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        const plain = plainIssuer(name);
        if (plain !== null) expect(issuer.parse(plain)).toBe(plain);
      }),
    );
  });
});

it('an address has one form and no zone', () => {
  expect(parseAddress('10.0.0.1')).toBe('10.0.0.1');
  expect(parseAddress('FD00:0::1')).toBe('fd00::1');
  for (const text of ['10.1', '0x7f.0.0.1', '010.0.0.1', 'fe80::1%eth0', 'contoso.azurecr.io', ''])
    expect(parseAddress(text)).toBeNull();
});
