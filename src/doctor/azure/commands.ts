import type { CustomRole } from '../../access/deploy/custom-role.js';
import { readerRole } from '../../access/deploy/reader-role.js';
import { rotatorRoles, vaultRole } from '../../access/deploy/rotator-roles.js';
import type { RotatedSecret } from '../../access/policy/schema.js';
import type { Command } from '../finding.js';
import { quoted } from '../shell.js';
import type { Permission } from './permissions.js';

/** A role that carries a permission. `custom`: `policy deploy` writes it. */
export interface CarryingRole {
  readonly name: string;
  readonly custom: CustomRole | null;
}

/** Where something is missing. */
export interface MissingAt {
  /** Id in Resource Manager; of a vault its address. */
  readonly scope: string;
  /** Name of its entry in the policy. */
  readonly entry: string | null;
  /** What is made new there. */
  readonly rotated: readonly RotatedSecret[];
}

/** What a command is made of. */
export interface CommandParts {
  readonly permission: Permission;
  /** Object id of the identity. */
  readonly objectId: string;
  /** A person, where somebody is signed in with the Azure CLI. */
  readonly isUser: boolean;
  readonly missing: readonly MissingAt[];
  /** Path of the policy file; null: there is none. */
  readonly policy: string | null;
  readonly graphEndpoint: string;
}

/** Scopes that a command names; the others are like them. */
const most = 5;
const graphApp = '00000003-0000-0000-c000-000000000000';
const folder = 'deploy';

/** The role that carries a permission and as little more as there is; null for permissions in Microsoft Graph. */
export function carryingRole(
  { identity, at, kind, mode, name, for: features }: Permission,
  rotated: readonly RotatedSecret[],
  hasPolicy: boolean,
): CarryingRole | null {
  if (at === 'tenant') return null;
  const builtIn = (role: string): CarryingRole => ({ name: role, custom: null });
  const custom = (role: CustomRole): CarryingRole => ({ name: role.name, custom: role });
  if (at === 'vault') return custom(vaultRole);
  if (identity === 'grantor') return builtIn('Role Based Access Control Administrator');
  if (identity === 'rotator') {
    // Both of its roles have the rights of the check at the start; one of the two it needs there anyway.
    const kinds = (['admin-password', 'repository-token-password'] as const).filter(
      (kind) => rotated.includes(kind) && (features.includes(kind) || features.includes('self-check')),
    );
    return custom(rotatorRoles[kinds[0] ?? 'repository-token-password']);
  }
  if (mode === 'legacy') return builtIn('AcrPull');
  if (kind === 'data-action') {
    return builtIn(
      `Container Registry Repository ${name.endsWith('/catalog/read') ? 'Catalog Lister' : 'Reader'}`,
    );
  }
  return hasPolicy ? custom(readerRole) : builtIn('Reader');
}

/** Commands that give an identity what it lacks, with every value that is known. */
export function givingCommand(parts: CommandParts): Command {
  const { permission, policy } = parts;
  const rotated = parts.missing.flatMap((it) => it.rotated);
  const role = carryingRole(permission, rotated, policy !== null);
  if (role === null) return graphCommand(parts);
  const files =
    policy === null || (role.custom === null && permission.identity !== 'grantor')
      ? []
      : [`npm run -s acr-help -- policy deploy ${quoted(policy)} --out ${folder}`];
  const define =
    role.custom === null
      ? []
      : [`az role definition create --role-definition "@${folder}/${role.custom.file}"`];
  const scopes = scopesFor(parts);
  const assign = (shell: 'bash' | 'powershell') =>
    scopes.map(({ scope, entry }) =>
      assignment(parts, role.name, scope, condition(permission, entry, shell)),
    );
  return {
    bash: [...files, ...define, ...assign('bash')],
    powershell: [...files, ...define, ...assign('powershell')],
  };
}

/** The reader's own role stands on subscriptions, all others on the thing itself. */
function scopesFor({ permission, missing }: CommandParts): CommandParts['missing'] {
  const whole = permission.identity === 'reader' && !permission.for.includes('data-checks');
  const scopes = missing.map((it) =>
    whole ? { ...it, scope: it.scope.split('/').slice(0, 3).join('/') } : it,
  );
  return [...new Map(scopes.map((it) => [it.scope.toLowerCase(), it])).values()].slice(0, most);
}

function assignment(
  { objectId, isUser, permission }: CommandParts,
  role: string,
  scope: string,
  more: string,
): string {
  const on =
    permission.at === 'vault'
      ? `"$(az keyvault show --name ${vaultName(scope)} --query id --output tsv)"`
      : `"${scope}"`;
  const type = isUser ? 'User' : 'ServicePrincipal';
  return `az role assignment create --assignee-object-id "${objectId}" --assignee-principal-type ${type} --role "${role}" --scope ${on}${more}`;
}

function condition({ identity }: Permission, entry: string | null, shell: 'bash' | 'powershell'): string {
  if (identity !== 'grantor' || entry === null) return '';
  const file = `${folder}/grantor.${entry}.condition.txt`;
  const text = shell === 'bash' ? `"$(cat ${file})"` : `(Get-Content -Raw ${file})`;
  return ` --condition ${text} --condition-version 2.0`;
}

function vaultName(url: string): string {
  return url.replace(/^https:\/\/([^.]+)\..*$/, '$1');
}

/** An application permission with consent; the portal has no page for those of managed identities. */
function graphCommand({ permission, objectId, graphEndpoint }: CommandParts): Command {
  const show = `az ad sp show --id ${graphApp} --output tsv --query`;
  const role = `"appRoles[?value=='${permission.name}'].id"`;
  const url = `${graphEndpoint}/v1.0/servicePrincipals/${objectId}/appRoleAssignments`;
  const post = `az rest --method post --url "${url}" --body`;
  return {
    bash: [
      `graph=$(${show} id)`,
      `role=$(${show} ${role})`,
      `${post} "{\\"principalId\\":\\"${objectId}\\",\\"resourceId\\":\\"$graph\\",\\"appRoleId\\":\\"$role\\"}"`,
    ],
    powershell: [
      `$graph = ${show} id`,
      `$role = ${show} ${role}`,
      // Quotes within an argument do not reach az in every version of PowerShell; a file does.
      `@{principalId='${objectId}';resourceId=$graph;appRoleId=$role} | ConvertTo-Json | Set-Content body.json`,
      `${post} "@body.json"`,
    ],
  };
}
