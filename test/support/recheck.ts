import { check } from 'recheck';

/** What recheck says of one expression; `safe` means that its time grows linearly with the input. */
export interface Verdict {
  readonly regex: RegExp;
  readonly safe: boolean;
  /** For people: complexity and an attack, or why it could not be judged. */
  readonly why: string;
}

const TIMEOUT_MS = 30_000;

/** Judges every expression. One that recheck cannot decide counts as unsafe. */
export async function judge(regexes: readonly RegExp[]): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const regex of regexes) {
    const result = await check(regex.source, regex.flags, { timeout: TIMEOUT_MS });
    verdicts.push({ regex, safe: result.status === 'safe', why: explain(result) });
  }
  return verdicts;
}

function explain(result: Awaited<ReturnType<typeof check>>): string {
  if (result.status === 'vulnerable') return `${result.complexity.summary}: ${result.attack.pattern}`;
  return result.status === 'unknown' ? `not decided: ${result.error.kind}` : result.complexity.summary;
}
