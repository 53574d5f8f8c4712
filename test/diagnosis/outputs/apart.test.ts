import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';
import { readOutputs } from '../../../src/diagnosis/outputs/read.js';
import type { Program } from '../../../src/knowledge/programs.js';
import { shortestRun } from '../normalise/shortest-run.js';
import * as samples from './samples.js';
import { verdictsIn, verdictsOf } from './seen.js';

/** Every sample with the program that printed it. */
const all: readonly (readonly [Program, string])[] = [
  ...Object.values(samples.checkHealth).map((it) => ['az acr check-health', it] as const),
  ...Object.values(samples.nslookup).map((it) => ['nslookup', it] as const),
  ...Object.values(samples.dig).map((it) => ['dig', it] as const),
  ...Object.values(samples.curl).map((it) => ['curl', it] as const),
  ...Object.values(samples.checkAcr).map((it) => ['az aks check-acr', it] as const),
  ...Object.values(samples.docker).map((it) => ['docker', it] as const),
  ...Object.values(samples.kubectl).map((it) => ['kubectl describe pod', it] as const),
  ['az account show', samples.azAccount],
  ...Object.values(samples.azRoles).map((it) => ['az role assignment list', it] as const),
];

const programsIn = (text: string): readonly Program[] =>
  readOutputs(normalise(text).text).map(({ program }) => program);

describe('programs are told apart', () => {
  test('of a sample, at most its own is read, whichever part of it is pasted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat(30), fc.nat(30), ([program, text], from, many) => {
        const lines = text.split('\n').slice(from, from + many + 1);
        for (const read of programsIn(lines.join('\n'))) expect(read).toBe(program);
      }),
      { numRuns: 1500 },
    );
  });

  test('of two in one paste, both are read, and each as alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.constantFrom(...all), ([first, one], [second, other]) => {
        fc.pre(first !== second);
        const both = readOutputs(normalise(`${one}\n\n$ next\n${other}`).text);
        for (const [program, text] of [
          [first, one],
          [second, other],
        ] as const) {
          const alone = readOutputs(normalise(text).text);
          expect(verdictsOf(both.filter((it) => it.program === program))).toEqual(verdictsOf(alone));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is no output', () => {
  test('a line within a sentence is talk', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), ([, text]) => {
        const told = text
          .split('\n')
          .map((line) => `I was told that it says ${line.trim()} there`)
          .join('\n');
        expect(programsIn(told)).toEqual([]);
      }),
    );
  });

  test('lines within quotation marks are talk', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ...all.filter(([program]) => !program.startsWith('az account') && !program.startsWith('az role')),
        ),
        ([, text]) => {
          expect(
            programsIn(
              text
                .split('\n')
                .map((line) => `"${line}"`)
                .join('\n'),
            ),
          ).toEqual([]);
        },
      ),
    );
  });

  test.each([
    'nslookup says NXDOMAIN for contoso.azurecr.io',
    'Server: my laptop. Address: home. contoso.azurecr.io resolves to 10.0.0.1',
    'docker version shows Client: 28.2.2 and Server: none',
    'curl -v https://contoso.azurecr.io/v2/ gave 403',
    'az aks check-acr SUCCEEDED for contoso.azurecr.io',
    '$ az account show --query id',
  ])('%s', (text) => {
    expect(programsIn(text)).toEqual([]);
  });

  test('random words are nothing, and never throw', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        expect(readOutputs(text)).toEqual([]);
      }),
    );
  });
});

test('a reply mark or a code fence around an output takes nothing from it', () => {
  const quoted = samples.nslookup.bind
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  expect(verdictsIn(quoted)).toEqual({ dns: 'private-address' });
  expect(verdictsIn(`\`\`\`\n${samples.dig.found}\n\`\`\``)).toEqual({ dns: 'private-address' });
  expect(verdictsIn(samples.curl.challenged.replaceAll('\n', '\r\n'))).toMatchObject({
    challenge: 'challenged',
  });
});

test.each(all.map(([program, text]) => [program, text]))(
  'many times the output of %s takes little time',
  (_, text) => {
    const huge = `${text}\n`.repeat(Math.ceil(65_536 / text.length));
    expect(shortestRun(() => readOutputs(huge))).toBeLessThan(250);
  },
);
