import { pageOf } from '../../../adapters/terminal/render.js';
import { plainStyle } from '../../../adapters/terminal/style.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import { type AuditAnchor, verifyAudit } from '../../access/audit.js';
import type { AuditRow } from '../../access/ledger.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { StoreOption } from '../on-store.js';
import type { AuditTexts } from '../texts/audit/types.js';
import { readAudit } from './source.js';

export interface AuditVerifyOptions extends StoreOption {
  readonly anchor?: string;
  readonly lang?: string;
}

/** `audit verify`: 0 for a record that is unbroken, 1 for one that is not. */
export async function auditVerifyCommand(options: AuditVerifyOptions, context: Context): Promise<ExitCode> {
  const { io, out } = context;
  const texts = context.texts.audit;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const anchor = options.anchor === undefined ? null : anchorFrom(options.anchor, texts);
  // All of them at once: a row far behind may say why the first ones are gone.
  const rows: AuditRow[] = [];
  await readAudit(options, 0, context, (some) => void rows.push(...some));
  const { whole, sentences } = answer(rows, anchor, texts);
  const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
  const lines = sentences.flatMap((sentence) => wrap(sentence, { width, style: plainStyle }));
  await out.write(`${lines.join('\n')}\n`);
  return whole ? exitCodes.whole : exitCodes.broken;
}

function anchorFrom(text: string, { bad }: AuditTexts): AuditAnchor {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text.trim().toLowerCase()) ?? [];
  if (seq === undefined || hash === undefined) {
    throw new Failure(
      exitCodes.usage,
      bad.anchor.replace('{value}', () => text),
    );
  }
  return { seq: Number(seq), hash };
}

interface Answer {
  readonly whole: boolean;
  readonly sentences: readonly string[];
}

function answer(rows: readonly AuditRow[], anchor: AuditAnchor | null, texts: AuditTexts): Answer {
  const verdict = verifyAudit(rows);
  if (!verdict.ok) {
    const why = texts.flaws[verdict.why];
    return broken(texts.broken.replace('{seq}', String(verdict.seq)).replace('{why}', () => why));
  }
  const compared = anchor === null ? null : compare(rows, anchor);
  if (anchor !== null && compared !== null) {
    return broken(texts.anchors[compared].replace('{seq}', String(anchor.seq)));
  }
  const { last } = verdict;
  if (last === null) return { whole: true, sentences: [texts.empty] };
  const counted = texts.whole.replace('{count}', String(rows.length)).replace('{seq}', String(last.seq));
  return { whole: true, sentences: [counted, texts.keep.replace('{anchor}', `${last.seq}:${last.hash}`)] };
}

/** Null: the chain goes through the anchor. */
function compare(rows: readonly AuditRow[], { seq, hash }: AuditAnchor): keyof AuditTexts['anchors'] | null {
  const first = rows[0]?.seq ?? Number.POSITIVE_INFINITY;
  if ((rows.at(-1)?.seq ?? 0) < seq) return 'cut-off';
  if (seq < first - 1) return 'too-old';
  const found = seq === first - 1 ? rows[0]?.previous : rows.find((row) => row.seq === seq)?.hash;
  return found === hash ? null : 'other';
}

function broken(sentence: string): Answer {
  return { whole: false, sentences: [sentence] };
}
