import { describe, expect, test } from 'vitest';
import { converse } from '../../../dialogs/conversation/converse.js';
import { type Live, newConversation } from '../../../dialogs/conversation/state.js';
import { turn } from '../../../dialogs/conversation/turn.js';
import type { Exposure, Finding } from '../../../src/checks/check.js';
import { checkFacts } from '../../../src/knowledge/checks.js';
import { languages } from '../../../src/knowledge/language.js';
import { shown } from '../../support/talk.js';
import {
  finding,
  firewall,
  found,
  LiveTalk,
  linked,
  refusedPrincipal,
  unlinked,
  unseen,
} from './live-talk.js';

/** A word for each fact that stands nowhere else, so that it shows wherever it gets to. */
const secret = Object.fromEntries(checkFacts.map((fact) => [fact, `zz${fact.toLowerCase()}`]));
const telling = (it: Finding): Finding => ({ ...it, facts: secret });
const hidden = (exposure: Exposure): readonly Finding[] => [
  telling(found('registry-lookup', 'here', exposure)),
  telling(found('permission-mode', 'legacy', exposure)),
  telling(found('roles-legacy', 'none', exposure)),
  telling(found('sp-application', 'found', exposure)),
  telling(found('sp-secret-expiry', 'current', exposure)),
  telling(found('private-endpoint', 'approved', exposure)),
  { ...unseen('network-rules', 'throttled'), exposure, facts: secret },
];
const seen: Finding = {
  ...found('service-state', 'healthy', 'public'),
  facts: { addresses: '203.0.113.9' },
};

/** Everything that somebody is shown until a handover is finished: progress, outcome or questions, handover. */
async function everything(live: Live, findings: readonly Finding[]): Promise<string> {
  const run = finding(...findings);
  const begun = turn(
    { ...newConversation('dana', 'en'), live },
    { kind: 'say', as: 'dana', text: refusedPrincipal },
  );
  const texts: string[] = [];
  for await (const message of converse(begun, run)) texts.push(shown(message));
  const talk = await new LiveTalk(live, run).say(refusedPrincipal);
  const note = (): void => void texts.push(...talk.messages.map(shown));
  for (let i = 0; i < 20 && talk.asked !== null; i++) {
    await talk.answer(talk.asked, 'unknown');
    note();
  }
  expect(talk.last.outcome).not.toBeNull();
  for (const verb of ['handover', 'send-handover'] as const) {
    await talk.press(verb);
    note();
  }
  await talk.press('check-again');
  note();
  texts.push(JSON.stringify(talk.conversation));
  return texts.join('\n');
}

describe('facts of a finding that somebody may not see', () => {
  test.each(['own', 'configuration'] as const)(
    '%s: appear nowhere to who is not linked',
    async (exposure) => {
      const text = await everything(unlinked, [...hidden(exposure), seen]);
      expect(text).not.toContain('zz');
      expect(text).not.toContain('Holds no role');
      // The proof of the proof: what anybody may see is there.
      expect(text).toContain('203.0.113.9');
    },
  );

  test('appear to who is linked', async () => {
    const text = await everything(linked, hidden('own'));
    for (const fact of checkFacts) expect(text, fact).toContain(`zz${fact.toLowerCase()}`);
  });
});

describe('where facts are shown', () => {
  const role: Finding = { ...found('roles-legacy', 'none'), facts: { roles: 'Tag Contributor' } };
  const all = hidden('own').map((it) => (it.check === 'roles-legacy' ? role : { ...it, facts: {} }));
  const told = 'Holds no role that gives access to images; roles: `Tag Contributor`';

  test('while checks are made, in the outcome and in the handover', async () => {
    const talk = await new LiveTalk(linked, finding(...all)).say(refusedPrincipal);
    const whileChecking = talk.messages.filter(({ replaces }) => replaces !== null).map(shown);
    expect(whileChecking.at(-1)).toContain(told);
    expect(talk.last.outcome?.cause).toBe('role-missing');
    expect(shown(talk.last)).toContain(`Roles of the identity: ${told}`);
    await talk.press('handover');
    expect(shown(talk.last)).toContain(`- Roles of the identity: ${told}`);
    await talk.press('send-handover');
    expect(shown(talk.last)).toContain(`- Roles of the identity: ${told}`);
  });

  test('while checks are made, behind the reason where there is no verdict', async () => {
    const elsewhere: Finding = { ...unseen('dns', 'other-vantage'), facts: { addresses: '203.0.113.9' } };
    const talk = await new LiveTalk(linked, finding(elsewhere)).say(refusedPrincipal);
    expect(talk.messages.map(shown).join('\n')).toContain(
      'Address of the registry: Seen from my network only; yours may see something else. (`203.0.113.9`)',
    );
  });

  test('before and after a repair', async () => {
    const talk = await new LiveTalk(linked, finding(...all)).say(refusedPrincipal);
    const given: Finding = { ...found('roles-legacy', 'covers'), facts: { roles: 'AcrPull' } };
    talk.run = finding(...all.map((it) => (it.check === 'roles-legacy' ? given : it)));
    await talk.press('check-again');
    expect(shown(talk.last)).toContain(
      `before: ${told} – now: Holds a role that allows the action; roles: \`AcrPull\``,
    );
  });

  test('a cause that a finding rules out is told with what was seen', async () => {
    const allowed: Finding = { ...found('network-rules', 'allowed'), facts: { ip: '203.0.113.7' } };
    const talk = await new LiveTalk(linked, finding(allowed)).say(firewall);
    for (let i = 0; i < 20 && talk.asked !== null; i++) await talk.answer(talk.asked, 'unknown');
    expect(talk.last.outcome).not.toBeNull();
    expect(shown(talk.last)).toMatch(/ – Network rules of the registry: Allow this access$/m);
  });

  test('what the person answered by hand is told as they answered it', async () => {
    const talk = await new LiveTalk(linked, finding()).say(refusedPrincipal);
    for (let i = 0; i < 20 && talk.asked !== null; i++) {
      await talk.answer(talk.asked, talk.asked === 'roles-legacy' ? 'none' : optionFor(talk.asked));
    }
    expect(talk.last.outcome?.cause).toBe('role-missing');
    expect(shown(talk.last)).toContain('Roles of the identity: No role for this registry');
  });
});

function optionFor(question: string): string {
  const answers: Readonly<Record<string, string>> = { 'permission-mode': 'legacy', 'sp-sign-in': 'works' };
  return answers[question] ?? 'unknown';
}

test.each(languages)('%s: a conversation is told in its language', async (language) => {
  const talk = new LiveTalk(linked, finding(...hidden('own')));
  talk.conversation = { ...talk.conversation, language };
  await talk.say(refusedPrincipal);
  expect(shown(talk.last)).not.toMatch(/\{\w+\}|undefined/);
  if (language !== 'en') expect(shown(talk.last)).not.toContain('Holds ');
});
