import type { RequestableRole } from '../policy/roles.js';
import type { CustomRole } from './custom-role.js';
import type { Deployment, Granting } from './deployment.js';
import { readerRole } from './reader-role.js';
import { rotatorRoles, vaultRole } from './rotator-roles.js';
import {
  assignGrantor,
  assignPermission,
  assignRole,
  assignVault,
  defineRoles,
  ownApplication,
  prepare,
} from './shell.js';

/** The page beside the files: every line that grants a right, why, and the commands. English, as Azure's words are. */
export function deploymentPage(deployment: Deployment): string {
  return [
    '# Rights of the identities of acr-help',
    '',
    'Made by `acr-help policy deploy` from a policy; do not change it by hand. `policy deploy --check` says whether it is',
    'what the policy says now.',
    '',
    `Policy (SHA-256): \`${deployment.policyHash}\``,
    '',
    'Three identities, each a managed identity or a service principal of its own; one that is taken over can do what stands',
    'here and no more. The registration with which the bot talks to Teams has no rights in Azure at all.',
    '',
    ...shell(prepare(deployment)),
    ...reader(deployment),
    ...grantor(deployment),
    ...rotator(deployment),
    '## After a change of the policy',
    '',
    'Make the files again, `az role definition update --role-definition @FILE` for roles that have changed, and assign again',
    'where a condition has. Where a role is taken out of the policy, wait with the new condition until what was given of it',
    'has ended: with it Azure does not let the bot remove that role either.',
    '',
    'At its start, and each hour, the bot looks at what the identities may do. With more than this it does not become ready,',
    'says so, and gives nothing.',
    '',
  ].join('\n');
}

function reader({ scopes }: Deployment): readonly string[] {
  return [
    '## The identity that reads',
    '',
    `\`${readerRole.file}\`, assigned on the subscriptions of the registries:`,
    '',
    ...rights(readerRole),
    'Not in it: `listCredentials/action`, which shows passwords of the admin user; anything that writes; images. For images',
    '(`AZURE_DATA_READER`) add `Container Registry Repository Reader`, or `AcrPull` in the mode without ABAC.',
    '',
    'In Microsoft Graph: `User.Read.All` and `GroupMember.Read.All` (who somebody is, and in which groups, when they ask and',
    "approve), `Application.Read.All` (ends of client secrets, and who owns an application; never a secret's value).",
    '',
    ...shell([
      ...defineRoles([readerRole]),
      ...assignRole('READER', readerRole, scopes),
      '',
      ...assignPermission('READER', ['User.Read.All', 'GroupMember.Read.All', 'Application.Read.All']),
    ]),
  ];
}

function grantor({ grantings }: Deployment): readonly string[] {
  const giving = grantings.filter((it) => it.condition !== null);
  if (giving.length === 0) return [];
  return [
    '## The identity that gives roles',
    '',
    'The built-in role `Role Based Access Control Administrator` on each registry, with a condition: it may add an assignment',
    '(`roleAssignments/write`, judged by what is asked for, `@Request`) and remove one (`roleAssignments/delete`, judged by what',
    'is there, `@Resource`) only where role and kind of identity are among those below. Not `Owner`, `AcrDelete` or this role',
    'itself, not to a group, not on another scope: Azure refuses. The rest of that role is `*/read` on the registry, which',
    'in the mode without ABAC includes pulling, and `Microsoft.Support/*`.',
    '',
    ...giving.flatMap(given),
  ];
}

function given({ entry, query, offer, condition }: Granting): readonly string[] {
  const line = (whom: string, roles: readonly RequestableRole[]) =>
    roles.length === 0 ? [] : [`| ${whom} | ${roles.map((role) => `\`${role}\``).join(', ')} |`];
  return [
    `### Registries of \`${entry.name}\`: \`${condition}\``,
    '',
    '| to | roles |',
    '| --- | --- |',
    ...line('people (`User`)', offer.User),
    ...line('applications and managed identities (`ServicePrincipal`)', offer.ServicePrincipal),
    '',
    ...shell(assignGrantor(entry, query, condition ?? '')),
  ];
}

function rotator({ roles, grantings, vaults, clientSecrets }: Deployment): readonly string[] {
  const rotating = grantings.filter((it) => it.rotated.length > 0);
  if (rotating.length === 0) return [];
  const kinds = (['admin-password', 'repository-token-password'] as const).filter((kind) =>
    roles.includes(rotatorRoles[kind]),
  );
  return [
    '## The identity that makes secrets new',
    '',
    ...kinds.flatMap((kind) => {
      const on = rotating.filter(({ rotated }) => rotated.includes(kind));
      const role = rotatorRoles[kind];
      return [
        `\`${role.file}\`, assigned on the registries of ${on.map(({ entry }) => `\`${entry.name}\``).join(', ')}:`,
        '',
        ...rights(role),
        ...shell([
          ...defineRoles([role]),
          ...on.flatMap(({ entry, query }) => assignRole('ROTATOR', role, { entry, query })),
        ]),
      ];
    }),
    ...(vaults.length === 0
      ? []
      : [
          `\`${vaultRole.file}\`, assigned on each vault to which new secrets go:`,
          '',
          ...rights(vaultRole),
          'Not in it: `getSecret/action`. Nobody can read with this identity what it has put there.',
          '',
          ...shell([...defineRoles([vaultRole]), ...vaults.flatMap((url) => assignVault(vaultRole, url))]),
        ]),
    ...(clientSecrets
      ? [
          'Client secrets: the permission `Application.ReadWrite.OwnedBy` in Microsoft Graph, and the identity must be an owner',
          'of exactly those applications whose secrets it may make new. Never `Application.ReadWrite.All`: with it, it could',
          'become any application of the tenant. An owner may change everything about an application, so name no other ones.',
          '',
          ...shell([
            ...assignPermission('ROTATOR', ['Application.ReadWrite.OwnedBy']),
            '',
            ...ownApplication(),
          ]),
        ]
      : []),
  ];
}

function rights({ actions, dataActions }: CustomRole): readonly string[] {
  return [
    '| right | for |',
    '| --- | --- |',
    ...[...actions, ...dataActions].map(({ action, why }) => `| \`${action}\` | ${why} |`),
    '',
  ];
}

function shell(lines: readonly string[]): readonly string[] {
  return ['```sh', ...lines, '```', ''];
}
