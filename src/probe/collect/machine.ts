import { execFile } from 'node:child_process';
import { getServers } from 'node:dns';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { z } from 'zod';
import { createNodeNetwork } from '../../azure/node-network.js';
import type { Environment } from '../../config/settings.js';
import type { ProbeAnswer } from '../report.js';
import { jsonIn } from './programs.js';
import type { Ran, Surroundings } from './surroundings.js';

/** Where Linux keeps what the machine trusts (Go: crypto/x509, root_linux.go); Docker's clients read it there. */
const bundles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const LARGEST_OUTPUT = 1024 * 1024;

/** This machine. */
export async function machine(env: Environment): Promise<Surroundings> {
  return {
    network: createNodeNetwork({ extraCa: await trusted(env) }),
    resolvers: getServers().map((it) =>
      it.replace(/^\[(.+)\](?::\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1'),
    ),
    lookUp: (name, signal) => lookUp(name, env, signal),
    env,
    dockerFile: (name) =>
      readFile(join(env['DOCKER_CONFIG'] || join(homedir(), '.docker'), name), 'utf8').catch(() => null),
    run: (program, args, signal) => run(program, args, env, signal),
    imds: { address: '169.254.169.254', port: 80 },
    now: () => new Date(),
  };
}

/** Certificates that are trusted here beside Node's own list; those that cannot be read are left out. */
async function trusted(env: Environment): Promise<readonly string[]> {
  const files = [env['SSL_CERT_FILE'], env['NODE_EXTRA_CA_CERTS'], ...bundles];
  const texts = await Promise.all(files.map((file) => (file ? readFile(file, 'utf8').catch(() => '') : '')));
  return texts.filter(isReadable);
}

/** One file that is damaged must not take the others with it. */
function isReadable(pem: string): boolean {
  if (!pem.includes('-----BEGIN CERTIFICATE-----')) return false;
  try {
    createSecureContext({ ca: pem });
    return true;
  } catch {
    return false;
  }
}

/**
 * In a process of its own: the system's look-up cannot be called off, and one that hangs would keep this process from
 * ending.
 */
async function lookUp(name: string, env: Environment, signal: AbortSignal): Promise<ProbeAnswer> {
  const ran = await run(process.execPath, ['-e', script, name], { ...env, NODE_OPTIONS: '' }, signal);
  if (ran === null) return { kind: 'failed', reason: 'timeout' };
  const said = lookedUp.safeParse(jsonIn(ran.stdout));
  if (!said.success) return { kind: 'failed', reason: 'other' };
  if ('found' in said.data) return { kind: 'found', addresses: said.data.found };
  return { kind: 'failed', reason: reasons[said.data.code] ?? 'other' };
}

const script = `require('dns').lookup(process.argv[1],{all:true},(e,a)=>console.log(JSON.stringify(e?{code:e.code}:{found:a.map(x=>x.address)})))`;
const lookedUp = z.union([z.object({ found: z.array(z.string()) }), z.object({ code: z.string() })]);
/** Codes of getaddrinfo. */
const reasons: Readonly<Record<string, 'nxdomain' | 'timeout'>> = {
  ENOTFOUND: 'nxdomain',
  EAI_AGAIN: 'timeout',
};

function run(
  program: string,
  args: readonly string[],
  env: Environment,
  signal: AbortSignal,
): Promise<Ran | null> {
  return new Promise((resolve) => {
    const options = { env: { ...env }, signal, killSignal: 'SIGKILL', maxBuffer: LARGEST_OUTPUT } as const;
    const child = execFile(program, [...args], options, (error, stdout) => {
      const missing = error !== null && (error.code === 'ENOENT' || error.code === 'EACCES');
      resolve(missing || signal.aborted ? null : { ok: error === null, stdout });
    });
    // A helper that waits for input gets none.
    child.stdin?.end();
  });
}
