import type { RegistryEntry } from '../policy/policy.js';
import type { CustomRole } from './custom-role.js';
import type { Deployment } from './deployment.js';

/** Commands of the Azure CLI. Whatever stands in quotes here has passed the grammar of the policy. */

type Who = 'READER' | 'GRANTOR' | 'ROTATOR';
type Registries = { readonly entry: RegistryEntry; readonly query: string };

const wide = 'Role Based Access Control Administrator';
const graph = '00000003-0000-0000-c000-000000000000';

export function prepare({ scopes }: Deployment): readonly string[] {
  return [
    '# Object ids of the three identities, and the subscriptions in which registries are.',
    'READER=… GRANTOR=… ROTATOR=…',
    `SUBSCRIPTIONS="${scopes.map((scope) => scope.replace('/subscriptions/', '')).join(' ')}"`,
  ];
}

export function defineRoles(roles: readonly CustomRole[]): readonly string[] {
  return roles.map(({ file }) => `az role definition create --role-definition @${file}`);
}

/** On whole subscriptions, or on the registries of an entry. */
export function assignRole(
  who: Who,
  { name }: CustomRole,
  on: readonly string[] | Registries,
): readonly string[] {
  if (!('entry' in on))
    return loop('subscription', '$SUBSCRIPTIONS', [assignment(who, name, '/subscriptions/$subscription')]);
  return onEach(on.entry, on.query, [assignment(who, name, '$id')]);
}

export function assignGrantor(entry: RegistryEntry, query: string, condition: string): readonly string[] {
  const limited = `--condition "$(cat ${condition})" --condition-version 2.0`;
  return onEach(entry, query, [`${assignment('GRANTOR', wide, '$id')} \\`, `  ${limited}`]);
}

export function assignVault({ name }: CustomRole, url: string): readonly string[] {
  const vault = url.replace(/^https:\/\/([^.]+)\..*$/, '$1');
  return [assignment('ROTATOR', name, `$(az keyvault show --name ${vault} --query id --output tsv)`)];
}

/** Permissions in Microsoft Graph; the portal has no page for those of managed identities. */
export function assignPermission(who: Who, permissions: readonly string[]): readonly string[] {
  const show = `az ad sp show --id ${graph} --output tsv --query`;
  const url = `https://graph.microsoft.com/v1.0/servicePrincipals/$${who}/appRoleAssignments`;
  const body = ['principalId', 'resourceId', 'appRoleId'].map((key, i) => {
    const value = [`$${who}`, '$graph', '$role'][i];
    return `\\"${key}\\":\\"${value}\\"`;
  });
  return [
    `graph=$(${show} id)`,
    ...loop('permission', permissions.join(' '), [
      `role=$(${show} "appRoles[?value=='$permission'].id")`,
      `az rest --method post --url "${url}" \\`,
      `  --body "{${body.join(',')}}"`,
    ]),
  ];
}

export function ownApplication(): readonly string[] {
  return [
    '# For each application whose secrets may be made new; APP is its application id.',
    'az ad app owner add --id "$APP" --owner-object-id "$ROTATOR"',
  ];
}

function assignment(who: Who, role: string, scope: string): string {
  return `az role assignment create --assignee-object-id "$${who}" --assignee-principal-type ServicePrincipal --role "${role}" --scope "${scope}"`;
}

function onEach({ subscription }: RegistryEntry, query: string, lines: readonly string[]): readonly string[] {
  const ids = (of: string) => `$(az acr list --subscription ${of} --output tsv --query "${query}")`;
  return subscription === null
    ? loop('subscription', '$SUBSCRIPTIONS', loop('id', ids('"$subscription"'), lines))
    : loop('id', ids(subscription), lines);
}

function loop(name: string, over: string, lines: readonly string[]): readonly string[] {
  return [`for ${name} in ${over}; do`, ...lines.map((line) => `  ${line}`), 'done'];
}
