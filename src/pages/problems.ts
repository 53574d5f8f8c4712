import type { Redeemed } from '../azure/sign-in.js';
import type { PageProblem } from '../knowledge/texts/pages.js';

/** What went wrong, in the words of the pages. Pure tables. */

const statuses: Readonly<Record<PageProblem, number>> = {
  expired: 410,
  decided: 410,
  'other-browser': 403,
  'foreign-page': 403,
  cancelled: 200,
  guest: 403,
  'other-tenant': 403,
  'not-assigned': 403,
  policy: 403,
  refused: 403,
  misconfigured: 500,
  unavailable: 503,
  failed: 500,
  stale: 403,
  'no-context': 403,
  'other-account': 403,
  over: 410,
  used: 410,
  'shown-before': 410,
  lost: 500,
  'not-now': 503,
};

export function statusOf(problem: PageProblem): number {
  return statuses[problem];
}

const final: readonly PageProblem[] = [
  'not-assigned',
  'misconfigured',
  'foreign-page',
  'over',
  'shown-before',
  'lost',
];

/** Whether another attempt, or a new link, may lead further. */
export function worthAnother(problem: PageProblem): boolean {
  return !final.includes(problem);
}

/** Numbers of Entra that say something to the person, or to the operator (Entra, "Error codes"). */
const byNumber: ReadonlyMap<number, PageProblem> = new Map<number, PageProblem>([
  ...[16000, 50014, 50020, 50034, 51004, 90072].map((code) => [code, 'other-tenant'] as const),
  ...[65001, 65004, 90094, 90095].map((code) => [code, 'not-assigned'] as const),
  [50105, 'not-assigned'],
  ...[50053, 50072, 50074, 50076, 50078, 50079, 50097, 50129, 50131, 50155, 50158, 50187].map(
    (code) => [code, 'policy'] as const,
  ),
  ...[53000, 53001, 53002, 53003, 53004, 53011, 530003, 530032, 530035].map(
    (code) => [code, 'policy'] as const,
  ),
  ...[50011, 50194, 70001, 70002, 700016, 700024, 700027, 7000112, 7000215, 7000218, 7000222, 90002].map(
    (code) => [code, 'misconfigured'] as const,
  ),
]);

/** Answers of the authorize page (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
const byError: ReadonlyMap<string, PageProblem> = new Map<string, PageProblem>([
  ['access_denied', 'cancelled'],
  ['consent_required', 'not-assigned'],
  ['server_error', 'unavailable'],
  ['temporarily_unavailable', 'unavailable'],
  ['unauthorized_client', 'misconfigured'],
  ['unsupported_response_type', 'misconfigured'],
  ['invalid_scope', 'misconfigured'],
]);

/** @param code AADSTS number */
function problemOfNumber(code: number | null): PageProblem {
  return (code === null ? undefined : byNumber.get(code)) ?? 'refused';
}

/** @param description looked through for a number of Entra, and never shown */
export function problemOfError(error: string, description: string): PageProblem {
  const number = numberIn(description);
  return (number === null ? undefined : byNumber.get(number)) ?? byError.get(error) ?? 'refused';
}

export function numberIn(description: string): number | null {
  const [, number] = /\bAADSTS(\d{4,8})\b/.exec(description) ?? [];
  return number === undefined ? null : Number(number);
}

/** Without `auth_time` nobody can tell how old a sign-in is: the application is not set up for it. */
const lacking = {
  auth_time: 'misconfigured',
  freshness: 'stale',
  context: 'no-context',
} as const satisfies Readonly<Record<string, PageProblem>>;

export function problemOfRedeemed(redeemed: Exclude<Redeemed, { kind: 'signed-in' }>): PageProblem {
  switch (redeemed.kind) {
    case 'refused':
      return problemOfNumber(redeemed.code);
    case 'guest':
      return 'guest';
    case 'foreign':
      return 'other-tenant';
    case 'unproven':
      return lacking[redeemed.lacks];
    case 'invalid':
      return 'refused';
    case 'unavailable':
      return 'unavailable';
  }
}
