/** What `migrate` says. */
export interface MigrateTexts {
  readonly command: string;
  /** "{steps}". */
  readonly done: string;
  readonly nothing: string;
}
