import { describe, expect, test } from 'vitest';
import { answersFromFindings, impliedByEvidence } from '../../../dialogs/live/evidence.js';
import { finding, found, LiveTalk, linked, refusedPrincipal, unseen } from './live-talk.js';

test('verdicts are answers; what came to none answers nothing', () => {
  const findings = [
    found('roles-legacy', 'none'),
    unseen('sp-application', 'missing-right'),
    unseen('dns', 'other-vantage'),
  ];
  expect(answersFromFindings(findings)).toEqual({ 'roles-legacy': 'none' });
});

describe('what evidence makes plain', () => {
  test.each([
    ['roles-legacy', 'none'],
    ['roles-abac', 'condition-excludes'],
    ['scope-map', 'lacks'],
  ] as const)('%s %s: the sign-in was good', (check, verdict) => {
    expect(impliedByEvidence({ [check]: verdict }, undefined)).toMatchObject({
      'earlier-sign-in': 'recently',
      'sp-sign-in': 'works',
      'token-sign-in': 'works',
    });
  });

  test.each([
    ['service-principal', 'sp-secret-expiry', 'expired'],
    ['service-principal', 'sp-application', 'not-found'],
    ['admin-user', 'admin-user', 'disabled'],
    ['repository-token', 'token-status', 'disabled'],
    ['repository-token', 'token-password', 'expired'],
  ] as const)('%s, %s %s: when somebody signed in does not matter', (method, check, verdict) => {
    expect(impliedByEvidence({ [check]: verdict }, method)).toEqual({ 'earlier-sign-in': 'unknown' });
  });

  test("another method's broken credential says nothing", () => {
    expect(impliedByEvidence({ 'admin-user': 'disabled' }, 'service-principal')).toEqual({});
    expect(impliedByEvidence({ 'admin-user': 'disabled' }, undefined)).toEqual({});
  });

  test('good verdicts imply nothing, but that an application that is found was named by its id', () => {
    const good = { 'roles-legacy': 'covers', 'sp-secret-expiry': 'current', 'token-status': 'enabled' };
    expect(impliedByEvidence(good, 'service-principal')).toEqual({});
    expect(impliedByEvidence({ 'sp-application': 'found' }, 'service-principal')).toEqual({
      'sp-user-name': 'application-id',
    });
  });
});

describe('in a conversation', () => {
  const roles = finding(
    found('registry-lookup', 'here'),
    found('permission-mode', 'legacy'),
    found('roles-legacy', 'none'),
    found('sp-application', 'found'),
    found('sp-secret-expiry', 'current'),
  );

  test('nobody is asked what evidence has made plain', async () => {
    const talk = await new LiveTalk(linked, roles).say(refusedPrincipal);
    expect(talk.asked).toBeNull();
  });

  test('what was only inferred is not shown as checked', async () => {
    const talk = await new LiveTalk(linked, roles).say(refusedPrincipal);
    const items = talk.last.blocks.flatMap((it) => (it.type === 'progress' ? it.items : []));
    expect(items.map(({ id }) => id)).toContain('roles-legacy');
    expect(items.map(({ id }) => id)).not.toContain('sp-sign-in');
  });

  test('a handover begins with what was concluded, not with what the text alone spoke for', async () => {
    const talk = await new LiveTalk(linked, roles).say(refusedPrincipal);
    await talk.press('handover');
    const text = JSON.stringify(talk.last.blocks);
    expect(text).toContain('(role-missing, 0.95)');
    expect(text.indexOf('(role-missing')).toBeLessThan(text.indexOf('(credentials-invalid'));
    expect(text.split('(role-missing')).toHaveLength(2);
  });

  test('nor handed over as checked or as said by the person', async () => {
    const talk = await new LiveTalk(linked, roles).say(refusedPrincipal);
    await talk.press('handover');
    const text = JSON.stringify(talk.last.blocks);
    expect(text).not.toContain('Sign-in with the client secret');
    expect(text).not.toContain('Is the user name the application');
  });

  test('the word of the person wins over what was found', async () => {
    const talk = await new LiveTalk(linked, roles).say(refusedPrincipal);
    await talk.press('correct');
    await talk.answer('correct', 'sp-secret-expiry');
    await talk.answer('sp-secret-expiry', 'expired');
    expect(talk.last.outcome?.cause).toBe('sp-secret-expired');
  });
});
