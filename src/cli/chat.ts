import { type ProgramIo, programLoop } from '../../adapters/terminal/program-loop.js';
import type { App } from '../app.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import { appFor, type Context, debugText } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { linesOf } from './lines.js';
import { withPerson } from './person.js';

export interface ChatOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly registry?: string;
  readonly world?: string;
}

/** `chat`: a conversation with a person, or with a program; about a simulated world, or with the own sign-in. */
export async function chatCommand(options: ChatOptions, context: Context): Promise<ExitCode> {
  if (options.world !== undefined) return inWorld(options, options.world, context);
  const known = options.registry === undefined ? null : parseLoginServer(options.registry);
  if (options.registry === undefined) return converse(appFor(options, context), options, context, null);
  // A bare name is looked for in the public cloud; `appFor` refuses what is no name at all.
  const app = appFor(options, context);
  // Loaded only here and below: the Azure SDKs take longer to load than everything else together.
  const { ownSignIn } = await import('./live.js');
  const own = await ownSignIn(known ?? `${options.registry}.azurecr.io`);
  if (!own.signedIn) await context.err.write(`${context.texts.notSignedIn}\n`);
  return converse(
    appFor(options, context, { checks: own.checks }),
    { ...options, lang: app.config.language },
    context,
    null,
  );
}

async function inWorld(options: ChatOptions, file: string, context: Context): Promise<ExitCode> {
  const { openWorldFile } = await import('./world.js');
  const world = await openWorldFile(file, context);
  try {
    return await converse(appFor(options, context, world), options, context, world.apply);
  } finally {
    await world.close();
  }
}

function converse(
  app: App,
  { json }: ChatOptions,
  context: Context,
  apply: ProgramIo['apply'],
): Promise<ExitCode> {
  return json ? withProgram(app, context, apply) : withPerson(app, context);
}

async function withProgram(app: App, context: Context, apply: ProgramIo['apply']): Promise<ExitCode> {
  const { io, out, err } = context;
  const failures: string[] = [];
  const sound = await programLoop(app.sessions, app.config.language, {
    lines: linesOf(io.stdin),
    write: out.write,
    advance: app.clock.advance,
    apply,
    failed: (error) => failures.push(debugText(error, context)),
  });
  await err.write(failures.join(''));
  return sound ? exitCodes.found : exitCodes.internal;
}
