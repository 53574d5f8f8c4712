import { isRecord, parse } from '../../adapters/terminal/protocol.js';
import { intakeWithReports } from '../probe/intake.js';
import { diagnosisJson } from './diagnosis-json.js';
import type { CliTexts } from './texts/types.js';

/** Answers one line of `diagnose --jsonl`: a diagnosis, or an error in its place. Never throws. */
export function answerLine(
  line: string,
  { errors }: CliTexts,
): { readonly ok: boolean; readonly json: string } {
  const value = parse(line);
  const given = isRecord(value) ? value['id'] : null;
  const id = typeof given === 'string' || typeof given === 'number' ? given : null;
  const text = isRecord(value) ? value['text'] : undefined;
  if (typeof text !== 'string') return { ok: false, json: problem(id, 'bad-line', errors.badLine) };
  try {
    return {
      ok: true,
      json: JSON.stringify({ id, ...diagnosisJson(intakeWithReports(text).diagnosis, false) }),
    };
  } catch {
    // One text that breaks the reader must not cost the others theirs.
    return { ok: false, json: problem(id, 'internal', errors.internal) };
  }
}

function problem(id: string | number | null, code: string, message: string): string {
  return JSON.stringify({ id, error: { code, message } });
}
