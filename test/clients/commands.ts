import { join } from 'node:path';
import { repository as root } from '../support/temp.js';

/** Commands by their names in the tables, in the order in which somebody would try them. */
export const commandNames = [
  'az login',
  'az acr show',
  'az acr login --expose-token',
  'az acr check-health',
  'az acr repository list',
  'docker login',
  'docker manifest inspect',
  'docker pull',
  'docker push',
  'skopeo login',
  'skopeo inspect',
  'skopeo copy (pull)',
  'skopeo copy (push)',
  'podman login',
  'podman pull',
  'containerd (CRI) pull',
  '@azure/container-registry',
] as const;
export type CommandName = (typeof commandNames)[number];

/** Where a command is aimed at, and who gives it. */
export interface Aim {
  readonly registry: string;
  readonly loginServer: string;
  readonly repository: string;
  readonly tag: string;
  readonly user: string;
  readonly password: string;
  /** Id of the directory. */
  readonly tenant: string;
  /** Folder of an image in the layout of OCI, to be pushed. */
  readonly image: string;
  /** Folder of a configuration of Docker in which somebody signed in before, with what was right then. */
  readonly earlierLogin: string;
  /** Folder that is empty. */
  readonly empty: string;
  /** Socket of containerd, where it runs. */
  readonly containerd: string;
}

/** One thing that a client is told to do. */
export interface ClientCommand {
  /** `dockerd`: the client of Docker, where there is a daemon too; `containerd`: a client of ours for the daemon. */
  readonly program: 'az' | 'docker' | 'dockerd' | 'skopeo' | 'podman' | 'containerd' | 'node';
  readonly args: (aim: Aim) => readonly string[];
  readonly stdin?: (aim: Aim) => string;
  readonly env?: (aim: Aim) => Readonly<Record<string, string>>;
  /** What must have gone well before, in the same home; else there is nothing to see. */
  readonly after?: CommandName;
  /** What is done before, and is not looked at. */
  readonly before?: (aim: Aim) => readonly string[];
}

const acr = (...args: string[]): ClientCommand => ({
  program: 'az',
  args: ({ registry }) => ['acr', ...args, '-n', registry],
  after: 'az login',
});
const credentials = ({ user, password }: Aim) => `${user}:${password}`;
const earlierLogin = (aim: Aim) => ({ DOCKER_CONFIG: aim.earlierLogin });
const imageOf = ({ loginServer, repository, tag }: Aim) => `${loginServer}/${repository}:${tag}`;
const login = (program: 'docker' | 'skopeo' | 'podman'): ClientCommand => ({
  program,
  args: ({ loginServer, user }) => ['login', '-u', user, '--password-stdin', loginServer],
  stdin: ({ password }) => password,
});

/** Commands as people give them. */
export const commands: Readonly<Record<CommandName, ClientCommand>> = {
  'az login': {
    program: 'az',
    args: ({ user, password, tenant }) => [
      ...['login', '--service-principal', '-u', user, '-p', password, '--tenant', tenant],
      ...['--allow-no-subscriptions', '-o', 'none'],
    ],
  },
  'az acr show': acr('show', '--query', 'loginServer', '-o', 'tsv'),
  'az acr login --expose-token': acr('login', '--expose-token', '--query', 'loginServer', '-o', 'tsv'),
  'az acr check-health': acr('check-health', '--yes', '--ignore-errors'),
  'az acr repository list': acr('repository', 'list', '-o', 'tsv'),
  'docker login': login('docker'),
  'docker manifest inspect': {
    program: 'docker',
    args: (aim) => ['manifest', 'inspect', imageOf(aim)],
    after: 'docker login',
  },
  'docker pull': { program: 'dockerd', args: (aim) => ['pull', imageOf(aim)], env: earlierLogin },
  'docker push': {
    program: 'dockerd',
    env: earlierLogin,
    before: (aim) => ['import', join(aim.image, 'layer.tar'), imageOf(aim)],
    args: (aim) => ['push', imageOf(aim)],
  },
  'skopeo login': login('skopeo'),
  'skopeo inspect': {
    program: 'skopeo',
    args: (aim) => ['inspect', '--creds', credentials(aim), `docker://${imageOf(aim)}`],
  },
  'skopeo copy (pull)': {
    program: 'skopeo',
    args: (aim) => [
      ...['copy', '--src-creds', credentials(aim), `docker://${imageOf(aim)}`],
      `dir:${join(aim.empty, 'skopeo')}`,
    ],
  },
  'skopeo copy (push)': {
    program: 'skopeo',
    args: (aim) => ['copy', '--dest-creds', credentials(aim), `oci:${aim.image}`, `docker://${imageOf(aim)}`],
  },
  'podman login': login('podman'),
  'podman pull': {
    program: 'podman',
    args: (aim) => ['pull', '--creds', credentials(aim), imageOf(aim)],
  },
  'containerd (CRI) pull': {
    program: 'containerd',
    args: (aim) => [
      join(root, 'test/clients/programs/pull-image.mjs'),
      ...[aim.containerd, imageOf(aim), aim.user],
    ],
    env: ({ password }) => ({ CLIENT_SECRET: password }),
  },
  '@azure/container-registry': {
    program: 'node',
    args: ({ loginServer, repository, tenant, user }) => [
      join(root, 'test/clients/programs/container-registry.mjs'),
      ...[loginServer, repository, tenant, user],
    ],
    env: ({ password }) => ({ CLIENT_SECRET: password }),
  },
};
