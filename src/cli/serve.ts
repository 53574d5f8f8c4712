import type { Environment, Settings } from '../config/settings.js';
import { readSettings } from '../config/settings.js';
import type { Log } from '../observe/log.js';
import { type AzureGround, groundOf } from './bot/azure.js';
import { logFault } from './bot/faults.js';
import { identityLines } from './bot/identity-lines.js';
import type { Bot } from './bot/open-bot.js';
import { partLines, servingPage } from './bot/page.js';
import { worldGround } from './bot/world-ground.js';
import { type Context, languageFrom, renderOptions } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { extraCaOf } from './extra-ca.js';
import { Failure } from './failure.js';
import { resolveReferences, unresolvedFailure } from './references.js';

export interface ServeOptions {
  readonly world?: string;
  readonly lang?: string;
}

/** `serve`: the bot for Teams and Slack, until a signal. Its log goes to standard output, one JSON object a line. */
export async function serveCommand(options: ServeOptions, context: Context): Promise<ExitCode> {
  const { err, texts } = context;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const env = await environmentOf(options.world, context);
  const settings = settingsFrom(env, context);
  const { jsonLog } = await import('../observe/json-log.js');
  const log = jsonLog({ write: (line) => void context.io.stdout.write(line) });
  const calm = context.io.onFault?.((fault) => {
    if (!logFault(fault, log)) context.io.leave?.(exitCodes.internal);
  });
  const ground = await groundFrom(options, settings, context);
  try {
    const bot = await start({ ...settings, ...ground.settings }, ground.azure, log, context);
    const title = ground.title?.[language] ?? null;
    await err.write(servingPage({ ...settings, ...ground.settings }, bot, title, texts.serve));
    for (const line of identityLines(bot.identities, texts.identities)) await err.write(`${line}\n`);
    await untilStopped(context);
    await err.write(`${texts.serve.stopping}\n`);
    const whole = await bot.close();
    await err.write(`${texts.serve.stopped}\n`);
    // What took too long would keep the process, and whoever waits for its end.
    if (!whole) context.io.leave?.(exitCodes.found);
  } finally {
    calm?.();
    await ground.close();
  }
  return exitCodes.found;
}

/** With secrets that stand in files or vaults. */
async function environmentOf(world: string | undefined, { io, err, texts }: Context): Promise<Environment> {
  const { references } = texts;
  const { env, resolved, unresolved } = await (world === undefined
    ? resolveReferences(io.env)
    : resolveReferences(io.env, null));
  for (const { name, place } of resolved.filter(({ openToAll }) => openToAll)) {
    await err.write(`${references.openToAll.replace('{name}', name).replace('{place}', () => place)}\n`);
  }
  if (unresolved.length > 0) throw unresolvedFailure(unresolved, references);
  return env;
}

function settingsFrom(env: Environment, { texts }: Context): Settings {
  const settings = readSettings(env);
  if (!('server' in settings)) {
    throw new Failure(
      exitCodes.usage,
      texts.serve.wrong.replace('{names}', () => settings.join(', ')),
    );
  }
  if (settings.teams === null && settings.slack === null) {
    throw new Failure(
      exitCodes.usage,
      [texts.serve.nothing, ...partLines(settings, null, texts.serve)].join('\n'),
    );
  }
  return settings;
}

/** Where the bot stands, and what of the settings follows from that. */
interface Ground {
  readonly azure: AzureGround;
  readonly settings: Partial<Pick<Settings, 'link' | 'server'>>;
  readonly title: Readonly<Record<'en' | 'de' | 'zh-Hans', string>> | null;
  readonly close: () => Promise<void>;
}

async function groundFrom({ world }: ServeOptions, settings: Settings, context: Context): Promise<Ground> {
  if (world !== undefined) return worldGround(world, settings, context);
  const azure = groundOf(settings.azure, await extraCaOf(context.io.env));
  return { azure, settings: {}, title: null, close: async () => {} };
}

async function start(settings: Settings, azure: AzureGround, log: Log, context: Context): Promise<Bot> {
  // Loaded only here: no other command needs the platforms.
  const { openBot } = await import('./bot/open-bot.js');
  const { texts } = context;
  return openBot(settings, azure, log).catch((error: unknown) => {
    throw new Failure(
      exitCodes.unavailable,
      texts.serve.failed.replace('{what}', () => reasonOf(error)),
      error,
    );
  });
}

/** What our own errors say; of the machine's, its code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'internal';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return code !== null && /^E[A-Z]+$/.test(code) ? code : error.message;
}

async function untilStopped({ io }: Context): Promise<void> {
  let stop: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const ignore = [io.onInterrupt(stop), io.onTerminate?.(stop)];
  await stopped;
  for (const it of ignore) it?.();
}
