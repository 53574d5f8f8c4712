import { exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { CliTexts } from '../texts/types.js';

/** Whose network a world is seen from. */
export type Side = 'person' | 'bot';

/** The person's, unless the bot's is asked for. */
export function sideOf(name: string | undefined, { errors }: CliTexts): Side {
  if (name === undefined || name === 'person' || name === 'bot') return name ?? 'person';
  throw new Failure(
    exitCodes.usage,
    errors.badSide.replace('{name}', () => name),
  );
}

/** 0, as everywhere, is any port that is free. */
export function portOf(text: string | undefined, { errors }: CliTexts): number {
  const port = Number(text ?? 0);
  if (/^\d{1,5}$/.test(text ?? '0') && port <= 65_535) return port;
  throw new Failure(
    exitCodes.usage,
    errors.badPort.replace('{name}', () => text ?? ''),
  );
}
