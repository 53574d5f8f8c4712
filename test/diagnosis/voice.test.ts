import { describe, expect, test } from 'vitest';
import { viewOf } from '../../src/diagnosis/recognise/view.js';
import { voiceAt } from '../../src/diagnosis/voice.js';

/** Who says the part between brackets. */
function voiceOf(marked: string, people = true, verbatim = false) {
  const [before = '', words = ''] = marked.split(/[⟦⟧]/);
  const { lines } = viewOf(marked.replace(/[⟦⟧]/g, ''));
  const start = viewOf(before.replace(/ $/, '')).lines.length + (before.endsWith(' ') ? 1 : 0);
  return voiceAt(lines, { start, end: start + words.length, people, verbatim });
}

describe('a person asks or supposes', () => {
  test.each([
    'Do I have to ⟦activate my role in PIM⟧ for that?',
    'I switched over, and now it ends otherwise. ⟦Wrong subscription⟧ again?',
    '⟦was it the tenant⟧?',
    'Is it possible that the ⟦registry is in another tenant⟧? We moved it.',
    'What if the ⟦admin user is disabled⟧?',
    'Maybe the ⟦admin user is disabled⟧.',
    "I'm not sure whether the ⟦secret expired⟧.",
    'Muss ich dafür ⟦meine Rolle in PIM aktivieren⟧?',
    'Liegt die ⟦Registry in einem anderen Mandanten⟧?',
    'Vielleicht ist der ⟦Admin-Benutzer deaktiviert⟧.',
    '会不会是新订阅属于⟦另一个租户⟧？',
    '需要⟦激活我的角色⟧吗',
    '可能是⟦管理员用户被禁用⟧了。',
  ])('%s', (text) => {
    expect(voiceOf(text)).toBe('guessed');
  });
});

describe('a person says so', () => {
  test.each([
    "⟦didn't activate my role (PIM)⟧.",
    'Ari gave ⟦our team AcrPush a few minutes ago⟧. Do I just have to wait?',
    'Why is the ⟦admin user disabled⟧?',
    '⟦403 at the office⟧ - is it the firewall?',
    'Ich habe ⟦meine Rolle in PIM nicht aktiviert⟧. Was nun?',
    'Warum ist der ⟦Admin-Benutzer deaktiviert⟧?',
    '⟦管理员用户被禁用了⟧。会不会是租户？',
    '为什么⟦管理员用户被禁用⟧了？',
  ])('%s', (text) => {
    expect(voiceOf(text)).toBe('told');
  });
});

describe('a program prints it', () => {
  test.each([
    '$ az acr token show --query status # ⟦token is disabled⟧?',
    '2026-03-02T07:58:13Z WARN ⟦admin user is disabled⟧',
    'ERROR: ⟦the registry is in another tenant⟧',
    'Warning  Failed  58s (x22 over 6m10s)  kubelet  ⟦registry in another tenant⟧',
    '{"message":"⟦admin user is disabled⟧"}',
    'Your ⟦docker client is too old⟧.',
  ])('in its own form: %s', (text) => {
    expect(voiceOf(text)).toBe('printed');
  });

  test.each([
    ['its words stay its own where a person passes them on', 'I get ⟦admin user is disabled⟧ here.'],
    ['it may suppose', 'the ⟦image might be missing⟧ or private'],
    ['it asks in its own words', 'Cannot connect. ⟦Is the docker daemon running⟧?'],
  ])('%s', (_what, text) => {
    expect(voiceOf(text, false, true)).toBe('printed');
  });

  test('whoever asks in its words asks', () => {
    expect(voiceOf('Could it be that the ⟦admin user is disabled⟧?', false, true)).toBe('guessed');
  });

  test('whoever says it in other words says so', () => {
    expect(voiceOf('I was told our ⟦secret is expired⟧.', false, false)).toBe('told');
  });
});
