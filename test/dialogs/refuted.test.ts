import { describe, expect, test } from 'vitest';
import { refutedBy } from '../../dialogs/refuted.js';
import type { Answers, Step } from '../../dialogs/walk.js';
import { finding, found, LiveTalk, linked, refusedPrincipal } from './live/live-talk.js';

const causes = (path: readonly Step[], observed: Answers = {}) =>
  refutedBy(path, observed).map(({ cause }) => cause);
const step = (question: Step['question'], answer: string): Step => ({ node: 'start', question, answer });

describe('causes that answers contradict', () => {
  test('nothing contradicts nothing, and "I don\'t know" contradicts nothing', () => {
    expect(causes([])).toEqual([]);
    expect(causes([step('roles-legacy', 'unknown'), step('auth-method', 'unknown')])).toEqual([]);
  });

  test.each([
    ['auth-method', 'service-principal', 'admin-user-disabled', 'sp-secret-expired'],
    ['roles-legacy', 'covers', 'role-missing', 'scope-map-insufficient'],
    ['roles-legacy', 'granted-recently', 'role-missing', 'role-propagating'],
    ['roles-abac', 'condition-excludes', 'role-missing', 'abac-condition-excludes'],
    ['permission-mode', 'legacy', 'abac-condition-excludes', 'role-missing'],
    ['sp-secret-expiry', 'current', 'sp-secret-expired', 'sp-secret-invalid'],
    ['sp-secret-expiry', 'expired', 'sp-secret-invalid', 'sp-secret-expired'],
    ['network-rules', 'public-access-off', 'ip-not-allowed', 'public-access-disabled'],
    ['network-rules', 'ip-not-listed', 'public-access-disabled', 'ip-not-allowed'],
    ['registry-lookup', 'absent', 'wrong-subscription', 'registry-not-found'],
    ['service-state', 'healthy', 'service-outage', 'connection-failed'],
    ['kubelet-role', 'role-missing', 'cross-tenant', 'aks-identity-missing-role'],
    ['kubelet-role', 'role-present', 'cross-tenant', 'mode-switch-stale-credential'],
    ['kubelet-role', 'other-tenant', 'role-propagating', 'cross-tenant'],
    ['roles-abac', 'legacy-roles-only', 'role-propagating', 'abac-ignores-legacy-role'],
    ['roles-abac', 'legacy-roles-only', 'role-not-activated', 'abac-ignores-legacy-role'],
    ['roles-abac', 'condition-excludes', 'role-propagating', 'abac-condition-excludes'],
    ['roles-abac', 'granted-recently', 'abac-ignores-legacy-role', 'role-propagating'],
    ['roles-legacy', 'repository-roles-only', 'role-propagating', 'role-missing'],
    ['roles-legacy', 'too-weak', 'abac-condition-excludes', 'role-missing'],
    ['registry-lookup', 'absent', 'ip-not-allowed', 'login-server-malformed'],
    ['registry-lookup', 'no-permission', 'wrong-subscription', 'registry-not-found'],
    ['sp-application', 'not-found', 'sp-secret-expired', 'cross-tenant'],
    ['token-status', 'disabled', 'scope-map-insufficient', 'repo-token-disabled'],
    ['image-exists', 'missing', 'platform-mismatch', 'repository-or-tag-not-found'],
    ['image-platform', 'offered', 'repository-or-tag-not-found', 'content-locked'],
    ['image-reference', 'qualified', 'image-not-qualified', 'not-logged-in'],
    ['entra-session', 'still-refused', 'entra-token-expired', 'role-missing'],
    ['exposed-token-user', 'zero-guid', 'expose-token-username', 'entra-token-expired'],
    ['connection', 'tls-error', 'ip-not-allowed', 'tls-untrusted'],
    ['challenge', 'no-answer', 'public-access-disabled', 'private-endpoint-dns'],
    ['docker-daemon', 'available', 'cloud-shell-no-daemon', 'docker-too-old'],
  ] as const)('%s %s: not %s, but still %s', (question, answer, out, stays) => {
    expect(causes([step(question, answer)])).toContain(out);
    expect(causes([step(question, answer)])).not.toContain(stays);
  });

  test('what live checks found beside the way counts too, and says what said so', () => {
    expect(refutedBy([], { 'permission-mode': 'legacy' })).toContainEqual({
      cause: 'abac-ignores-legacy-role',
      question: 'permission-mode',
      answer: 'legacy',
    });
  });

  test('on the way the answer counts, not what was found', () => {
    const way = [step('service-state', 'outage')];
    expect(causes(way, { 'service-state': 'healthy' })).not.toContain('service-outage');
    expect(causes(way, { 'service-state': 'healthy' })).toContain('connection-failed');
  });
});

test('a cause that a live check refutes is not told as the next best one', async () => {
  const run = finding(
    found('registry-lookup', 'here'),
    found('permission-mode', 'legacy'),
    found('roles-legacy', 'none'),
    found('sp-application', 'found'),
    found('sp-secret-expiry', 'current'),
  );
  const talk = await new LiveTalk(linked, run).say(refusedPrincipal);
  const told: (string | undefined)[] = [];
  for (let i = 0; i < 8 && talk.last.outcome?.cause !== 'unknown'; i++) {
    told.push(talk.last.outcome?.cause);
    await talk.press('next-cause');
  }
  expect(told[0]).toBe('role-missing');
  for (const out of ['sp-secret-expired', 'sp-not-found', 'role-propagating'])
    expect(told).not.toContain(out);
});
