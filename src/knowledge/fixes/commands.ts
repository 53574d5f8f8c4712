import type { CheckId } from '../checks.js';
import { lookCommands } from './commands/checks.js';
import { credentialCommands } from './commands/credentials.js';
import { loginEventsCommands } from './commands/login-events.js';
import { networkCommands } from './commands/network.js';
import { permissionCommands } from './commands/permissions.js';
import { registryCommands } from './commands/registry.js';
import { signInCommands } from './commands/sign-in.js';
import { type Command, isShellSafe, type Placeholder, placeholderPattern } from './placeholders.js';

/** Every command that a fix or a check shows. A missing `powershell` means that bash and PowerShell agree. */
export const commands = {
  ...signInCommands,
  ...credentialCommands,
  ...permissionCommands,
  ...registryCommands,
  ...networkCommands,
  ...lookCommands,
  ...loginEventsCommands,
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** What a person runs to answer a check by hand; null where looking is enough. */
export const checkCommands: Readonly<Record<CheckId, CommandId | null>> = {
  'docker-daemon': 'docker-version',
  'docker-version': 'docker-version',
  'name-form': null,
  'registry-lookup': 'registry-lookup',
  'image-exists': 'tag-list',
  'image-platform': 'image-platforms',
  provider: 'provider-state',
  'management-rights': 'role-names',
  account: null,
  'image-reference': null,
  'entra-session': 'acr-login',
  'arm-audience': 'arm-audience-status',
  'sp-application': 'sp-show',
  'sp-secret-expiry': 'secret-expiry',
  'sp-sign-in': 'sp-sign-in',
  'admin-user': 'admin-status',
  'admin-password': 'docker-login-admin',
  'token-status': 'token-status',
  'token-password': 'token-expiry',
  'token-sign-in': 'docker-login-token',
  'scope-map': 'scope-map-show',
  'anonymous-pull': 'anonymous-status',
  'stored-credentials': 'stored-credentials',
  'permission-mode': 'permission-mode',
  'roles-legacy': 'role-list',
  'roles-abac': 'role-list-conditions',
  challenge: 'challenge',
  dns: 'dns-lookup',
  'private-endpoint': 'private-endpoint-list',
  connection: 'connect-verbose',
  'network-rules': 'network-rules-show',
  'data-endpoint': 'data-endpoint-connect',
  'pull-secret': 'pull-secret-show',
  'kubelet-role': 'kubelet-role',
  'managed-identity': 'identity-show',
  'federated-credential': 'federated-list',
  'content-state': 'content-state',
  'service-state': 'challenge',
  'health-check': 'check-health',
};

/** Values for the placeholders of commands and texts. Each passed the grammar of its kind. */
export type PlaceholderValues = Readonly<Partial<Record<Placeholder, string>>>;

/** A command with its values, ready to copy. */
export interface RenderedCommand {
  readonly bash: string;
  readonly powershell: string;
}

/** What stands for a value that isn't known. `$(…)` inside double quotes runs alike in bash and PowerShell. */
const fallbacks: PlaceholderValues = {
  registryId: '$(az acr show --name {registry} --query id --output tsv)',
};

/**
 * Puts values into a command or text. An unknown value appears as `<name>`. A value that a shell could read
 * as anything but a word counts as unknown: the grammars let none pass, and this is the last guard.
 */
export function fillPlaceholders(template: string, values: PlaceholderValues): string {
  const fill = (text: string): string =>
    text.replace(placeholderPattern, (_, name: string) => {
      // The pattern matches any word; a test holds all templates against the union.
      const placeholder = name as Placeholder;
      const value = values[placeholder];
      if (value !== undefined && isShellSafe(placeholder, value)) return value;
      const fallback = fallbacks[placeholder];
      return fallback === undefined ? `<${name}>` : fill(fallback);
    });
  return fill(template);
}

/** A command in both shells, with the values that are known. */
export function renderCommand(id: CommandId, values: PlaceholderValues): RenderedCommand {
  const command: Command = commands[id];
  return {
    bash: fillPlaceholders(command.bash, values),
    powershell: fillPlaceholders(command.powershell ?? command.bash, values),
  };
}
