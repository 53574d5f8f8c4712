import type { Judged } from './circuits.js';
import type { Opened } from './egress.js';
import type { HttpResult } from './http.js';

/** What the end of a call tells of its host. Pure. */
export function judgedStatus(status: number): Judged {
  if (status === 429) return 'throttled';
  return status >= 500 ? 'failed' : 'answered';
}

/** A registry that refuses at once, or has no name, tells what people want to know: that is an answer. Pure. */
export function judgedWay(opened: Opened, isRegistry: boolean): Judged {
  const late =
    opened.kind === 'dns'
      ? opened.dns.kind === 'failed' && opened.dns.reason === 'timeout'
      : (opened.kind === 'tcp' || opened.kind === 'tls') && opened.failure === 'timeout';
  if (late) return 'stopped';
  if (opened.kind === 'guard') return 'unknown';
  return opened.kind === 'open' || isRegistry ? 'answered' : 'failed';
}

export function judgedHttp(result: HttpResult | null, isRegistry: boolean): Judged {
  switch (result?.kind) {
    case 'answered':
      return judgedStatus(result.response.status);
    case 'unread':
      return judgedStatus(result.status);
    case 'not-opened':
      return judgedWay(result.opened, isRegistry);
    case 'timeout':
      return 'stopped';
    case 'not-sent':
      return 'unknown';
    default:
      return 'failed';
  }
}
