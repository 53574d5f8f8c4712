import type { RenderOptions } from '../../adapters/terminal/render.js';
import { wantsColour } from '../../adapters/terminal/style.js';
import { type App, type AppConfig, createApp } from '../app.js';
import { parseLoginServer, parseRegistryName } from '../diagnosis/facts/login-server.js';
import type { Language } from '../knowledge/language.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import type { Io } from './io.js';
import { environmentLanguage, requestedLanguage } from './language.js';
import type { Output } from './output.js';
import type { CliTexts } from './texts/types.js';

/** What every command gets. */
export interface Context {
  readonly io: Io;
  readonly out: Output;
  readonly err: Output;
  /** In the language of the command line. */
  readonly texts: CliTexts;
}

/** The language that --lang asks for; null where it does not. */
export function languageFrom(lang: string | undefined, { texts }: Context): Language | null {
  if (lang === undefined) return null;
  const language = requestedLanguage(lang);
  if (language === null)
    throw new Failure(
      exitCodes.usage,
      texts.errors.badLanguage.replace('{name}', () => lang),
    );
  return language;
}

/** How to set text for whoever reads standard output. */
export function renderOptions(fixed: Language | null, { io }: Context): RenderOptions {
  return {
    width: io.stdout.columns,
    colour: wantsColour(io.env, io.stdout.isTTY === true),
    language: fixed ?? environmentLanguage(io.env),
  };
}

/** The bot for a conversation, put together from the options of the command line. */
export function appFor(
  options: { readonly lang?: string; readonly registry?: string },
  context: Context,
  live: Pick<AppConfig, 'checks' | 'clock'> = {},
): App {
  const fixed = languageFrom(options.lang, context);
  const { registry } = options;
  const known = registry === undefined ? null : (parseLoginServer(registry) ?? parseRegistryName(registry));
  if (registry !== undefined && known === null) {
    throw new Failure(
      exitCodes.usage,
      context.texts.errors.badRegistry.replace('{name}', () => registry),
    );
  }
  return createApp({
    language: fixed ?? environmentLanguage(context.io.env),
    fixedLanguage: fixed !== null,
    registry: known,
    ...live,
  });
}

/** What went wrong inside, for whoever asks to see it. */
export function debugText(error: unknown, { io }: Pick<Context, 'io'>): string {
  if (io.env['ACR_HELP_DEBUG'] !== '1') return '';
  return `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
