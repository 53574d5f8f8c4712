import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnosis/diagnose.js';

const firewall = `Error response from daemon: Get "https://myregistry.azurecr.io/v2/": denied: {"errors":[{"code":"DENIED","message":"client with IP \\u0027203.0.113.7\\u0027 is not allowed access. Refer https://aka.ms/acr/firewall to grant access."}]}`;
const noise = 'step of a build that says nothing\n'.repeat(20_000);

describe('diagnose', () => {
  it('reads cause, facts and symptom of a message', () => {
    const { reading } = diagnose(firewall);
    expect(reading.aboutAcr).toBe(true);
    expect(reading.causes[0]).toMatchObject({ cause: 'ip-not-allowed', family: 'network' });
    expect(reading.symptom).toBe('firewall-refusal');
    expect(reading.facts).toMatchObject({ loginServer: 'myregistry.azurecr.io', ip: '203.0.113.7' });
    expect(reading.truncated).toBe(false);
  });

  it('finds nothing in an empty text', () => {
    expect(diagnose('').reading).toMatchObject({
      aboutAcr: false,
      causes: [{ cause: 'not-acr' }],
      signatures: [],
      symptom: null,
      printed: null,
      stated: null,
      quoted: {},
      secrets: [],
      facts: {},
    });
  });

  it('finds the error in the middle of a long file', () => {
    const { reading } = diagnose(`${noise}${firewall}\n${noise}`.slice(0, 1024 * 1024), 'file');
    expect(reading.causes[0]?.cause).toBe('ip-not-allowed');
    expect(reading.facts.loginServer).toBe('myregistry.azurecr.io');
  });

  it('says that it left something out of a long message', () => {
    expect(diagnose(`${firewall}\n${noise}`).reading.truncated).toBe(true);
  });

  it('replaces secrets everywhere, also in what is left out', () => {
    const secret = `docker login myregistry.azurecr.io -u myregistry -p Zk8+q2Vn1rT0yLw5XcB7dHsJ4uMfAoGe9PiRtYvNbQmWlECACR3xK2`;
    const { reading, redactedText } = diagnose(`${noise}${secret}\n${noise}${secret}\n${firewall}`);
    expect(redactedText).not.toContain('Zk8+q2Vn1rT0');
    expect(reading.secrets.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(2);
  });

  it('never throws, whatever is pasted', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('message', 'file'),
        (raw, limit) => {
          // constantFrom widens the literals.
          const { reading } = diagnose(raw, limit as 'message' | 'file');
          expect(reading.causes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});
