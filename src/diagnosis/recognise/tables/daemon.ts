import { table } from '../signature.js';

/** The Docker (or podman) client and its daemon. */
export const daemonSignatures = table(
  { symptom: 'docker-unavailable', scope: 'registry', source: 'clients.md §2, §5; moby client/errors.go' },
  {
    'daemon-unreachable': {
      label: 'Cannot connect to the Docker daemon',
      meaning: 'The client found no daemon at its address.',
      votes: { 'docker-not-running': 9 },
    },
    'daemon-connect-error': {
      label: 'error during connect',
      meaning: 'The Windows client found no daemon pipe.',
      find: ['error during connect:'],
      votes: { 'docker-not-running': 8 },
    },
    'daemon-api-unreachable': {
      label: 'failed to connect to the docker API',
      meaning: 'The wording of Docker 29 for a missing daemon.',
      votes: { 'docker-not-running': 9 },
    },
    'daemon-pipe-missing': {
      label: 'open //./pipe/docker_engine',
      meaning: 'The named pipe of Docker Desktop is missing.',
      find: ['pipe…docker{_engine|desktop…}'],
      votes: { 'docker-not-running': 6 },
    },
    'daemon-socket-missing': {
      label: 'dial unix docker.sock: connect: no such file or directory',
      meaning: 'The socket of the daemon is missing or refuses.',
      find: ['docker{.raw|}.sock…{no such file|connection refused|not found}'],
      votes: { 'docker-not-running': 8 },
    },
    'daemon-socket-denied': {
      label: 'permission denied while trying to connect to the Docker daemon socket',
      meaning: 'The user may not open the socket; the daemon cannot be used by this user.',
      find: ['permission denied while trying to connect to the docker', 'docker.sock…permission denied'],
      votes: { 'docker-not-running': 9 },
    },
    'daemon-not-running': {
      label: 'Is the docker daemon running',
      meaning: 'Client, Docker Desktop or a wrapper says that no daemon runs.',
      find: [
        'is the docker daemon running',
        'docker daemon is not running',
        'docker desktop is {not running|unable to start}',
        'docker {engine|service} is not running',
        'docker is not running',
        "docker isn{'|}t running",
        'make sure {that |}docker is running',
        'check if the path is correct and if the daemon is running',
        'cannot connect to podman',
        'unable to connect to podman',
        'could not find a valid docker environment',
      ],
      votes: { 'docker-not-running': 7 },
    },
    'daemon-verify': {
      label: 'Please verify if docker daemon is running',
      meaning: 'The sentence of az for a daemon that cannot be used.',
      scope: 'acr',
      votes: { 'docker-not-running': 8 },
    },
    'client-missing': {
      label: 'docker: command not found',
      meaning: 'There is no Docker client on the path.',
      find: [
        "docker{.exe|}{'|}: {command |}not found",
        "{'|‘}docker{.exe|}{'|} {is not recognized|command not found}",
        "the term 'docker' is not recognized",
        'exec: …docker…: executable file not found',
        "could not run 'docker{.exe|}' command",
        "{unable to locate executable file|cannot find executable|cannot run program}…{'|}docker·",
        "no such file or directory: {'|}docker{'|}",
        'docker.errors.dockerexception',
        'error while fetching server api version',
        'cannot find docker',
      ],
      votes: { 'docker-not-running': 9 },
    },
    'client-verify': {
      label: 'Please verify if Docker client is installed and running',
      meaning: 'The sentence of az for a missing client.',
      scope: 'acr',
      votes: { 'docker-not-running': 6 },
    },
    'expose-token-advice': {
      label: 'which does not require Docker to be installed',
      meaning: 'The advice of az that follows a missing client or daemon.',
      scope: 'acr',
      votes: { 'docker-not-running': 3 },
    },
    'cloud-shell-refusal': {
      label: 'not supported in Azure Cloud Shell',
      meaning: 'az refuses to look for a daemon in Cloud Shell.',
      find: [
        'requires running the docker daemon…{not supported|cloud shell}',
        'docker daemon…not supported in azure cloud shell',
      ],
      symptom: 'cloud-shell',
      scope: 'acr',
      votes: { 'cloud-shell-no-daemon': 14 },
    },
    'client-too-old': {
      label: 'client version is too old. Minimum supported API version is',
      meaning: 'The daemon refuses an old client.',
      find: [
        'client version ….… is too old',
        'minimum supported api version is',
        'client is {older|newer} than server',
      ],
      symptom: 'docker-outdated',
      votes: { 'docker-too-old': 12 },
    },
    'client-version-old': {
      label: 'Docker version below 18.03',
      meaning: 'A version line of a client older than the registry needs.',
      find: [
        /docker version:? ?'?(?:docker version )?(?:1\.\d\d?|17\.\d\d|18\.0[12])\.\d/,
        /\bdocker (?:ce |engine |client )?(?:1\.[4-9]|1\.1\d|17\.\d\d)\b/,
        /(?:client:|docker engine - community)\nversion: (?:1\.\d\d?|17\.\d\d|18\.0[12])\./,
      ],
      symptom: 'docker-outdated',
      votes: { 'docker-too-old': 5 },
    },
  },
);
