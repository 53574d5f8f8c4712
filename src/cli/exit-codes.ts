/** Exit codes of the command line. Part of its contract: documented in --help and README. */
export const exitCodes = {
  found: 0,
  allowed: 0,
  whole: 0,
  reached: 0,
  healthy: 0,
  unknownCause: 1,
  refused: 1,
  broken: 1,
  notReached: 1,
  unhealthy: 1,
  notAcr: 2,
  unusable: 3,
  usage: 64,
  badLines: 65,
  unreadable: 66,
  badWorld: 67,
  badPolicy: 67,
  unavailable: 69,
  internal: 70,
  interrupted: 130,
  readerGone: 141,
} as const;

/** Name of an exit code; its meaning is a text. */
export type ExitName = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[ExitName];
