import { noTelemetry, type Telemetry } from '../../observe/telemetry.js';
import type { Job, Ledger } from '../ledger.js';
import { measuredLedger } from '../measured-ledger.js';
import type { GrantPorts } from './grant.js';
import { jobTime } from './job-time.js';
import { type Chore, type LoopOptions, loop } from './loop.js';
import { carryOutRole } from './role-jobs.js';
import type { RotationPorts } from './rotation/ports.js';
import { carryOutRotation } from './rotation-jobs.js';
import { type Tell, tellPeople } from './tell.js';
import { aboutJob, toolsFor } from './tools.js';
import { watchChores } from './watch-chores.js';

export interface ExecutorConfig extends Omit<GrantPorts, 'ledger' | 'granter'> {
  /** Null where no roles are given. */
  readonly granter: GrantPorts['granter'] | null;
  readonly ledger: Ledger;
  /** Null where no secrets are made new. */
  readonly rotation: Pick<RotationPorts, 'rotator' | 'vaults' | 'sealer'> | null;
  readonly tell: Tell;
  /** What else is done from time to time. */
  readonly chores?: readonly Chore[];
  /** A number from 0 to 1, for the waits. */
  readonly chance?: () => number;
  /** How long a job is this process's alone, in milliseconds. */
  readonly leaseMs?: number;
  readonly loop?: Partial<LoopOptions>;
  readonly telemetry?: Telemetry | undefined;
}

export interface Executor {
  /**
   * Does one job, if there is one that is due.
   *
   * @returns whether there was one
   * @throws StoreError where the ledger cannot be asked; the job is taken up again when its lease is over
   */
  runOnce(): Promise<boolean>;
  start(): void;
  /** Begins nothing more; done when what is under way has ended. */
  stop(): Promise<void>;
  /** There may be something to do: somebody has decided. */
  wake(): void;
}

const LEASE_MS = 60_000;
/** Of the lease, so that a job ends before another process may begin it. */
const JOB_SHARE = 0.75;
const EXPIRE_EVERY_MS = 60_000;

/**
 * Carries out what the ledger says is to be done: the only part of the bot that writes to Azure. It acts on rows alone, and
 * may be killed at any moment.
 */
export function createExecutor(config: ExecutorConfig): Executor {
  const { log, now, granter, chores = [], chance = Math.random, leaseMs = LEASE_MS } = config;
  const { metrics, trace } = config.telemetry ?? noTelemetry;
  const isMeasured = config.telemetry !== undefined;
  const ledger = isMeasured ? measuredLedger(config.ledger, metrics) : config.ledger;
  const parts = { ...config, ledger };
  const tools = toolsFor(parts, chance);

  const runOnce = async (): Promise<boolean> => {
    const job = await ledger.claim(now(), leaseMs);
    if (job === null) return false;
    const about = { job: job.kind, attempts: job.attempts };
    await trace.span('job', about, async (span) => {
      const finished = await carryOut(job);
      span.set({ outcome: finished ? 'done' : 'lease-lost' });
      if (!finished) log.warn('executor.lease-lost', aboutJob(job));
    });
    return true;
  };

  /** @returns false where somebody else has the job by now */
  async function carryOut(job: Job): Promise<boolean> {
    const time = jobTime(leaseMs * JOB_SHARE);
    switch (job.kind) {
      case 'grant':
      case 'remove':
        return carryOutRole(job, granter === null ? null : { ...parts, granter }, tools, time);
      case 'rotate':
      case 'retire':
      case 'discard':
        return carryOutRotation(
          job,
          config.rotation === null ? null : { ...parts, ...config.rotation },
          tools,
          time,
        );
      default: {
        const { kind, request } = job;
        const outcome = await tools.guarded(job, () =>
          tellPeople(kind, request, config.tell, time.signal, job.attempts),
        );
        return outcome.kind === 'again' ? tools.later(job, outcome) : ledger.finish(job, now());
      }
    }
  }

  const expire = async (): Promise<boolean> => (await ledger.expire(now())) > 0;
  // Where nobody measures, nobody need look.
  const watching = isMeasured ? watchChores({ ledger, metrics, now }) : [];
  const all = [{ everyMs: EXPIRE_EVERY_MS, run: expire }, ...watching, ...chores];
  return { runOnce, ...loop({ runOnce, chores: all, log }, config.loop) };
}
