import { describe, expect, test } from 'vitest';
import { answersFromReading } from '../../dialogs/known.js';
import { type Answers, type Position, walk } from '../../dialogs/walk.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import type { AskId } from '../../src/knowledge/asks.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import { seedA, seedASymptoms, seedB } from './texts.js';

/** One row of the table "The seeds' error texts". */
interface Row {
  readonly text: string;
  readonly causes: readonly CauseId[];
  /** What the bot asks or checks next; the cause itself where the text is enough. */
  readonly next: AskId | CheckId | CauseId;
}

const atLogin: readonly CauseId[] = ['credentials-invalid', 'not-logged-in'];
const atTransfer: readonly CauseId[] = ['not-logged-in', 'entra-token-expired', 'role-missing'];
const unreachable: readonly CauseId[] = [
  'connection-failed',
  'registry-not-found',
  'private-endpoint-dns',
  'public-access-disabled',
];
const refused403: readonly CauseId[] = ['ip-not-allowed', 'public-access-disabled', 'role-missing'];
const firewall: readonly CauseId[] = ['ip-not-allowed', 'public-access-disabled'];

const rows: Readonly<Record<string, Row>> = {
  'seed B error 1': { text: seedB.error1, causes: ['docker-not-running'], next: 'docker-daemon' },
  'seed B error 2': {
    text: seedB.error2,
    causes: ['cloud-shell-no-daemon'],
    next: 'cloud-shell-no-daemon',
  },
  'seed B error 3': { text: seedB.error3, causes: ['credentials-invalid'], next: 'auth-method' },
  'seed B error 4': {
    text: seedB.error4,
    causes: ['role-missing', 'arm-role-missing', 'wrong-subscription', 'entra-token-expired'],
    next: 'registry-lookup',
  },
  'seed B error 5': { text: seedB.error5, causes: ['ip-not-allowed'], next: 'network-rules' },
  'seed A unauthorized': { text: seedA.unauthorized, causes: atLogin, next: 'auth-method' },
  'seed A unauthorized, at docker login': {
    text: `docker login myregistry.azurecr.io\n${seedA.unauthorized}`,
    causes: atLogin,
    next: 'auth-method',
  },
  'seed A unauthorized, at docker pull': {
    text: `docker pull myregistry.azurecr.io/app:1.0\n${seedA.unauthorized}`,
    causes: atTransfer,
    next: 'auth-method',
  },
  'seed A unauthorized, at docker push': {
    text: `docker push myregistry.azurecr.io/app:1.0\n${seedA.unauthorized}`,
    causes: atTransfer,
    next: 'auth-method',
  },
  'seed A not registered': { text: seedA.notRegistered, causes: ['sp-not-found'], next: 'auth-method' },
  'seed A could not connect': { text: seedA.unreachable, causes: unreachable, next: 'dns' },
  'seed A refresh token 403': { text: seedA.refreshToken403, causes: refused403, next: 'network-rules' },
  'seed A 403 Forbidden': { text: seedA.forbidden, causes: firewall, next: 'network-rules' },
  // The same with the sentence around it, as somebody copies it from the page.
  'seed A symptom 2': { text: seedASymptoms.S2, causes: ['sp-not-found', ...atLogin], next: 'auth-method' },
  'seed A symptom 3': { text: seedASymptoms.S3, causes: unreachable, next: 'dns' },
  'seed A symptom 4': { text: seedASymptoms.S4, causes: atTransfer, next: 'auth-method' },
  'seed A symptom 5': { text: seedASymptoms.S5, causes: refused403, next: 'network-rules' },
  'seed A symptom 7': { text: seedASymptoms.S7, causes: firewall, next: 'network-rules' },
};

function nextOf(position: Position): string {
  if (position.kind === 'outcome') return position.outcome.cause;
  return position.kind === 'ask' ? position.ask : position.check;
}

describe.each(Object.entries(rows))('%s', (_name, { text, causes, next }) => {
  const { reading } = diagnose(text);

  test('first cause', () => {
    expect(reading.aboutAcr).toBe(true);
    expect(causes).toContain(reading.causes[0]?.cause);
  });

  test('next step', () => {
    expect(nextOf(walk(answersFromReading(reading), { decideOnly: true }))).toBe(next);
  });
});

/** Goes on from a text with what person and checks say; what the text says itself stays. */
function goOn(text: string, more: Answers): Position {
  return walk(
    { ...answersFromReading(diagnose(text).reading), operation: 'login', ...more },
    { decideOnly: true },
  );
}

const sp: Answers = {
  'auth-method': 'service-principal',
  'sp-user-name': 'application-id',
  'sp-application': 'found',
};

test.each<[CauseId, Answers]>([
  [
    'admin-password-wrong',
    { 'auth-method': 'admin-user', 'admin-user': 'enabled', 'admin-password': 'differs' },
  ],
  [
    'repo-token-password-wrong',
    { 'auth-method': 'repository-token', 'token-status': 'enabled', 'token-password': 'expired' },
  ],
  ['sp-secret-expired', { ...sp, 'sp-secret-expiry': 'expired' }],
  ['sp-secret-invalid', { ...sp, 'sp-secret-expiry': 'current', 'sp-sign-in': 'fails' }],
  [
    'role-missing',
    {
      ...sp,
      'sp-secret-expiry': 'current',
      'sp-sign-in': 'works',
      'permission-mode': 'legacy',
      'roles-legacy': 'none',
    },
  ],
])('seed B error 3 leads to %s by check', (cause, answers) => {
  expect(nextOf(goOn(seedB.error3, answers))).toBe(cause);
});

test('seed B error 4: where the registry is decides, then what the identity may do', () => {
  expect(nextOf(goOn(seedB.error4, { 'registry-lookup': 'elsewhere' }))).toBe('wrong-subscription');
  expect(nextOf(goOn(seedB.error4, { 'registry-lookup': 'no-permission' }))).toBe('permission-mode');
  expect(nextOf(goOn(seedB.error4, { 'registry-lookup': 'here' }))).toBe('permission-mode');
});

test('seed B error 5: the address of the message is the one that the rules are held against', () => {
  expect(diagnose(seedB.error5).reading.facts.ip).toBeUndefined();
  const { reading } = diagnose(seedB.error5.replace('<ip-address>', '203.0.113.7'));
  expect(reading.facts.ip).toBe('203.0.113.7');
});

test('placeholders of the seeds are no facts', () => {
  for (const text of Object.values(seedB)) {
    const { registry, loginServer, subscription } = diagnose(text).reading.facts;
    expect([registry, loginServer, subscription]).toEqual([undefined, undefined, undefined]);
  }
});
