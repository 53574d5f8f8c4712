import { describe, expect, test } from 'vitest';
import { answersOf } from '../../../dialogs/conversation/state.js';
import { fromText } from '../../../dialogs/known.js';
import type { Finding } from '../../../src/checks/check.js';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import { en } from '../../../src/knowledge/texts/en/index.js';
import { shown } from '../../support/talk.js';
import { finding, found, LiveTalk, linked, unseen } from './live-talk.js';

const push =
  '$ docker push contoso.azurecr.io/web:1\ndenied: requested access to the resource is denied\nunauthorized: authentication required';
const registry: readonly Finding[] = [found('registry-lookup', 'here'), found('permission-mode', 'legacy')];

/** Somebody who says something beside the refusal, and signs in with their own account. */
async function told(text: string, ...findings: readonly Finding[]) {
  const talk = await new LiveTalk(linked, finding(...registry, ...findings)).say(`${text}\n\n${push}`);
  for (const [node, option] of [
    ['auth-method', 'individual-entra'],
    ['earlier-sign-in', 'recently'],
  ] as const)
    if (talk.asked === node) await talk.answer(node, option);
  return talk;
}

/** Labels of what stands under "What was checked", and whole sentences of the list of answers. */
const checkedIn = ({ last }: LiveTalk) =>
  last.blocks.flatMap((block) => (block.type === 'progress' ? block.items.map(({ id }) => id) : []));

const statements = [
  "didn't activate my role (PIM) yet, it is eligible for me.",
  'Ich habe meine Rolle in PIM nicht aktiviert.',
  '我没有激活 PIM 角色。',
];

describe.each(statements)('what the person says of their role: %s', (text) => {
  test('keeps nobody from looking: the check decides', async () => {
    const talk = await told(text, found('roles-legacy', 'none'));
    expect(talk.last.outcome?.cause).toBe('role-missing');
    expect(talk.works.flatMap(({ checks }) => checks)).toContain('roles-legacy');
    expect(checkedIn(talk)).toContain('roles-legacy');
  });

  test('stands where the check tells nothing, as their word and not as a check', async () => {
    const talk = await told(text, unseen('roles-legacy', 'missing-right'));
    expect(talk.last.outcome?.cause).toBe('role-not-activated');
    expect(checkedIn(talk)).not.toContain('roles-legacy');
    expect(shown(talk.last)).toContain(en.checks['roles-legacy'].verdicts['eligible-only']);
  });
});

test.each([
  'Do I have to activate my role in PIM for that?',
  'Muss ich dafür meine Rolle in PIM aktivieren?',
  '我需要先在 PIM 中激活角色吗？',
])('a question answers nothing, even where the check tells nothing: %s', async (text) => {
  const talk = await told(text, unseen('roles-legacy', 'missing-right'));
  expect(talk.last.outcome).toBeNull();
  expect(talk.asked).toBe('roles-legacy');
});

test("where no check can be made, the person's word is taken, and not called a check", async () => {
  const talk = await new LiveTalk(null, finding()).say(`${statements[1]}\n\n${push}`);
  for (const [node, option] of [
    ['auth-method', 'individual-entra'],
    ['earlier-sign-in', 'recently'],
    ['permission-mode', 'legacy'],
  ] as const)
    if (talk.asked === node) await talk.answer(node, option);
  expect(talk.last.outcome?.cause).toBe('role-not-activated');
  expect(checkedIn(talk)).not.toContain('roles-legacy');
});

test("a program's output answers a check by itself, and what is looked up beside it wins", async () => {
  const refused =
    '$ docker pull contoso.azurecr.io/web:1\nError response from daemon: manifest for contoso.azurecr.io/web:1 not found: manifest unknown: manifest tagged by "1" is not found';
  const blind = await new LiveTalk(linked, finding(...registry)).say(refused);
  expect(blind.last.outcome?.cause).toBe('repository-or-tag-not-found');
  expect(checkedIn(blind)).toContain('image-exists');
});

test('what the person says for a cause that a check contradicts answers nothing', () => {
  const { reading } = diagnose('ACR contoso: our service principal secret expired last week.');
  expect(fromText(reading).known['entra-code']).toBe('secret-expired');
  expect(fromText(reading, ['sp-secret-expired']).known['entra-code']).toBeUndefined();
});

describe('where no check can be made', () => {
  const said = `${statements[1]} Our registry is in ABAC mode.`;

  test('all of it counts, for the fix too', async () => {
    const talk = await new LiveTalk(null, finding()).say(`${said}\n\n${push}`);
    expect(answersOf(talk.conversation)).toMatchObject({ 'permission-mode': 'abac' });
  });

  test('it is no check that could be made again', async () => {
    const talk = await new LiveTalk(null, finding()).say(`${said}\n\n${push}`);
    await talk.answer('auth-method', 'individual-entra');
    if (talk.asked === 'earlier-sign-in') await talk.answer('earlier-sign-in', 'recently');
    expect(talk.last.outcome?.cause).toBe('role-not-activated');
    await talk.press('check-again');
    await talk.answer('retry', 'same');
    expect(talk.last.outcome?.cause).not.toBe('role-not-activated');
  });
});

test('what a told symptom implies of a check is as little a check', async () => {
  const talk = await new LiveTalk(linked, finding()).say(
    'contoso.azurecr.io/web:1 was built on arm64, the nodes are amd64.',
  );
  expect(talk.last.outcome?.cause).toBe('platform-mismatch');
  expect(checkedIn(talk)).not.toContain('image-platform');
});

test('what is told in own words is not listed as seen', async () => {
  const talk = await new LiveTalk(null, finding()).say(
    'ACR contoso.azurecr.io: our cluster identity is in another tenant.',
  );
  await talk.press('handover');
  expect(shown(talk.last)).not.toContain('Application not registered');
});
