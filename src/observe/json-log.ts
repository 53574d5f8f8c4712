import pino, { type DestinationStream } from 'pino';
import { isLogField } from './fields.js';
import type { Log, LogFields } from './log.js';
import { scrubbed } from './scrub.js';

/**
 * One JSON line per event. Fields are numbers, flags, ids and words of the project's own: texts of people never reach it
 * by type (DESIGN §4, rule 6); what a field holds is cut and cleaned all the same (security T51), and the line scrubbed.
 */
export function jsonLog(destination: DestinationStream, level: 'debug' | 'info' = 'info'): Log {
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      formatters: { level: (label) => ({ level: label }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: (line) => destination.write(scrubbed(line)) },
  );
  return {
    info: (event, fields = {}) => logger.info(clean(fields), event),
    warn: (event, fields = {}) => logger.warn(clean(fields), event),
    error: (event, fields = {}) => logger.error(clean(fields), event),
  };
}

const LONGEST = 200;

function clean(fields: LogFields): Record<string, unknown> {
  const all = Object.entries(fields);
  const listed = all.filter(([name]) => isLogField(name));
  const dropped = all.length - listed.length;
  return {
    ...Object.fromEntries(
      listed.map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
    ),
    // What is spread into the fields is not judged by the compiler.
    ...(dropped > 0 && { dropped }),
  };
}

function cut(text: string): string {
  return text.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}
