/**
 * Why the store could not do what was asked.
 *
 * - `unsupported-url`: no store of that kind
 * - `not-found`: the folder or the server's database does not exist
 * - `denied`: the server does not let this account in
 * - `unreachable`: the server does not answer, or the connection was lost; what was asked may have happened
 * - `timeout`: it took longer than the store waits
 * - `read-only`: file, folder or database cannot be written
 * - `not-a-database`: the file is something else
 * - `damaged`: the database contradicts itself
 * - `newer-schema`: written by a newer version of this program
 * - `older-schema`: not yet brought up to date, where it is only read
 * - `full`: no space left
 * - `locked`: somebody else holds it for longer than the store waits
 * - `conflict`: what must be new is there already
 * - `not-storable`: no JSON, or text that no engine keeps as it is
 * - `too-large`: more than the store takes
 * - `closed`: by this program
 * - `failed`: anything else; see `cause`
 */
export type StoreErrorCode =
  | 'unsupported-url'
  | 'not-found'
  | 'denied'
  | 'unreachable'
  | 'timeout'
  | 'read-only'
  | 'not-a-database'
  | 'damaged'
  | 'newer-schema'
  | 'older-schema'
  | 'full'
  | 'locked'
  | 'conflict'
  | 'not-storable'
  | 'too-large'
  | 'closed'
  | 'failed';

/** Rejection of every call to a store. `message` is for the operator and holds nothing of what is stored. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
