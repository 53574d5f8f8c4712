import type { User, World } from '../world/world.js';

/** A directory by its id, or by the domain that Microsoft gives it. */
export function tenantOf(name: string, world: World): { readonly id: string; readonly name: string } | null {
  const wanted = name.toLowerCase();
  const tenants = [...world.tenants.values(), world.bot.tenant];
  return tenants.find(({ id, name }) => id === wanted || `${name}.onmicrosoft.com` === wanted) ?? null;
}

/** User principal name. */
export function upnOf({ name, tenant }: User): string {
  return `${name}@${tenant.name}.onmicrosoft.com`;
}
