import type { DiagnosticSetting, Registry } from '../world/world.js';
import type { Operation } from './call.js';
import { ok } from './on-registry.js';
import { authorizationFailed, resourceNotFound } from './refusals.js';
import { may } from './rights.js';

const action = 'Microsoft.Insights/diagnosticSettings/read';
/** As the roles around registries spell it. */
const ofRegistry =
  'Microsoft.ContainerRegistry/registries/providers/Microsoft.Insights/diagnosticSettings/read';

function bodyOf({ id }: Registry, { name, workspace, categories }: DiagnosticSetting) {
  const groups = ['allLogs', 'audit'];
  return {
    id: `${id.toLowerCase()}/providers/microsoft.insights/diagnosticSettings/${name}`,
    type: 'Microsoft.Insights/diagnosticSettings',
    name,
    properties: {
      storageAccountId: null,
      workspaceId: workspace?.id ?? null,
      eventHubAuthorizationRuleId: null,
      eventHubName: null,
      metrics: [],
      logs: categories.map((category) => ({
        category: groups.includes(category) ? null : category,
        categoryGroup: groups.includes(category) ? category : null,
        enabled: true,
        retentionPolicy: { enabled: false, days: 0 },
      })),
    },
  };
}

/** Diagnostic settings of a registry (arm-api.md §4). */
export const diagnosticSettingOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.insights/diagnosticsettings',
    single: false,
    run: ({ caller, scope, world }) => {
      if (![action, ofRegistry].some((it) => may(caller, it, scope, world)))
        return authorizationFailed(caller, action, scope);
      const found = [...world.registries.values()].find(({ id }) => id.toLowerCase() === scope.toLowerCase());
      if (found === undefined) return resourceNotFound(scope, scope.split('/')[4] ?? '');
      return ok({ value: found.diagnostics.map((setting) => bodyOf(found, setting)) });
    },
  },
];
