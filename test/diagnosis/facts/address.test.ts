import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../../src/diagnosis/facts/address.js';
import { pasteOf } from '../../../src/diagnosis/facts/paste.js';

const clientIn = (text: string) => findAddresses(pasteOf(text)).client;

describe('the address of the client is told', () => {
  test.each([
    'Its address, 203.0.113.20, is new.',
    'Its IP 203.0.113.20 was added on Friday.',
    'Our office IP (203.0.113.20) is blocked.',
    "DNS is fine. Our NAT gateway's public IP is 203.0.113.20.",
    'the IP of our office is 203.0.113.20',
    'Unsere öffentliche IP ist 203.0.113.20.',
    'Seine Adresse, 203.0.113.20, steht in den Regeln.',
    '我们的出口 IP 是 203.0.113.20。',
    '它的地址 203.0.113.20 已加入规则。',
    '公网IP：203.0.113.20',
    '$ curl ifconfig.me\n203.0.113.20\n$ docker login',
    '$ curl -s https://ifconfig.me\n203.0.113.20leon@room-2:~$ ',
    '$ curl -s "https://api.ipify.org?format=json"\n{"ip":"203.0.113.20"}',
    '{"ip":"203.0.113.20"}',
    '$ curl ipinfo.io\n{\n  "ip": "203.0.113.20",\n  "city": "Bern"',
  ])('%s', (text) => {
    expect(clientIn(text)).toBe('203.0.113.20');
  });

  test('by IPv6 too', () => {
    expect(clientIn('Our IP is 2001:db8::1 there')).toBe('2001:db8::1');
  });

  test('the refusal of the firewall is surer', () => {
    expect(clientIn("Its IP 203.0.113.20.\nclient with IP '203.0.113.7' is not allowed access")).toBe(
      '203.0.113.7',
    );
  });
});

describe('other addresses are not the client’s', () => {
  test.each([
    ['that of the registry', 'The registry resolves; for contoso.azurecr.io its address is 203.0.113.20'],
    ['that of a look-up', 'nslookup contoso.azurecr.io: its IP 203.0.113.20'],
    ['German', 'Die Registry wird aufgelöst, ihre Adresse 203.0.113.20'],
    ['Chinese', '注册表解析到 它的地址 203.0.113.20'],
    ['that of a server', 'Server: 203.0.113.20'],
    ['one that was dialled', 'dial tcp 203.0.113.20:443: i/o timeout'],
    ['a range', 'our address range is 203.0.113.0/24; our IP 203.0.113.0/24'],
    ['one of a private network', 'our IP is 10.0.0.4, and its address 172.20.1.2, our IP 192.168.1.5'],
    ['one of the machine itself', 'our IP is 127.0.0.1'],
    ['a version', 'our version is 203.0.113.20'],
    ['that of an ingress', '  "ingress": [\n    {\n      "ip": "203.0.113.20"'],
    ['no address', 'its IP 203.0.113.999'],
  ])('%s', (_whose, text) => {
    expect(clientIn(text)).toBeNull();
  });
});
