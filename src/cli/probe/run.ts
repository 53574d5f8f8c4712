import { parseLoginServer, parseRegistryName } from '../../diagnosis/facts/login-server.js';
import { parseRepository } from '../../diagnosis/facts/repository.js';
import type { LoginServer } from '../../diagnosis/reading.js';
import { probe } from '../../probe/collect/probe.js';
import type { Surroundings } from '../../probe/collect/surroundings.js';
import { printReport } from '../../probe/print-report.js';
import type { ProbeReport } from '../../probe/report.js';
import { type ExitCode, exitCodes } from '../exit-codes.js';
import { Failure } from '../failure.js';
import type { ProbeTexts } from '../texts/probe/types.js';
import { probePage } from './page.js';

export interface ProbeRun {
  /** As it was typed. */
  readonly registry: string;
  readonly repository?: string | undefined;
  readonly json?: boolean | undefined;
  /** Columns of the page. */
  readonly width: number;
  readonly texts: ProbeTexts;
}

/**
 * Looks, and says what there is to print, and the exit code. Knows nothing of the rest of the command line, so that it
 * fits into one small file (`bundle.ts`).
 *
 * @throws Failure where what was typed names no registry or no repository
 */
export async function runProbe(
  run: ProbeRun,
  around: () => Promise<Surroundings>,
): Promise<{ readonly text: string; readonly code: ExitCode }> {
  const { texts, width } = run;
  const registry = registryFrom(run);
  const repository = repositoryFrom(run);
  const report = await probe({ registry, repository }, await around());
  const text = run.json
    ? `${JSON.stringify({ report, block: printReport(report) })}\n`
    : probePage(report, width, texts);
  return { text, code: reached(report) ? exitCodes.reached : exitCodes.notReached };
}

/** Whether the registry itself answered as to anybody who comes without a sign-in. */
function reached({ login: { v2 } }: ProbeReport): boolean {
  return v2 !== null && (v2.status === 401 || v2.status === 200);
}

/** Without a sign-in nobody says which login server a name has; this is that of nearly all. */
function registryFrom({ registry: named, texts }: ProbeRun): LoginServer {
  const name = parseRegistryName(named);
  const registry = parseLoginServer(name === null ? named : `${name}.azurecr.io`);
  if (registry !== null) return registry;
  throw new Failure(
    exitCodes.usage,
    texts.badRegistry.replace('{value}', () => named),
  );
}

function repositoryFrom({ repository, texts }: ProbeRun): string | null {
  if (repository === undefined) return null;
  const parsed = parseRepository(repository);
  if (parsed !== null) return parsed;
  throw new Failure(
    exitCodes.usage,
    texts.badRepository.replace('{value}', () => repository),
  );
}
