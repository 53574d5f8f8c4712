import type { Clock } from './clock.js';
import { type Finding, finding } from './finding.js';

/** Whether a token is taken. `code`: the error of Slack's, a word of its own. */
export type TokenLook =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly code: string }
  /** `reason`: no answer, or one that says nothing about the token. */
  | { readonly kind: 'unknown'; readonly reason: 'no-answer' | 'throttled' | 'unexpected' };

/** What Slack is like, asked with what is configured. */
export type SlackLook =
  | { readonly kind: 'misconfigured'; readonly detail: string }
  | {
      readonly kind: 'looked';
      readonly bot: TokenLook;
      /** Whether the workspace of the token is one that is served; null where the token was not taken. */
      readonly served: boolean | null;
      /** Scopes of the token beside those that the bot needs; null where Slack did not say. */
      readonly scopes: { readonly missing: readonly string[]; readonly beyond: readonly string[] } | null;
      /** The app-level token of Socket Mode; for events over HTTP whether the signing secret has the usual form. */
      readonly events:
        | { readonly mode: 'socket'; readonly token: TokenLook }
        | { readonly mode: 'http'; readonly usualForm: boolean };
      readonly clock: Clock | null;
    };

/** Pure. */
export function judgeSlack(look: SlackLook): readonly Finding[] {
  if (look.kind === 'misconfigured') return [finding('slack.misconfigured', null, { detail: look.detail })];
  const { bot, served, scopes, events } = look;
  return [
    judgeToken(bot, ['slack.token', 'slack.token-refused', 'slack.token-unknown']),
    ...(served === false ? [finding('slack.other-workspace')] : []),
    ...(bot.kind === 'taken' ? judgeScopes(scopes) : []),
    ...(events.mode === 'socket'
      ? [judgeToken(events.token, ['slack.socket', 'slack.socket-refused', 'slack.socket-unknown'])]
      : [
          ...(events.usualForm ? [] : [finding('slack.signing-secret-form')]),
          finding('slack.signing-secret-untried'),
        ]),
  ];
}

function judgeToken(
  token: TokenLook,
  [taken, refused, unknown]:
    | readonly ['slack.token', 'slack.token-refused', 'slack.token-unknown']
    | readonly ['slack.socket', 'slack.socket-refused', 'slack.socket-unknown'],
): Finding {
  switch (token.kind) {
    case 'taken':
      return finding(taken);
    case 'refused':
      return finding(refused, null, { code: token.code });
    case 'unknown':
      return finding(unknown, null, { reason: token.reason });
  }
}

function judgeScopes(scopes: Extract<SlackLook, { kind: 'looked' }>['scopes']): readonly Finding[] {
  if (scopes === null) return [finding('slack.scopes-unknown')];
  const { missing, beyond } = scopes;
  return [
    missing.length === 0
      ? finding('slack.scopes')
      : finding('slack.scopes-missing', null, { scopes: missing }),
    ...(beyond.length === 0 ? [] : [finding('slack.scopes-beyond', null, { scopes: beyond })]),
  ];
}
