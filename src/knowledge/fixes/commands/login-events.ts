import type { Command } from '../placeholders.js';

/** Collecting the log of sign-ins, and reading it. PowerShell hands quotes on to `az` only where they are escaped. */
export const loginEventsCommands = {
  'login-events-collect': {
    bash: `az monitor diagnostic-settings create --name login-events --resource "{registryId}" --workspace "{workspaceResource}" --logs '[{"category":"ContainerRegistryLoginEvents","enabled":true}]'`,
    powershell: `az monitor diagnostic-settings create --name login-events --resource "{registryId}" --workspace "{workspaceResource}" --logs '[{\\"category\\":\\"ContainerRegistryLoginEvents\\",\\"enabled\\":true}]'`,
  },
  'login-events-grant': {
    bash: 'az role assignment create --role "Log Analytics Reader" --assignee {principalId} --scope "{workspaceResource}"',
  },
} as const satisfies Record<string, Command>;
