import { type RenderOptions, renderBlocks } from '../../adapters/terminal/render.js';
import { caseOf } from '../../dialogs/case.js';
import { fill } from '../../dialogs/compose/fill.js';
import { outcomeDraft } from '../../dialogs/compose/outcome.js';
import { notices } from '../../dialogs/compose/reading.js';
import { present } from '../../dialogs/conversation/present.js';
import { type Conversation, evidenceOf, newConversation } from '../../dialogs/conversation/state.js';
import { readBlocks } from '../../dialogs/conversation/take-output.js';
import { fromText } from '../../dialogs/known.js';
import { type Conclusion, leafOf } from '../../dialogs/outcome.js';
import { ROOT } from '../../dialogs/tree/tree.js';
import { walk } from '../../dialogs/walk.js';
import { languageOfFirst } from '../chat/guess-language.js';
import type { Block } from '../chat/message.js';
import type { Intake } from '../diagnosis/intake.js';
import type { Reading } from '../diagnosis/reading.js';
import type { Language } from '../knowledge/language.js';
import { textsFor } from '../knowledge/texts/index.js';
import { intakeWithReports } from '../probe/intake.js';
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
 * question that would make it exact. Pure.
 *
 * @param fixed language that was asked for; without it the prose of the paste may change it
 */
export function answerTo(paste: Paste, fixed: Language | null, options: RenderOptions): Answer {
  const read = intakeWithReports(paste.text);
  const language = fixed ?? languageOfFirst(paste.text) ?? options.language;
  const { ui } = textsFor(language);
  const size = `${INPUT_LIMIT / (1024 * 1024)} MB`;
  const blocks: Block[] = paste.cut ? [{ type: 'text', text: fill(ui.terminal.cut, { size }) }] : [];
  const { reading } = read.diagnosis;
  if (read.kind !== 'error' && reading.outputs.length === 0)
    blocks.push({ type: 'text', text: ui.intake[read.kind] });
  if (read.kind === 'unsure' && reading.outputs.length === 0)
    blocks.push(...question(newConversation(PERSON, language)));
  else if (read.kind === 'greeting') blocks.push({ type: 'text', text: cliTexts(language).guided });
  else if (!hopeless.includes(read.kind)) blocks.push(...answerBlocks(reading, language));
  return { text: renderBlocks(blocks, { ...options, language }), exitCode: exitCodeOf(read) };
}

function answerBlocks(reading: Reading, language: Language): readonly Block[] {
  // Nobody can take the offer of a look here, so it is not put into words.
  const conversation = { ...newConversation(PERSON, language), reading, offered: ROOT };
  const noted = [
    ...notices(textsFor(language), reading, language),
    ...readBlocks(conversation, reading.outputs, false),
  ];
  const now = present(conversation);
  if (now.ask === null) return [...noted, ...now.blocks];
  return [...noted, ...probable(reading, language), ...question(conversation)];
}

/** The question that would make the answer exact, with its options; nobody can be asked back here. */
function question(conversation: Conversation): readonly Block[] {
  const { language } = conversation;
  const now = present(conversation);
  const options = now.ask?.options.slice(0, -1).map(({ label }) => label) ?? [];
  return [
    { type: 'heading', text: textsFor(language).ui.terminal.toBeExact },
    ...now.blocks.map(
      (block): Block => (block.type === 'heading' ? { type: 'text', text: block.text } : block),
    ),
    { type: 'list', items: options },
    { type: 'text', text: cliTexts(language).guided },
  ];
}

/** The most probable cause and its fix, where the text says anything of a cause. */
function probable(reading: Reading, language: Language): readonly Block[] {
  const first = reading.causes[0];
  if (first === undefined || first.cause === 'unknown') return [];
  const { known, said } = fromText(reading);
  const answers = { ...said, ...known };
  const conclusion: Conclusion = {
    node: leafOf(first.cause),
    cause: first.cause,
    certainty: first.confidence >= LIKELY ? 'likely' : 'possible',
    confidence: first.confidence,
  };
  return outcomeDraft({
    texts: textsFor(language),
    language,
    reading,
    situation: caseOf(reading, answers),
    conclusion,
    path: walk(answers).path,
    observed: evidenceOf({ ...newConversation(PERSON, language), reading }),
    said,
    compared: [],
    offered: [],
  }).blocks;
}
