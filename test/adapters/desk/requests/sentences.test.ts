import { describe, expect, test } from 'vitest';
import {
  alertFor,
  alertToApprovers,
  endingFor,
  outcomeFor,
  outcomeOnCard,
  workingFor,
} from '../../../../adapters/desk/requests/outcome.js';
import type {
  AccessRequest,
  Party,
  RequestState,
  RoleRequest,
  RotationRequest,
} from '../../../../src/access/request.js';
import { languages } from '../../../../src/knowledge/language.js';
import { textsFor } from '../../../../src/knowledge/texts/index.js';
import { party } from '../../../access/requests-names.js';
import { madeSecret, renewed, roleRequest, secretRequest } from '../../../support/request-specs.js';

const why = 'not {role} now';
const { made } = madeSecret('vault');
const page = madeSecret('one-time-page').made;
const until = Date.parse('2026-03-04T09:00:00Z');

const roleEnds: readonly Partial<RoleRequest>[] = [
  { state: 'granted', until },
  { state: 'denied' },
  { state: 'denied', why },
  { state: 'expired' },
  { state: 'void' },
  { state: 'withdrawn' },
  { state: 'failed', until },
  { state: 'failed' },
  { state: 'failed', approvalsNeeded: 0 },
  { state: 'removed', until },
];
const secretEnds: readonly Partial<RotationRequest>[] = [
  { state: 'rotated', made },
  { state: 'rotated', made: page },
  { state: 'retired', made },
  { state: 'denied' },
  { state: 'denied', why },
  { state: 'withdrawn' },
  { state: 'expired' },
  { state: 'expired', made, why: 'not-confirmed' },
  { state: 'void', why: 'policy-refuses' },
  { state: 'void', made: page, why: 'not-collected' },
  { state: 'void', made, why: 'abandoned' },
  { state: 'void', made: page, why: 'abandoned' },
  { state: 'failed' },
  { state: 'failed', approvalsNeeded: 0 },
  { state: 'failed', made },
];
const unfilled = /\{\w+\}|undefined|null|\bNaN\b/;

describe.each(languages)('in %s', (language) => {
  const requester: Partial<{ requester: Party }> = { requester: party('dana', { language }) };
  const all: readonly (readonly [string, readonly AccessRequest[]])[] = [
    ['role', roleEnds.map((end) => roleRequest(requester, end))],
    ...Object.values(renewed).map((secret) => {
      const ends = secretEnds.map((end) => secretRequest({ ...requester, secret }, end));
      return [secret.kind, ends] as const;
    }),
  ];

  test.each(all)('every end of a %s has a sentence of its own, without a gap', (_kind, ends) => {
    const said = ends.map((end) => outcomeFor(end) ?? '');
    expect(said.every((it) => it.length > 5)).toBe(true);
    expect(new Set(said).size).toBe(ends.length);
    expect(said.join('\n').replaceAll(why, '')).not.toMatch(unfilled);
    expect(said.join('\n')).toMatchSnapshot();
  });

  test.each(all)(
    'what becomes of a %s stands on the card, where who decided does not say it',
    (_kind, ends) => {
      const onCard = ends.flatMap((end) => {
        const line = outcomeOnCard(end, language);
        expect(line === null).toBe(end.state === 'denied');
        return line === null ? [] : [line];
      });
      expect(onCard.join('\n')).not.toMatch(unfilled);
    },
  );

  test('what is under way says nothing yet', () => {
    const under: readonly RequestState[] = [
      'pending',
      'approved',
      'granting',
      'removing',
      'rotating',
      'retiring',
    ];
    for (const state of under) {
      expect(outcomeFor(roleRequest(requester, { state }))).toBeNull();
      expect(outcomeFor(secretRequest(requester, { state }))).toBeNull();
      expect(outcomeOnCard(roleRequest(requester, { state }), language)).toBeNull();
      expect(outcomeOnCard(secretRequest(requester, { state }), language)).toBeNull();
    }
  });

  test.each(['assignment', 'token'] as const)('that a role counts is said, and that %s shows it', (how) => {
    const said = workingFor(roleRequest(requester, { state: 'granted', until }), how);
    expect(said).toContain(textsFor(language).requests.workingBy[how]);
    expect(said).not.toMatch(unfilled);
    expect(workingFor(secretRequest(requester), how)).toBeNull();
  });

  test('which registry a secret is of is said, and which person opened the page', () => {
    for (const secret of [renewed['admin-password'], renewed['repository-token-password']]) {
      const request = secretRequest({ ...requester, secret }, { state: 'rotated', made: page });
      const uncollected = { ...request, state: 'void', why: 'not-collected' } as const;
      const said = [
        outcomeFor(request),
        endingFor(request),
        alertFor(request),
        alertFor({ ...request, confirmedAt: 1 }),
        ...[request, uncollected].map((it) => alertToApprovers(it, 'Dana of Contoso', language)),
      ];
      for (const sentence of said) {
        expect(sentence).toContain('contoso.azurecr.io');
        expect(sentence).not.toMatch(unfilled);
      }
      for (const toApprovers of said.slice(-2)) expect(toApprovers).toContain('Dana of Contoso');
      // What became of it says so already.
      expect(alertFor(uncollected)).toBeNull();
    }
  });

  test('no text has a placeholder that nobody fills', () => {
    const { requests, rotations } = textsFor(language);
    const inRequests = ['role', 'scope', 'until', 'why', 'person', 'most', 'repository', 'words', 'how'];
    const inRotations = [
      ...['secret', 'until', 'why', 'person', 'most', 'slot', 'key', 'url', 'days', 'name', 'token', 'appId'],
      'registry',
    ];
    expect(placeholders(requests).filter((it) => !inRequests.includes(it))).toEqual([]);
    expect(placeholders(rotations).filter((it) => !inRotations.includes(it))).toEqual([]);
  });
});

function placeholders(texts: object): readonly string[] {
  return [...JSON.stringify(texts).matchAll(/\{([a-z]+)\}/gi)].map(([, name]) => name ?? '');
}
