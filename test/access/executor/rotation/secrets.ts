import { entra } from '../../../../sandbox/entra/entra.js';
import { secretsOf } from '../../../../sandbox/entra/secrets.js';
import type { Sandbox } from '../../../../sandbox/open.js';
import { adminPasswords, tokenPasswords } from '../../../../sandbox/registry/passwords.js';
import { registryService } from '../../../../sandbox/registry/registry.js';
import type { RenewedSecret } from '../../../../src/access/request.js';
import { ask } from '../../../sandbox/raw.js';

/** The three kinds of secrets that are made new, as the world has them, and whether they open anything. */

export const day = 24 * 3_600_000;
export const validMs = 90 * day;

/** A call that writes, as faults and the audit of the world know it. */
export interface Call {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly operation: string;
}

export interface Kind {
  readonly secret: (sandbox: Sandbox) => RenewedSecret;
  readonly validMs: number | null;
  /** Name in the vault. */
  readonly inVault: string | RegExp;
  /** The one that is in use. */
  readonly old: string;
  readonly user: (sandbox: Sandbox) => string;
  readonly make: Call;
  /** What makes one worthless, and the how many-th call of the kind that is when one was made before. */
  readonly spoil: Call & { readonly first: number };
}

const registry = 'Microsoft.ContainerRegistry/registries';
const arm = { host: 'management.azure.com', method: 'POST' };
const graph = { host: 'graph.microsoft.com', method: 'POST' };
const admin = {
  ...{ ...arm, path: '*/regenerateCredential' },
  operation: `${registry}/regenerateCredential/action`,
};
const token = {
  ...{ ...arm, path: '*/generateCredentials' },
  operation: `${registry}/generateCredentials/action`,
};

export const put: Call = {
  ...{ host: 'delivery.vault.azure.net', method: 'PUT', path: '/secrets/*' },
  operation: 'SecretSet',
};
export const disable: Call = { ...put, method: 'PATCH', operation: 'SecretUpdate' };
export const tokenName = 'ci-pull';

export const kinds = {
  'admin password': {
    secret: () => ({ kind: 'admin-password', renew: 'password2' }),
    validMs: null,
    inVault: 'acr-contoso-admin',
    old: 'sandbox-contoso-admin-password',
    user: () => 'contoso',
    make: admin,
    spoil: { ...admin, first: 2 },
  },
  'token password': {
    secret: () => ({ kind: 'repository-token-password', token: tokenName, renew: 'password2' }),
    validMs,
    inVault: 'acr-contoso-token-ci-pull',
    old: 'sandbox-contoso-ci-pull-password1',
    user: () => tokenName,
    make: token,
    spoil: { ...token, first: 2 },
  },
  'client secret': {
    secret: (sandbox) => {
      const { objectId, clientId: appId, secrets } = pipelineOf(sandbox);
      return { kind: 'client-secret', objectId, appId, retire: secrets[0]?.keyId ?? '' };
    },
    validMs,
    inVault: /^acr-contoso-app-[0-9a-f-]{36}$/,
    old: 'fake-old',
    user: (sandbox) => pipelineOf(sandbox).clientId,
    make: { ...graph, path: '*/addPassword', operation: 'Add password to application' },
    spoil: {
      ...{ ...graph, path: '*/removePassword', first: 1 },
      operation: 'Remove password from application',
    },
  },
} as const satisfies Readonly<Record<string, Kind>>;
export type KindName = keyof typeof kinds;
export const kindNames: readonly KindName[] = ['admin password', 'token password', 'client secret'];

export function pipelineOf(sandbox: Sandbox) {
  const found = sandbox.world().servicePrincipals.get('pipeline');
  if (found === undefined) throw new Error('another world');
  return found;
}

/** Names of the pipeline's client secrets, as Entra has them now. */
export function clientSecrets(
  sandbox: Sandbox,
): readonly { readonly name: string; readonly keyId: string }[] {
  return secretsOf(pipelineOf(sandbox), sandbox.world());
}

/** The value of the newest secret, as only Azure knows it. */
export function newest(sandbox: Sandbox, kind: KindName): string {
  const world = sandbox.world();
  const registry = world.registries.get('contoso');
  if (registry === undefined) throw new Error('another world');
  const last = {
    'admin password': adminPasswords(registry, world).at(-1),
    'token password': tokenPasswords(registry, tokenName, world).at(-1),
    'client secret': secretsOf(pipelineOf(sandbox), world).at(-1),
  }[kind];
  return last?.value ?? '';
}

/** How often the world saw a write that it carried out. */
export function countOf(sandbox: Sandbox, { operation }: Call): number {
  return sandbox.audit().filter((it) => it.operation === operation).length;
}

/** Whether a registry lets somebody in: by what `docker login` sends, and for a token; where there is Entra, by that too. */
export async function opens(sandbox: Sandbox, kind: KindName, password: string): Promise<boolean> {
  const user = kinds[kind].user(sandbox);
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const headers = { headers: { authorization } };
  const registry = (path: string) =>
    ask(registryService, sandbox.world(), `https://contoso.azurecr.io${path}`, headers);
  const scope = 'service=contoso.azurecr.io&scope=repository:team/app:pull';
  const answers = [await registry('/v2/'), await registry(`/oauth2/token?${scope}`)];
  if (kind === 'client secret') answers.push(await entraToken(sandbox, user, password));
  const [status, ...others] = answers.map((it) => it.status);
  if (others.some((it) => it !== status) || (status !== 200 && status !== 401)) {
    throw new Error(`some let ${kind} in, some do not: ${[status, ...others]}`);
  }
  return status === 200;
}

function entraToken(sandbox: Sandbox, client_id: string, client_secret: string) {
  const { tenant } = pipelineOf(sandbox);
  const scope = 'https://management.azure.com/.default';
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope });
  const url = `https://login.microsoftonline.com/${tenant.id}/oauth2/v2.0/token`;
  return ask(entra, sandbox.world(), url, { method: 'POST', body: body.toString() });
}
