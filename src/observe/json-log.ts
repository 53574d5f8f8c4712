import pino, { type DestinationStream } from 'pino';
import type { Log } from './log.js';

/**
 * One JSON line per event. Fields are numbers, flags, ids and words of the project's own: texts of people never reach it
 * by type (DESIGN §4, rule 6), and what a field holds is cut and cleaned all the same (security T51).
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
    destination,
  );
  return {
    info: (event, fields = {}) => logger.info(clean(fields), event),
    warn: (event, fields = {}) => logger.warn(clean(fields), event),
    error: (event, fields = {}) => logger.error(clean(fields), event),
  };
}

const LONGEST = 200;

function clean(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, LONGEST).replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ') : value,
    ]),
  );
}
