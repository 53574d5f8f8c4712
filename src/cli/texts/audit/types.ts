import type { AuditFlaw } from '../../../access/audit.js';

/** What `audit` says. */
export interface AuditTexts {
  readonly commands: Readonly<Record<'verify' | 'export', string>>;
  readonly options: Readonly<Record<'store' | 'anchor' | 'after', string>>;
  /** "{value}". */
  readonly bad: Readonly<Record<'anchor' | 'after' | 'store', string>>;
  /** "{what}": what the store says. */
  readonly unavailable: string;
  readonly empty: string;
  /** "{count}", "{seq}". */
  readonly whole: string;
  /** "{anchor}". */
  readonly keep: string;
  /** "{seq}", "{why}". */
  readonly broken: string;
  readonly flaws: Readonly<Record<AuditFlaw, string>>;
  /** "{seq}": the anchor's. */
  readonly anchors: Readonly<Record<'cut-off' | 'other' | 'too-old', string>>;
}
