import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { check } from 'recheck';
import { repository } from './temp.js';

/** What recheck says of one expression; `safe` means that its time grows linearly with the input. */
export interface Verdict {
  readonly regex: RegExp;
  readonly safe: boolean;
  /** For people: complexity and an attack, or why it could not be judged. */
  readonly why: string;
}

const TIMEOUT_MS = 30_000;
/** recheck answers several questions at a time; more than the machine has cores only makes them time out. */
const AT_ONCE = 2;

/**
 * Expressions known to be safe. A verdict takes up to seconds and follows from expression and recheck alone, so
 * it is remembered where `npm ci` forgets it.
 */
const version = createRequire(import.meta.url)('recheck/package.json').version as string;
const memory = join(repository, 'node_modules', '.cache', 'acr-help', `safe-regexes-${version}.json`);

/** Judges every expression. One that recheck cannot decide counts as unsafe. */
export async function judge(regexes: readonly RegExp[]): Promise<readonly Verdict[]> {
  const known = remembered();
  const verdicts = new Map<RegExp, Verdict>();
  const waiting = [...regexes];
  const work = async () => {
    for (let regex = waiting.pop(); regex !== undefined; regex = waiting.pop()) {
      verdicts.set(
        regex,
        known.has(String(regex)) ? { regex, safe: true, why: 'remembered' } : await ask(regex),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const inOrder = regexes.flatMap((regex) => verdicts.get(regex) ?? []);
  remember(new Set([...known, ...inOrder.filter(({ safe }) => safe).map(({ regex }) => String(regex))]));
  return inOrder;
}

async function ask(regex: RegExp): Promise<Verdict> {
  const result = await check(regex.source, regex.flags, { timeout: TIMEOUT_MS });
  const why =
    result.status === 'vulnerable'
      ? `${result.complexity.summary}: ${result.attack.pattern}`
      : result.status === 'unknown'
        ? `not decided (${result.error.kind})`
        : result.complexity.summary;
  return { regex, safe: result.status === 'safe', why };
}

function remembered(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(readFileSync(memory, 'utf8')) as readonly string[]);
  } catch {
    return new Set();
  }
}

function remember(safe: ReadonlySet<string>): void {
  mkdirSync(dirname(memory), { recursive: true });
  // Another test file may read at this moment.
  const whole = `${memory}.${process.pid}`;
  writeFileSync(whole, JSON.stringify([...safe].sort()));
  renameSync(whole, memory);
}
