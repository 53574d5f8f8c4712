import type { Company, Plot } from './company.js';
import { APPROVERS } from './company.js';
import type { Somebody } from './somebody.js';

const approver = { tenant: 'contoso', groups: ['approvers'] };
const away = { host: 'management.azure.com', http: { status: 503 }, on: { path: '*/roleAssignments/*' } };

/** A build that lacks a role, as in the world of that name, in a company whose bot may give it. */
export function rolePlot(tier: number, more: Partial<Plot> = {}): Plot {
  return {
    world: 'role-missing',
    linked: ['dana'],
    patch: {
      users: { dana: approver, olga: approver, rita: approver, bob: { tenant: 'contoso' } },
      propagation: 300,
    },
    changes: {
      'azure-away': { faults: { away } },
      'olga-leaves': { users: { olga: { groups: [] } }, faults: { away: null } },
    },
    policy: {
      registries: {
        builds: { match: ['contosobuilds'], discoverable: true, approvers: [`group:${APPROVERS}`] },
      },
      requests: {
        images: {
          registries: ['builds'],
          by: ['members'],
          for: ['service-principal'],
          tier,
          maxDuration: '7d',
        },
      },
    },
    ...more,
  };
}

/** Pastes, asks for the role, and approvers have their card. */
export async function askForRole(company: Company, who: Somebody, label = 'Ask for the role'): Promise<void> {
  await who.diagnose(company.sandbox.world().paste, {}, label);
  await who.fill({ duration: '2', reason: 'nightly builds of the shop' });
  await company.posted('nightly builds of the shop');
}
