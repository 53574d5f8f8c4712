import { type RenderOptions, render, renderBlocks } from '../../adapters/terminal/render.js';
import { languageOfFirst, Sessions } from '../../adapters/terminal/sessions.js';
import { caseOf } from '../../dialogs/case.js';
import { fill } from '../../dialogs/compose/fill.js';
import { outcomeDraft } from '../../dialogs/compose/outcome.js';
import { questionLabel } from '../../dialogs/compose/question.js';
import { notices } from '../../dialogs/compose/reading.js';
import { answersFromReading } from '../../dialogs/known.js';
import { type Conclusion, leafOf } from '../../dialogs/outcome.js';
import { walk } from '../../dialogs/walk.js';
import type { Block, Message } from '../chat/message.js';
import { type Intake, intake } from '../diagnosis/intake.js';
import type { Reading } from '../diagnosis/reading.js';
import type { Language } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { INPUT_LIMIT, type Paste } from './paste-input.js';
import { cliTexts } from './texts/index.js';

const PERSON = 'you';
const hopeless: readonly Intake['kind'][] = ['empty', 'binary', 'too-large', 'secret-only', 'greeting'];
/** From here on the text alone makes a cause likely. */
const LIKELY = 0.7;

/** An answer that stands alone, and the exit code that goes with it. */
export interface Answer {
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** Exit code for what was read. */
export function exitCodeOf({ kind, diagnosis: { reading } }: Intake): ExitCode {
  if (hopeless.includes(kind)) return exitCodes.unusable;
  if (!reading.aboutAcr) return exitCodes.notAcr;
  return reading.causes[0]?.cause === 'unknown' ? exitCodes.unknownCause : exitCodes.found;
}

/**
 * The readable answer to a paste, for whoever cannot be asked back: the most probable cause with its fix, and the
 * question that would make it exact.
 */
export function answerTo(paste: Paste, fixed: Language | null, options: RenderOptions): Answer {
  const language = fixed ?? languageOfFirst(paste.text) ?? options.language;
  const read = intake(paste.text);
  const { ui } = textsFor(language).texts;
  return { text: '', exitCode: exitCodeOf(read) };
}
