import type { SecretFinding } from '../../src/diagnosis/redact/redact.js';
import { redact } from '../../src/diagnosis/redact/redact.js';
import type { Office } from './office.js';

/** What somebody wrote into a field, secrets replaced. */
export function withoutSecrets(office: Pick<Office, 'telemetry'>, words: string | undefined): string {
  const { text, secrets } = redact(words ?? '');
  countSecrets(office, secrets);
  return text;
}

/** Says how many were replaced, and of which kind. */
export function countSecrets(
  { telemetry }: Pick<Office, 'telemetry'>,
  secrets: readonly SecretFinding[],
): void {
  for (const { kind, count } of secrets) telemetry.metrics.count('redactions_total', { rule: kind }, count);
}
