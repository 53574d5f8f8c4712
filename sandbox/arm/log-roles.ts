import type { RoleDefinition } from './built-in-roles.js';

/** Built-in roles for logs, by name (RBAC built-in-roles/monitor.md). */
export const logRoles: Readonly<Record<string, RoleDefinition>> = {
  'Log Analytics Reader': {
    name: 'Log Analytics Reader',
    guid: '73c42c96-874c-492b-b04d-ab87d138a893',
    actions: [
      '*/read',
      'Microsoft.OperationalInsights/workspaces/analytics/query/action',
      'Microsoft.OperationalInsights/workspaces/search/action',
      'Microsoft.Support/*',
    ],
    notActions: ['Microsoft.OperationalInsights/workspaces/sharedKeys/read'],
    dataActions: [],
    notDataActions: [],
  },
};
