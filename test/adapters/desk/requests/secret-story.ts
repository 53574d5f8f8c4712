import { type PolicyParts, rotating } from '../../../access/requests-ground.js';
import { clientId, day } from '../../../access/requests-names.js';
import { finding, found, refusedPrincipal } from '../../../dialogs/live/live-talk.js';
import { healthy, type Setting, Story } from './story.js';

/** Secrets that have failed: what is pasted, what is found, and what Dana answers until that is clear. */
const failed = {
  'admin-password-wrong': {
    text: refusedPrincipal.replace(clientId, 'contoso'),
    found: [...healthy, found('admin-user', 'enabled')],
    answers: ['differs'],
  },
  'repo-token-password-wrong': {
    text: refusedPrincipal.replace(clientId, 'ci-build'),
    found: healthy,
    answers: ['repository-token', 'typed: ci-build', 'enabled', 'expired'],
  },
  'sp-secret-invalid': {
    text: `${refusedPrincipal}\nAADSTS7000215: Invalid client secret provided for app '${clientId}'.`,
    found: healthy,
    answers: [],
  },
  'sp-secret-expired': {
    text: refusedPrincipal,
    found: [...healthy.slice(0, -1), found('sp-secret-expiry', 'expired')],
    answers: [],
  },
} as const;

export type FailedSecret = keyof typeof failed;
export const failedSecrets: readonly FailedSecret[] = [
  'admin-password-wrong',
  'repo-token-password-wrong',
  'sp-secret-invalid',
  'sp-secret-expired',
];

/** Key of the application that is in use. */
export const keyInUse = '5f1d7c0a-9a55-4a43-8f0e-2f7b1c3d4e5f';

/** Dana stands before the outcome. */
export async function openSecret(
  cause: FailedSecret,
  rule: object = {},
  setting: Setting = {},
  policy: PolicyParts = rotating(rule),
): Promise<Story> {
  const story = await Story.open(policy, setting);
  const { azure, clock } = story.parts;
  const created = clock.at - 30 * day;
  const ends = { password1: clock.at + day, password2: clock.at - day } as const;
  const slots = ['password1', 'password2'] as const;
  const iso = (at: number) => new Date(at).toISOString();
  const passwords = slots.map((name) => ({ name, createdOn: iso(created), expiresOn: iso(ends[name]) }));
  azure.tokens = [{ name: 'ci-build', enabled: true, scopeMapId: null, passwords }];
  azure.secrets = [{ keyId: keyInUse, expiresOn: iso(clock.at + day) }];
  story.rotator.passwords = slots.map((slot) => ({ slot, createdAt: created, expiresAt: ends[slot] }));
  story.rotator.secrets = [{ keyId: keyInUse, displayName: null, endsAt: clock.at + day }];
  const { text, found: findings, answers } = failed[cause];
  story.run = finding(...findings);
  await story.talk.say(text);
  for (const answer of answers) {
    const [, typed] = answer.split('typed: ');
    if (typed === undefined) await story.talk.answer(answer);
    else await story.talk.say(typed);
  }
  return story;
}

/** What is in use where nothing else is said. */
export const inUse: Readonly<Record<FailedSecret, string>> = {
  'admin-password-wrong': 'password',
  'repo-token-password-wrong': 'password1',
  'sp-secret-invalid': keyInUse,
  'sp-secret-expired': 'none',
};

/** Asked for, and approvers told. */
export async function askedSecret(cause: FailedSecret, rule: object = {}): Promise<Story> {
  const story = await openSecret(cause, rule);
  await story.talk.press('rotate-secret');
  await story.fill({ 'in-use': inUse[cause], valid: '30', reason: 'It is in a log.' });
  await story.pass();
  return story;
}
