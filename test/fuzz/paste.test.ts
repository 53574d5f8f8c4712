import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { intake } from '../../src/diagnosis/intake.js';
import { adversarial } from '../diagnosis/redact/adversarial.js';
import { repository } from '../support/temp.js';
import { canary, holds, tellsNothing, textsIn } from './hold.js';
import { wildText } from './wild.js';

const pastes = [
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required, visit https://aka.ms/acr/authorization for more information.',
  "az acr login --name contoso\nERROR: DENIED: client with IP '203.0.113.7' is not allowed access. Refer https://aka.ms/acr/firewall to grant access.",
  'AADSTS7000215: Invalid client secret provided. Trace ID: 11111111-2222-4333-8444-555555555555 Timestamp: 2026-03-01 10:00:00Z',
  'Failed to pull image "contoso.azurecr.io/team/app:v1": rpc error: code = Unknown desc = failed to authorize: 401 Unauthorized',
  'docker login contoso.azurecr.io -u 00000000-0000-0000-0000-000000000000 -p abc',
];
const recorded = z.object({ text: z.string() });
const samples = readdirSync(join(repository, 'test/fixtures/pastes'))
  .flatMap((name) =>
    readFileSync(join(repository, 'test/fixtures/pastes', name), 'utf8')
      .trim()
      .split('\n')
      .slice(0, 6),
  )
  .map((line) => recorded.parse(JSON.parse(line)).text.slice(0, 4_000));

const told = (raw: string) => intake(raw).diagnosis.reading;

test('a paste, whatever it is, becomes a reading', () => {
  holds(wildText(...pastes, ...samples), intake, (output) => {
    expect(textsIn(output).length).toBeGreaterThan(0);
  });
});

test('of words around an error nothing is in the reading', () => {
  const around = wildText(...pastes).map((text) => `${canary}\n${text}\n${canary} ${text}`);
  holds(around, told, tellsNothing);
});

test('of a secret the reading has its kind and nothing else (T23)', () => {
  const value = fc.stringMatching(/^[a-z]{8}9f3a[A-Z0-9]{12}~Q$/);
  const pasted = fc
    .tuple(fc.constantFrom(...pastes), value)
    .map(
      ([text, secret]) =>
        `docker login contoso.azurecr.io -u app -p ${secret}\n${text}\nexport ACR_PASSWORD='${secret}'`,
    );
  holds(pasted, told, tellsNothing);
});

test('texts that are made to cost time take no more than others of their size', () => {
  for (const text of adversarial(16 * 1024).values()) {
    const began = performance.now();
    intake(text);
    expect(performance.now() - began).toBeLessThan(4_000);
  }
});
