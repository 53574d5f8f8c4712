import type { AuditRow } from '../../access/ledger.js';
import type { Context } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { StoreOption } from '../on-store.js';
import { readAudit } from './source.js';

export interface AuditExportOptions extends StoreOption {
  readonly after?: string;
}

/** `audit export`: rows as JSON lines, each with all from which its hash is made. */
export async function auditExportCommand(
  { after = '0', ...options }: AuditExportOptions,
  context: Context,
): Promise<ExitCode> {
  const { out, texts } = context;
  if (!/^\d{1,15}$/.test(after)) {
    throw new Failure(
      exitCodes.usage,
      texts.audit.bad.after.replace('{value}', () => after),
    );
  }
  await readAudit(options, Number(after), context, (rows) => out.write(rows.map(lineOf).join('')));
  return exitCodes.found;
}

/** `body` stays a text: its letters are what the hash was made of. */
function lineOf({ seq, at, event, body, previous, hash }: AuditRow): string {
  return `${JSON.stringify({ seq, time: new Date(at).toISOString(), event, body, previous, hash })}\n`;
}
