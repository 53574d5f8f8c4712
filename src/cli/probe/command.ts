import { pageOf } from '../../../adapters/terminal/render.js';
import { parseLoginServer, parseRegistryName } from '../../diagnosis/facts/login-server.js';
import { parseRepository } from '../../diagnosis/facts/repository.js';
import type { LoginServer } from '../../diagnosis/reading.js';
import type { Surroundings } from '../../probe/collect/surroundings.js';
import { printReport } from '../../probe/print-report.js';
import type { ProbeReport } from '../../probe/report.js';
import { type Context, languageFrom, renderOptions } from '../context.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import { probePage } from './page.js';

export interface ProbeOptions {
  readonly repository?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

/** `probe REGISTRY`: what this machine sees of a registry, and the block to paste. Needs no sign-in. */
export async function probeCommand(
  named: string,
  options: ProbeOptions,
  context: Context,
  around?: Surroundings,
): Promise<ExitCode> {
  const { io, out } = context;
  const fixed = languageFrom(options.lang, context);
  const registry = registryFrom(named, context);
  const repository = repositoryFrom(options, context);
  // Loaded only here: no other command looks at networks.
  const [{ probe }, { machine }] = await Promise.all([
    import('../../probe/collect/probe.js'),
    import('../../probe/collect/machine.js'),
  ]);
  const report = await probe({ registry, repository }, around ?? (await machine(io.env)));
  if (options.json) {
    await out.write(`${JSON.stringify({ report, block: printReport(report) })}\n`);
  } else {
    const { language } = renderOptions(fixed, context);
    const { width } = pageOf({ width: io.stdout.columns, colour: false, language });
    await out.write(probePage(report, width, context.texts.probe));
  }
  return reached(report) ? exitCodes.reached : exitCodes.notReached;
}

/** Whether the registry itself answered as to anybody who comes without a sign-in. */
function reached({ login: { v2 } }: ProbeReport): boolean {
  return v2 !== null && (v2.status === 401 || v2.status === 200);
}

/** Without a sign-in nobody says which login server a name has; this is that of nearly all. */
function registryFrom(named: string, { texts }: Context): LoginServer {
  const name = parseRegistryName(named);
  const registry = parseLoginServer(name === null ? named : `${name}.azurecr.io`);
  if (registry !== null) return registry;
  throw new Failure(
    exitCodes.usage,
    texts.errors.badRegistry.replace('{name}', () => named),
  );
}

function repositoryFrom({ repository }: ProbeOptions, { texts }: Context): string | null {
  if (repository === undefined) return null;
  const parsed = parseRepository(repository);
  if (parsed !== null) return parsed;
  throw new Failure(
    exitCodes.usage,
    texts.probe.badRepository.replace('{value}', () => repository),
  );
}
