import { request } from 'node:http';
import { timedOut, within } from '../../azure/deadline.js';
import type { ProbeReport } from '../report.js';
import type { Surroundings } from './surroundings.js';

const METADATA_MS = 1_500;

/** Which sources of an identity this place has. None is asked for a token. */
export async function identity(
  around: Surroundings,
  signal: AbortSignal,
): Promise<NonNullable<ProbeReport['identity']>> {
  const { env } = around;
  const imds = await within(METADATA_MS, signal, (stop) => refusesWithoutHeader(around, stop));
  return {
    imds: imds === timedOut ? false : imds,
    appService: isSet(env['IDENTITY_ENDPOINT']) || isSet(env['MSI_ENDPOINT']),
    workload: isSet(env['AZURE_FEDERATED_TOKEN_FILE']),
  };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

/**
 * Azure's metadata service refuses every request without its header by a 400, which no other cloud's does. So it shows
 * itself, and gives nothing away.
 */
async function refusesWithoutHeader({ network, imds }: Surroundings, signal: AbortSignal): Promise<boolean> {
  const socket = await network.connect(imds.address, imds.port, signal).catch(() => null);
  if (socket === null) return false;
  socket.on('error', () => {});
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  socket.once('close', () => signal.removeEventListener('abort', stop));
  const status = await new Promise<number | undefined>((resolve) => {
    const path = '/metadata/instance?api-version=2021-02-01';
    const asked = request({ host: imds.address, path, createConnection: () => socket });
    asked.on('response', (answer) => resolve(answer.statusCode));
    asked.on('error', () => resolve(undefined));
    asked.on('close', () => resolve(undefined));
    asked.end();
  });
  socket.destroy();
  return status === 400;
}
