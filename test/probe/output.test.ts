import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { intakeWithReports } from '../../src/probe/intake.js';
import { outputOfReport } from '../../src/probe/output.js';
import { printReport } from '../../src/probe/print-report.js';
import type { ProbeReport } from '../../src/probe/report.js';
import { verdictsOf } from '../diagnosis/outputs/seen.js';
import { anyReport, fullReport } from './reports.js';

const outputsIn = (text: string) => intakeWithReports(text).diagnosis.reading.outputs;
const reportsIn = (text: string) => outputsIn(text).filter(({ program }) => program === 'acr-help probe');
const login = (change: Partial<ProbeReport['login']>) =>
  verdictsOf([
    outputOfReport({ kind: 'whole', report: { ...fullReport, login: { ...fullReport.login, ...change } } }),
  ]);

describe('a report', () => {
  test('whole', () => {
    const [output] = reportsIn(printReport(fullReport));
    expect(output).toMatchObject({ about: 'contoso.azurecr.io', environment: 'kubernetes', notes: [] });
    expect(verdictsOf([output ?? expect.fail()])).toEqual({
      dns: 'private-address',
      connection: 'connects',
      challenge: 'challenged',
      'data-endpoint': 'blocked',
      'docker-daemon': 'down',
      'docker-version': 'current',
      'stored-credentials': 'stored',
    });
    expect(output?.seen.map(({ check, facts }) => [check, facts])).toContainEqual([
      'dns',
      { aliases: 'contoso.privatelink.azurecr.io', addresses: '10.1.2.3', resolver: '10.0.0.10' },
    ]);
  });

  test.each([
    [
      'no such name',
      { dns: null, lookup: { kind: 'failed', reason: 'nxdomain' }, tcp: null, tls: null, v2: null },
      { dns: 'not-found', challenge: 'no-answer' },
    ],
    [
      'a name service that fails',
      { dns: null, lookup: { kind: 'failed', reason: 'servfail' }, tcp: null, tls: null, v2: null },
      { dns: 'server-error' },
    ],
    [
      'a port that is shut',
      { tcp: 'timeout', tls: null, v2: null },
      { connection: 'refused-or-timeout', challenge: 'no-answer' },
    ],
    [
      'a proxy that opens TLS',
      { tls: { result: 'untrusted', issuer: 'Fabrikam Proxy CA' }, v2: null },
      { connection: 'tls-error' },
    ],
    ['a firewall', { v2: { status: 403, realm: null } }, { challenge: 'forbidden', connection: 'connects' }],
  ] as const)('of %s', (_, change, verdicts) => {
    expect(login(change)).toMatchObject(verdicts);
  });

  test('a challenge that sends elsewhere is none', () => {
    expect(login({ v2: { status: 401, realm: 'evil.example' } })).not.toHaveProperty('challenge');
  });
});

test('of a truncated report, whole lines count, and it is said', () => {
  const text = printReport(fullReport).split('\n').slice(0, 6).join('\n');
  const [output] = reportsIn(text);
  expect(output?.notes).toEqual(['report-truncated']);
  expect(verdictsOf([output ?? expect.fail()])).toMatchObject({ dns: 'private-address' });
});

test('the line in which a report was cut off does not count: it may be half', () => {
  const text = printReport(fullReport);
  const cut = text.slice(
    0,
    text.indexOf('lookup contoso.azurecr.io addr 10.1.2') + 'lookup contoso.azurecr.io addr 10.1.2.3'.length,
  );
  const [output] = reportsIn(cut.replace('10.1.2.3,fd00::1', '10.1.2.34'));
  expect(output?.seen.map(({ facts }) => facts.addresses)).toEqual(['10.1.2.34']);
});

test('of an edited report nothing counts, and it is said', () => {
  const text = printReport(fullReport).replace('tcp contoso.azurecr.io ok', 'tcp contoso.azurecr.io refused');
  const [output] = reportsIn(text);
  expect(output).toMatchObject({ notes: ['report-edited'], seen: [] });
});

test('every whole report is read as one, and gives one answer a check', () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      const outputs = outputsIn(printReport(report));
      const checks = outputs.flatMap(({ seen }) => seen.map(({ check }) => check));
      expect(outputs.map(({ program }) => program)).toEqual(['acr-help probe']);
      expect(new Set(checks).size).toBe(checks.length);
    }),
    { numRuns: 60 },
  );
});

test('its values are addresses, names and words of a closed set, whatever was pasted', () => {
  fc.assert(
    fc.property(anyReport, fc.string({ maxLength: 30 }), fc.nat(400), (report, words, at) => {
      const text = printReport(report);
      const damaged = text.slice(0, at) + words + text.slice(at);
      const values = outputsIn(damaged).flatMap(({ seen }) =>
        seen.flatMap(({ facts }) => Object.values(facts)),
      );
      for (const value of values) expect(value).toMatch(/^[A-Za-z0-9][A-Za-z0-9:.,()_ →-]*$/);
    }),
    { numRuns: 100 },
  );
});
