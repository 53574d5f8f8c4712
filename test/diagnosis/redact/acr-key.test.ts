import { describe, expect, it } from 'vitest';
import { classifyAcrKey, marvin32 } from '../../../src/diagnosis/redact/acr-key.js';
import { fakeAcrKey } from './keys.js';

describe('marvin32', () => {
  // Test vectors of .NET (dotnet/runtime, MarvinTests), folded to 32 bits: low half xor high half.
  it.each([
    ['', 0x30ed35c1, 0x00cd3c7d],
    ['af', 0x48e73fc7, 0x7d75ddc1],
    ['e70f', 0xb5f6e1fc, 0x485dbff8],
    ['37f495', 0xf0b07c78, 0x9b8cf7e8],
    ['8642dc59', 0x7008f2e8, 0x7e9cf556],
  ])('%s', (hex, high, low) => {
    expect(marvin32(Buffer.from(hex, 'hex'), 0x004fb61a001bdbccn)).toBe((high ^ low) >>> 0);
  });
});

describe('classifyAcrKey', () => {
  it('knows complete keys', () => {
    for (let seed = 0; seed < 2000; seed += 1) {
      const key = fakeAcrKey(seed);
      expect(key).toMatch(/^[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}$/);
      expect(classifyAcrKey(key)).toBe('complete');
    }
  });

  it('tells mistyped, cut and foreign texts apart', () => {
    const key = fakeAcrKey(7);
    const other = key.charAt(10) === 'x' ? 'y' : 'x';
    expect(classifyAcrKey(key.slice(0, 10) + other + key.slice(11))).toBe('bad-checksum');
    expect(classifyAcrKey(key.slice(0, 50))).toBe('truncated');
    expect(classifyAcrKey(key.slice(5))).toBe('truncated');
    expect(classifyAcrKey(`${key}\n`)).toBe('too-long');
    expect(classifyAcrKey('FAKE')).toBe('not-acr-key');
    expect(classifyAcrKey('')).toBe('not-acr-key');
  });
});
