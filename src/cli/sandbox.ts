import { type Context, languageFrom, renderOptions } from './context.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import type { CliTexts } from './texts/types.js';
import { openSandboxFile, type Sandbox } from './world-file.js';
import { writeAuthority } from './world-server/authority-file.js';
import { portOf, type Side, sideOf } from './world-server/options.js';
import { servedPage } from './world-server/page.js';
import { takeOrders } from './world-server/take-orders.js';

export interface SandboxOptions {
  readonly world: string;
  readonly side?: string;
  readonly port?: string;
  readonly ca?: string;
  readonly distribution?: boolean;
  readonly lang?: string;
}

/** `sandbox`: serves a simulated world to any other client, until a signal or `quit`. */
export async function sandboxCommand(options: SandboxOptions, context: Context): Promise<ExitCode> {
  const { io, out, texts } = context;
  const { language } = renderOptions(languageFrom(options.lang, context), context);
  const side = sideOf(options.side, texts);
  const port = portOf(options.port, texts);
  const sandbox = await openSandboxFile(options.world, context, {
    distribution: options.distribution === true,
  });
  try {
    const proxy = await proxyAt(sandbox, side, port, texts);
    const certificate = await writeAuthority(sandbox.authority, options.ca, texts);
    try {
      const { title, registries, changes } = sandbox.world();
      const served = {
        title: title[language],
        side,
        proxy,
        certificate: certificate.path,
        loginServers: [...registries.values()].map((it) => it.loginServer),
        changes,
      };
      await out.write(servedPage(served, texts.sandbox, { width: io.stdout.columns, language }));
      await untilStopped(sandbox, context);
    } finally {
      await certificate.remove();
    }
  } finally {
    await sandbox.close();
  }
  return exitCodes.found;
}

/** Ctrl-D at a terminal leaves; an input that ends elsewhere (`</dev/null`, a pipe) leaves the world running. */
async function untilStopped(sandbox: Sandbox, context: Context): Promise<void> {
  const { io } = context;
  let stop: () => void = () => {};
  const stopped = new Promise<'stopped'>((resolve) => {
    stop = () => resolve('stopped');
  });
  const ignore = [io.onInterrupt(stop), io.onTerminate?.(stop)];
  try {
    const ending = await Promise.race([stopped, takeOrders(sandbox, context)]);
    if (ending === 'ended' && io.stdin.isTTY !== true) await stopped;
    await context.out.write(`${context.texts.sandbox.stopped}\n`);
  } finally {
    for (const it of ignore) it?.();
    // Whoever still waits for a line would keep the process alive.
    io.stdin.destroy();
  }
}

async function proxyAt(sandbox: Sandbox, side: Side, port: number, { errors }: CliTexts): Promise<string> {
  return sandbox.proxy(side, port).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    const sentence = code === 'EACCES' ? errors.portNotAllowed : errors.portInUse;
    throw new Failure(
      exitCodes.usage,
      sentence.replace('{name}', () => String(port)),
      error,
    );
  });
}
