/** Programs whose output is read as what somebody saw where they stand; named as they are called. */
export const programs = [
  'az acr check-health',
  'acr-help probe',
  'nslookup',
  'dig',
  'curl',
  'az aks check-acr',
  'docker',
  'kubectl describe pod',
  'az account show',
  'az role assignment list',
] as const;
export type Program = (typeof programs)[number];

/** What has to be said of an output beside what it answers. */
export const outputNotes = [
  /** The exchange of tokens worked: that says nothing about a role on the repository. */
  'exchange-only',
  /** Only the client answered: that proves no daemon. */
  'client-only',
  /** Lines of a probe's report, or its end, are missing. */
  'report-truncated',
  /** A probe's report is not as it was printed. */
  'report-edited',
  /** The clock of the machine and that of the registry are far apart. */
  'clock-off',
  /** Requests to the registry go through a proxy. */
  'through-proxy',
  /** Roles of whom the list was made for, which need not be who was refused. */
  'roles-of-listed',
] as const;
export type OutputNote = (typeof outputNotes)[number];
