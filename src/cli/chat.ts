import { type Conversations, type ProgramIo, programLoop } from '../../adapters/terminal/program-loop.js';
import type { App } from '../app.js';
import { parseLoginServer } from '../diagnosis/facts/login-server.js';
import type { Language } from '../knowledge/language.js';
import { appFor, type Context, debugText, languageFrom } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { environmentLanguage } from './language.js';
import { linesOf } from './lines.js';
import { withPerson } from './person.js';

export interface ChatOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly registry?: string;
  readonly world?: string;
  /** With a world, and for programs: people can ask for roles and secrets, and approve. */
  readonly policy?: string;
}

/** `chat`: a conversation with a person, or with a program; about a simulated world, or with the own sign-in. */
export async function chatCommand(options: ChatOptions, context: Context): Promise<ExitCode> {
  const { world, policy } = options;
  if (policy !== undefined) {
    if (world === undefined || !options.json)
      throw new Failure(exitCodes.usage, context.texts.errors.policyNeeds);
    return inCompany(options, world, policy, context);
  }
  if (world !== undefined) return inWorld(options, world, context);
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

async function inCompany(
  options: ChatOptions,
  file: string,
  policy: string,
  context: Context,
): Promise<ExitCode> {
  const [{ openSandboxFile }, { openCompany }, { PolicyRefused }] = await Promise.all([
    import('./world-file.js'),
    import('./company/open-company.js'),
    import('./bot/policy.js'),
  ]);
  const language = languageFrom(options.lang, context) ?? environmentLanguage(context.io.env);
  const sandbox = await openSandboxFile(file, context);
  try {
    const company = await openCompany(sandbox, policy).catch((error: unknown) => {
      if (!(error instanceof PolicyRefused)) throw error;
      throw new Failure(exitCodes.usage, error.message, error);
    });
    const apply = (change: string) =>
      sandbox.apply(change).map((message) => ({ code: 'bad-change', message }));
    const talk = { sessions: company.conversations, language, advance: sandbox.advance };
    return await withProgram(talk, context, apply).finally(company.close);
  } finally {
    await sandbox.close();
  }
}

/** What a program talks with, and the clock that it may move. */
interface Talk {
  readonly sessions: Conversations;
  readonly language: Language;
  readonly advance: (milliseconds: number) => void;
}

function converse(
  app: App,
  { json }: ChatOptions,
  context: Context,
  apply: ProgramIo['apply'],
): Promise<ExitCode> {
  const { sessions, config, clock } = app;
  const talk = { sessions, language: config.language, advance: clock.advance };
  return json ? withProgram(talk, context, apply) : withPerson(app, context);
}

async function withProgram(
  { sessions, language, advance }: Talk,
  context: Context,
  apply: ProgramIo['apply'],
): Promise<ExitCode> {
  const { io, out, err } = context;
  const failures: string[] = [];
  const sound = await programLoop(sessions, language, {
    lines: linesOf(io.stdin),
    write: out.write,
    advance,
    apply,
    failed: (error) => failures.push(debugText(error, context)),
  });
  await err.write(failures.join(''));
  return sound ? exitCodes.found : exitCodes.internal;
}
