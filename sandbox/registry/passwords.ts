import type { Registry } from '../world/world.js';

/**
 * Passwords that a world does not spell out. Obviously no secrets: anybody can work them out, and nothing but this
 * sandbox accepts them.
 */

/** Both passwords of the admin user: `sandbox-contoso-admin-password` and `…-password2`. */
export function adminPasswords({ name }: Registry): readonly string[] {
  return ['password', 'password2'].map((password) => `sandbox-${name.toLowerCase()}-admin-${password}`);
}

/** A repository token's password of a name: `sandbox-contoso-ci-password1`. */
export function tokenPassword({ name }: Registry, token: string, password: string): string {
  return `sandbox-${name.toLowerCase()}-${token}-${password}`;
}
