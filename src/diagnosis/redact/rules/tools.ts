/** How a command takes secrets. `login`: words of which one must be in the command before `-p` means a password. */
export interface Tool {
  readonly login: readonly string[];
  /** `-u user:secret` */
  readonly userPair: boolean;
}

const login: Tool = { login: ['login'], userPair: false };
const pair: Tool = { login: [], userPair: true };

/** Programs by name. Source: their help texts. */
export const TOOLS: ReadonlyMap<string, Tool> = new Map([
  ...[
    'docker',
    'podman',
    'nerdctl',
    'buildah',
    'crane',
    'regctl',
    'helm',
    'skopeo',
    'img',
    'finch',
    'lima',
    'sudo-docker',
    'singularity',
    'apptainer',
    'reg',
    'notation',
    'cosign',
    'kaniko',
    'flux',
    'argocd',
    'porter',
    'wincred',
    'docker-compose',
    'microk8s',
    'k3s',
    'crictl',
    'oc',
    'rancher',
    'pack',
    'earthly',
    'buildctl',
    'dockerd',
    'docker.io',
  ].map((name) => [name, login] as const),
  [
    'oras',
    {
      login: ['login', 'push', 'pull', 'copy', 'cp', 'attach', 'discover', 'manifest', 'repo', 'blob'],
      userPair: false,
    },
  ],
  [
    'az',
    { login: ['login', 'import', 'credential', 'container', 'connected-registry', 'sp'], userPair: false },
  ],
  ['azd', { login: ['login'], userPair: false }],
  ['sshpass', { login: ['sshpass'], userPair: false }],
  ['curl', pair],
  ['wget', pair],
  ['ctr', pair],
  ['http', pair],
  ['https', pair],
  ['xh', pair],
  ['curl.exe', pair],
]);

/** Flags that carry `user:secret` whatever the tool. */
export const PAIR_FLAGS: ReadonlySet<string> = new Set([
  '--creds',
  '--src-creds',
  '--dest-creds',
  '--from-creds',
  '--to-creds',
  '--credentials',
]);
/** Commands that write their arguments to the next command of a pipe. */
export const WRITERS: ReadonlySet<string> = new Set([
  'echo',
  'printf',
  'print',
  'write-output',
  'write-host',
  'echo.',
  'write',
]);
