import type { Grantee, RoleOffer, RoleVariant } from '../../../src/access/propose-role.js';
import { draftOf } from '../../../src/access/propose-role.js';
import type { Block, Field, Form } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import type { Operation } from '../../../src/knowledge/vocabulary.js';
import { unitFor } from './duration.js';
import { identityInWords, scopeOf, unmarked } from './words.js';

/** Form on an outcome in which a role is asked for. */
export const ROLE_FORM = 'role-request';

/** A role that its requester is about to ask for. */
export interface RoleAsking {
  readonly what: 'role';
  readonly request: string;
  readonly offer: RoleOffer;
  /** What was wrong with what they sent; null at first. */
  readonly problem: string | null;
}

/** What will be asked for, but for what can be chosen: that stands in the form. Pure. */
export function roleBlocks({ offer }: RoleAsking, texts: Texts): readonly Block[] {
  const { labels } = texts.requests;
  const draft = draftOf(offer, offer.variants[0], { repository: offer.repository, prefix: false });
  const scope = takesRepository(offer) ? offer.registry.loginServer : unmarked(scopeOf(draft, texts));
  const identity = { label: labels.identity, value: unmarked(identityInWords(draft, texts)) };
  return [
    { type: 'heading', text: texts.chat.verbs['request-role'] },
    {
      type: 'facts',
      items: [
        ...(operationsOn(offer).length > 1 ? [] : [{ label: labels.role, value: draft.role }]),
        { label: labels.scope, value: scope },
        ...(granteesOn(offer).length > 1 ? [] : [identity]),
      ],
    },
  ];
}

export function roleForm({ offer }: RoleAsking, texts: Texts): Form {
  const { requests, chat } = texts;
  const { unit, most } = unitFor(longestOf(offer));
  const label = requests.durationLabel[unit].replace('{most}', String(most));
  return {
    id: ROLE_FORM,
    title: chat.verbs['request-role'],
    fields: [
      ...granteeField(offer, texts),
      ...operationField(offer, texts),
      ...repositoryField(offer, texts),
      { kind: 'text', id: 'duration', label, multiline: false },
      { kind: 'text', id: 'reason', label: requests.reasonLabel, multiline: true },
    ],
    submit: requests.send,
  };
}

/** The longest that any variant may be asked for, in milliseconds. Pure. */
export function longestOf({ variants }: RoleOffer): number {
  return Math.max(...variants.map(({ maxDurationMs }) => maxDurationMs));
}

/** What was chosen; the first variant where the form gave nothing to choose, null for what is not offered. Pure. */
export function chosenOf(
  { variants }: RoleOffer,
  values: Readonly<Record<string, string>>,
): RoleVariant | null {
  const { grantee = '', operation = '' } = values;
  const [first] = variants;
  return (
    variants.find(
      (it) =>
        it.grantee === (grantee === '' ? first.grantee : grantee) &&
        it.operation === (operation === '' ? first.operation : operation),
    ) ?? null
  );
}

/** Whether the roles on offer can be limited to repositories. Pure. */
export function takesRepository({ registry, variants }: RoleOffer): boolean {
  return registry.mode === 'abac' && variants.some(({ operation }) => operation !== 'list');
}

function granteesOn({ variants }: RoleOffer): readonly Grantee[] {
  return [...new Set(variants.map(({ grantee }) => grantee))];
}

function operationsOn({ variants }: RoleOffer): readonly Operation[] {
  return [...new Set(variants.map(({ operation }) => operation))];
}

function granteeField(offer: RoleOffer, texts: Texts): readonly Field[] {
  const { identity, requester, variants } = offer;
  const offered = granteesOn(offer);
  if (offered.length < 2) return [];
  const label = (grantee: Grantee): string =>
    grantee === 'requester'
      ? texts.requests.yourself
      : unmarked(identityInWords({ identity, requester }, texts));
  const options = offered.map((id) => ({ id, label: label(id) }));
  return [
    {
      kind: 'choice',
      id: 'grantee',
      label: texts.requests.granteeLabel,
      options,
      chosen: variants[0].grantee,
    },
  ];
}

function operationField(offer: RoleOffer, { requests }: Texts): readonly Field[] {
  const { variants } = offer;
  const offered = operationsOn(offer);
  if (offered.length < 2) return [];
  const roleFor = (operation: Operation) => variants.find((it) => it.operation === operation)?.role ?? '';
  const options = offered.flatMap((id) => {
    if (id !== 'pull' && id !== 'push' && id !== 'list') return [];
    return [{ id, label: requests.operations[id].replace('{role}', roleFor(id)) }];
  });
  return [
    {
      ...{ kind: 'choice', id: 'operation', label: requests.operationLabel, options },
      chosen: variants[0].operation,
    },
  ];
}

function repositoryField(offer: RoleOffer, { requests }: Texts): readonly Field[] {
  if (!takesRepository(offer)) return [];
  return [
    {
      ...{ kind: 'text', id: 'repository', label: unmarked(requests.repositoryLabel), multiline: false },
      ...(offer.repository !== null && { value: offer.repository }),
    },
  ];
}
