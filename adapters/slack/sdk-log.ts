import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../src/observe/log.js';

/**
 * What the SDK says, as a constant: its own messages quote addresses, headers and payloads, and those stay out of the log
 * (security T15, T16).
 */
export function sdkLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: () => log.warn('slack.sdk', { severity: 'warn' }),
    error: () => log.warn('slack.sdk', { severity: 'error' }),
    setLevel: () => {},
    // Below this the SDK would build texts for messages that are thrown away.
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}
