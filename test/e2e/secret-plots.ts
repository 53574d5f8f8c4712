import { APPROVERS, type Company, OWNERS, type Plot } from './company.js';
import type { Somebody } from './somebody.js';

/** With what a person can sign in who is asked for more than a password. */
const strong = { contexts: ['c1'] };

/** Of which kind the secret is, whose it is, and where the new one goes. */
interface Kind {
  readonly world: string;
  readonly registry: string;
  readonly asks: string;
  readonly secret: string;
  readonly delivery: string;
  readonly patch?: object;
}

/** The second password of a token is in use elsewhere; the first has run out. */
const token: Kind = {
  world: 'repo-token-password-wrong',
  registry: 'tailwindgoods',
  asks: 'rosa',
  secret: 'repository-token-password',
  delivery: 'https://teamvault.vault.azure.net',
  patch: {
    answers: { 'token-sign-in': 'fails' },
    vaults: { teamvault: { subscription: 'goods' } },
    registries: {
      tailwindgoods: {
        tokens: { 'ci-push': { passwords: { password2: { created: '-20d', expires: '+70d' } } } },
      },
    },
  },
};

/** An application whose second secret works; what was copied from it does not. */
const client: Kind = {
  world: 'sp-secret-invalid',
  registry: 'contosoasia',
  asks: 'liwei',
  secret: 'client-secret',
  delivery: 'one-time-page',
  patch: { servicePrincipals: { 'sp-asia-pull': { owners: ['liwei', 'rotator'] } } },
};

const admin: Kind = {
  world: 'admin-password-wrong',
  registry: 'litwaresites',
  asks: 'bruno',
  secret: 'admin-password',
  delivery: 'one-time-page',
};

const tenants: Readonly<Record<string, string>> = { rosa: 'tailwind', liwei: 'contoso', bruno: 'litware' };

/** A secret that can be made new, in a company where olga and rita approve – nora, too, but her password is all she has – and ines is an owner. */
function plotOf(kind: Kind, tier: number, more: Partial<Plot>): Plot {
  const { world, registry, asks, secret, delivery, patch = {} } = kind;
  const tenant = tenants[asks];
  const person = (group: string) => ({ tenant, groups: [group], ...strong });
  const users = {
    [asks]: strong,
    olga: person('approvers'),
    rita: person('approvers'),
    ines: person('owners'),
    nora: { ...person('approvers'), contexts: [] },
  };
  return {
    world,
    linked: [asks],
    patch: { ...patch, users },
    policy: {
      registries: {
        all: {
          match: [registry],
          discoverable: true,
          owners: [`group:${OWNERS}`],
          approvers: [`group:${APPROVERS}`],
        },
      },
      rotations: { all: { registries: ['all'], secrets: [secret], by: ['members'], tier, delivery } },
    },
    env: { APPROVAL_CONTEXT: 'c1' },
    ...more,
  };
}

type PlotFor = (tier: number, more?: Partial<Plot>) => Plot;
export const tokenPlot: PlotFor = (tier, more = {}) => plotOf(token, tier, more);
export const tokenOnPagePlot: PlotFor = (tier, more = {}) =>
  plotOf({ ...token, delivery: 'one-time-page' }, tier, more);
export const clientPlot: PlotFor = (tier, more = {}) => plotOf(client, tier, more);
export const adminPlot: PlotFor = (tier, more = {}) => plotOf(admin, tier, more);

/** Pastes, asks for a new secret, and approvers have their card. */
export async function askForSecret(
  company: Company,
  who: Somebody,
  values: Readonly<Record<string, string>>,
  label = 'Ask for a new secret',
): Promise<void> {
  const { paste, answers } = company.sandbox.world();
  await who.diagnose(paste, answers, label);
  await who.fill({ reason: 'the nightly workflow', ...values });
  await company.posted('the nightly workflow');
}
