import type { AuthMethod, Environment } from '../vocabulary.js';
import type { CommandId } from './commands.js';

/** Methods where a Microsoft Entra identity signs in and `az acr login` hands its token to the client. */
export const entraMethods: readonly AuthMethod[] = [
  'individual-entra',
  'exposed-token',
  'service-principal',
  'managed-identity',
  'workload-federation',
];

/** Methods where a person or a script gives a user name and a password to the client. */
export const passwordMethods: readonly AuthMethod[] = ['service-principal', 'admin-user', 'repository-token'];

/** Signing in again, for who gives the client a secret instead of a token of `az acr login`. */
export const relogin = { 'service-principal': 'docker-relogin-sp' } as const satisfies Partial<
  Record<AuthMethod, CommandId>
>;

/** Places that sign in by themselves, from their settings: nobody types a command of Docker there. */
export const withoutShell: readonly Environment[] = ['kubernetes', 'azure-service'];
