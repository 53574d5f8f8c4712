import type { OutputNote } from '../programs.js';
import type { Environment } from '../vocabulary.js';
import type { LookTexts } from './look.js';

/** Where a program ran: as the beginning of a line ("Your pod"), and as where something was seen from ("from your pod"). */
interface PlaceText {
  readonly label: string;
  readonly from: string;
}

/** What is said of the outputs of programs that a person pastes. */
export interface VantageTexts {
  /** "{programs}": names of programs, as inline code. */
  readonly read: string;
  /** The same where the output answers nothing that is asked. */
  readonly nothing: string;
  /** "{other}" and "{registry}": login servers. */
  readonly otherRegistry: string;
  /** "{place}" and "{told}", what was seen there. */
  readonly seen: string;
  readonly places: Readonly<Record<Environment, PlaceText>>;
  /** Where the output does not say where it was made: "{program}". */
  readonly anywhere: PlaceText;
  /** The bot looked too: "{here}" and "{there}" are addresses, "{from}" the place. */
  readonly addresses: string;
  /** The bot found no such name. */
  readonly onlyThere: string;
  /** The bot found the name, the person did not. */
  readonly onlyHere: string;
  /** The registry answered the bot, and not there. */
  readonly onlyHereAnswers: string;
  /** What was refused before is not refused there any more. */
  readonly answersThere: string;
  readonly notes: Readonly<Record<OutputNote, string>>;
  readonly look: LookTexts;
}
