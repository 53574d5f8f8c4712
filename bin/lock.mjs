/**
 * A lock between processes: a folder that appears whole (owner inside) by one rename, which fails while another
 * stands there. A lock whose owner is gone is taken away by exactly one of those who notice.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A build takes seconds; whoever holds the lock longer is taken for dead, whatever its process id says. */
const STALE_MS = 120_000;
const GIVE_UP_MS = 180_000;
const POLL_MS = 40;

/**
 * Waits for the lock.
 *
 * @param {string} path
 * @returns {Promise<() => void>} releases it
 */
export async function acquire(path) {
  const owner = `${process.pid} ${hostname()} ${Math.random().toString(36).slice(2)}`;
  const deadline = Date.now() + GIVE_UP_MS;
  for (;;) {
    if (take(path, owner)) {
      return () => {
        if (ownerOf(path) === owner) remove(path);
      };
    }
    breakIfStale(path);
    if (Date.now() > deadline) throw new Error('another start of acr-help has been building it for minutes.');
    await sleep(POLL_MS);
  }
}

/**
 * @param {string} path
 * @param {string} owner
 */
function take(path, owner) {
  const prepared = `${path}-${process.pid}`;
  mkdirSync(prepared, { recursive: true });
  writeFileSync(join(prepared, 'owner'), owner);
  try {
    renameSync(prepared, path);
    return true;
  } catch (error) {
    rmSync(prepared, { recursive: true, force: true });
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false;
    throw error;
  }
}

/** @param {string} path */
function ownerOf(path) {
  try {
    return readFileSync(join(path, 'owner'), 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * Two processes may notice the same dead owner, and the slower one must not remove the lock that the quicker
 * one took meanwhile. So the right to break is itself claimed, by a folder named after that one owner, and the
 * owner is read again under the claim.
 *
 * @param {string} path
 */
function breakIfStale(path) {
  const owner = ownerOf(path);
  if (owner === undefined || !isGone(path, owner)) return;
  const claim = `${path}-break-${owner.split(' ').at(-1)}`;
  try {
    mkdirSync(claim);
  } catch {
    if (ageOf(claim) > STALE_MS) rmSync(claim, { recursive: true, force: true });
    return;
  }
  if (ownerOf(path) === owner) remove(path);
  rmSync(claim, { recursive: true, force: true });
}

/**
 * Out of the way by one rename: a lock that is emptied in place could be taken half-way, and its new owner's
 * file would be deleted with the rest.
 *
 * @param {string} path
 */
function remove(path) {
  const gone = `${path}-gone-${process.pid}`;
  renameSync(path, gone);
  rmSync(gone, { recursive: true, force: true });
}

/** @param {string} path */
function ageOf(path) {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

/**
 * @param {string} path
 * @param {string} owner
 */
function isGone(path, owner) {
  if (ageOf(path) > STALE_MS) return true;
  const [pid, host] = owner.split(' ');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH';
  }
}
