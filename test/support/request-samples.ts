import { note } from '../../adapters/desk/dress.js';
import { type Asking, askingBlocks, askingForm } from '../../adapters/desk/requests/asking.js';
import type { RoleAsking } from '../../adapters/desk/requests/asking-role.js';
import type { SecretAsking } from '../../adapters/desk/requests/asking-secret.js';
import { approverCard, type CardContext, settledCard } from '../../adapters/desk/requests/card.js';
import { signInMessage } from '../../adapters/desk/requests/fresh-sign-in.js';
import {
  alertMessage,
  endingMessage,
  outcomeMessage,
  questionMessage,
} from '../../adapters/desk/requests/own-message.js';
import { titleOf } from '../../adapters/desk/requests/spec-facts.js';
import type { RoleVariant } from '../../src/access/propose-role.js';
import type { SecretOffer } from '../../src/access/propose-rotation.js';
import type { AccessRequest } from '../../src/access/request.js';
import type { Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { vaultUrl } from '../access/requests-ground.js';
import { clientId, day, party, pipeline } from '../access/requests-names.js';
import { madeSecret, renewed, roleRequest, secretRequest } from './request-specs.js';

const now = Date.parse('2026-03-02T09:00:00Z');
const channels = { teams: null, slack: 'C0APPROVE', language: 'en' } as const;

/** A role that may be asked for oneself or for the pipeline, to pull or to push, for all or some repositories. */
export function roleAsking(language: Language): RoleAsking {
  const { registry, identity, requester } = roleRequest({ requester: party('dana', { language }) }).spec;
  const common = { maxDurationMs: 14 * day, tier: 1, channels } as const;
  const roles = {
    push: 'Container Registry Repository Writer',
    pull: 'Container Registry Repository Reader',
  } as const;
  const variant = (grantee: RoleVariant['grantee'], operation: 'push' | 'pull'): RoleVariant => ({
    ...{ grantee, operation, role: roles[operation] },
    ...common,
  });
  const variants = [
    variant('refused', 'push'),
    variant('refused', 'pull'),
    variant('requester', 'push'),
    variant('requester', 'pull'),
  ] as const;
  const offer = { kind: 'offer', requester, registry, identity, repository: 'team/app', variants } as const;
  return { what: 'role', request: 'r'.repeat(22), offer, problem: null };
}

const offers = {
  'admin-password': {
    secret: { kind: 'admin-password' },
    inUse: ['password', 'password2'].map((id) => ({ id, endsAt: null, isOver: false })),
  },
  'repository-token-password': {
    secret: { kind: 'repository-token-password', token: 'ci-build' },
    inUse: [
      { id: 'password1', endsAt: now + 12 * day, isOver: false },
      { id: 'password2', endsAt: now - day, isOver: true },
    ],
  },
  'client-secret': {
    secret: { kind: 'client-secret', objectId: pipeline, appId: clientId },
    inUse: [{ id: renewed['client-secret'].retire, endsAt: now + 12 * day, isOver: false }],
  },
} as const satisfies Readonly<Record<string, Pick<SecretOffer, 'secret' | 'inUse'>>>;

type SecretKind = keyof typeof offers;
const secretKinds: readonly SecretKind[] = ['admin-password', 'repository-token-password', 'client-secret'];

function secretAsking(kind: SecretKind, language: Language): SecretAsking {
  const { registry, requester } = secretRequest({ requester: party('dana', { language }) }).spec;
  const offer: SecretOffer = {
    ...{ kind: 'offer', requester, registry, tier: 1, channels },
    ...offers[kind],
    delivery: kind === 'admin-password' ? { kind: 'one-time-page' } : { kind: 'vault', url: vaultUrl },
  };
  return { what: 'secret', request: 'r'.repeat(22), offer, language, problem: null };
}

/** What people see of requests, by what it is. */
export function requestSamples(language: Language): Readonly<Record<string, Message>> {
  const texts = textsFor(language);
  const { approvedBy } = texts.requests;
  const reader: CardContext = { requester: 'Dana – Contoso', language, holds: ['AcrPull'], questions: [] };
  const mine = { requester: party('dana', { language }) };
  const questions = [
    {
      by: 'Olga – Contoso',
      words: 'Which builds, and until when?',
      answer: 'The nightly ones, this sprint.',
    },
  ];
  const form = (asking: Asking): Message => ({
    ...note('dana'),
    blocks: askingBlocks(asking, texts),
    form: askingForm(asking, texts),
  });
  const told = (request: AccessRequest, url: string | null = null): Message =>
    outcomeMessage(request, url) ?? note('dana');
  const ofPage = madeSecret('one-time-page', language);
  const ending = roleRequest(mine, { state: 'granted', until: now + 7 * day });
  const secrets = secretKinds.map((kind) => [kind, secretOf(kind)] as const);
  const question = {
    number: 1,
    by: party('olga'),
    words: 'Which builds, and until when?',
    at: now,
    answer: null,
  };
  return {
    'role-form': form(roleAsking(language)),
    ...Object.fromEntries(
      secretKinds.map((kind) => [`secret-form-${kind}`, form(secretAsking(kind, language))]),
    ),
    'approver-card': approverCard(roleRequest(), { ...reader, questions }),
    ...Object.fromEntries(secrets.map(([kind, it]) => [`secret-card-${kind}`, approverCard(it, reader)])),
    'settled-card': settledCard(roleRequest(), reader, [approvedBy.replace('{person}', 'Olga')]),
    'sign-in-needed': signIn(language),
    'question-back': questionMessage(roleRequest(mine), question),
    'role-ending': endingMessage(ending),
    'role-ended': told({ ...ending, state: 'removed' }),
    'secret-in-vault': told(madeSecret('vault', language)),
    'secret-on-page': told(ofPage, 'https://bot.example/secret?token=abc'),
    'secret-both-valid': endingMessage(ofPage),
    'secret-shown-twice': alertMessage(ofPage) ?? note('dana'),
  };
}

function signIn(language: Language): Message {
  const title = titleOf(roleRequest().spec, 'Dana – Contoso', language);
  return signInMessage('olga', title, 'https://bot.example/approve?state=abc', language);
}

function secretOf(kind: SecretKind) {
  const some = { secret: renewed[kind], ...(kind === 'admin-password' && { validMs: null }) };
  return secretRequest(kind === 'admin-password' ? { ...some, delivery: { kind: 'one-time-page' } } : some);
}
