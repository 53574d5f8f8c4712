import { note } from '../../../../adapters/desk/dress.js';
import { askingBlocks, askingForm } from '../../../../adapters/desk/requests/asking.js';
import { approverCard, settledCard } from '../../../../adapters/desk/requests/card.js';
import { rendered } from '../../../../adapters/slack/render/message.js';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import { type RoleRequest, type RoleSpec, specHashOf } from '../../../../src/access/request.js';
import type { Message } from '../../../../src/chat/message.js';
import type { Language } from '../../../../src/knowledge/language.js';
import { textsFor } from '../../../../src/knowledge/texts/index.js';
import { day, party, pipeline, registryNamed } from '../../../access/requests-ground.js';

const registry = registryNamed('contoso', { mode: 'abac' });
const spec: RoleSpec = {
  requester: party('dana'),
  identity: { kind: 'service-principal', objectId: pipeline, owners: [] },
  registry: { loginServer: registry.loginServer, resourceId: registry.id, mode: 'abac' },
  role: 'Container Registry Repository Writer',
  repository: 'team/app',
  prefix: false,
  durationMs: 7 * day,
  reason: 'Nightly builds of the shop push images.',
};

export function requestWith(some: Partial<RoleSpec> = {}, more: Partial<RoleRequest> = {}): RoleRequest {
  const whole = { ...spec, ...some };
  return {
    id: 'r'.repeat(22),
    spec: whole,
    specHash: specHashOf(whole),
    state: 'pending',
    policyHash: 'p'.repeat(64),
    rule: 'requests.all',
    tier: 1,
    approvalsNeeded: 1,
    barred: [],
    approvals: [],
    why: null,
    submittedAt: Date.parse('2026-03-02T09:00:00Z'),
    pendingUntil: Date.parse('2026-03-03T09:00:00Z'),
    until: null,
    ...more,
  };
}

/** What people see of requests, by what it is. */
export function messages(
  language: Language,
  requester = 'Dana – Contoso',
): Readonly<Record<string, Message>> {
  const request = requestWith();
  const texts = textsFor(language);
  const asking = { request: request.id, draft: spec, maxDurationMs: 14 * day, problem: null };
  const { approvedBy } = texts.requests;
  return {
    'approver-card': approverCard(request, { requester, holds: ['AcrPull'], language }),
    'settled-card': settledCard(request, { requester, language }, [approvedBy.replace('{person}', 'Olga')]),
    'asking-form': { ...note('dana'), blocks: askingBlocks(asking, texts), form: askingForm(asking, texts) },
  };
}

export const onPlatforms = {
  slack: (message: Message, language: Language): unknown => rendered(message, language),
  teams: (message: Message, language: Language): unknown => cardsOf(message, language),
} as const;
