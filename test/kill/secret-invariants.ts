import { secretsOf } from '../../sandbox/entra/secrets.js';
import { adminPasswords, tokenPasswords } from '../../sandbox/registry/passwords.js';
import { clientSecretName } from '../../src/access/executor/rotation/make-client-secret.js';
import type { Ledger } from '../../src/access/ledger.js';
import type { RenewedSecret } from '../../src/access/request.js';
import { application, registry } from './asking.js';
import { fetched } from './bot.js';
import { type Ground, inside, reading } from './ground.js';
import { inState, same, toldOf, trailOf, type Wrong } from './trail.js';

type Ids = readonly string[];

/** What of a secret works in Azure now. */
interface InAzure {
  readonly fresh: readonly string[];
  readonly old: readonly string[];
}

/** n approvals, n new secrets: the one version that the vault gives out is what works, and the old one works, too. */
export function vaultHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return reading(ground, async (ledger) => [
    ...(await rotationHolds(ground, ledger, ids)),
    ...(await each(ids, async (id) => {
      const { fresh } = await inAzure(ground, ledger, id);
      return same(`what the vault gives out of ${id}`, inVault(ground, id), fresh);
    })),
  ]);
}

/** The same, where the page shows what works, to the one who asked. */
export async function pageHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  const wrong = await reading(ground, (ledger) => rotationHolds(ground, ledger, ids));
  const shown = await inside(ground, async (bot) => {
    const values = new Map<string, string | null>();
    for (const id of ids) values.set(id, await fetched(bot, id));
    return values;
  });
  const compared = await reading(ground, (ledger) =>
    each(ids, async (id) => {
      const { fresh } = await inAzure(ground, ledger, id);
      return same(`what the page shows of ${id}`, [shown.get(id) ?? 'nothing'], fresh);
    }),
  );
  return [...wrong, ...compared];
}

/** Shown at most once, used up in any case, and whoever was not shown it hears of that. */
export function fetchHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  const shown = ground.chat.told.filter((it) => it.startsWith('shown '));
  return reading(ground, async (ledger) => [
    ...(await trailOf(ledger, { 'rotation.made': ids, 'secret.claimed': ids })),
    ...(await inState(ledger, ids, 'rotated')),
    ...toldOf(ground, 'alert', ids),
    ...(await each(ids, async (id) => {
      const { fresh } = await inAzure(ground, ledger, id);
      const values = shown.filter((it) => it.startsWith(`shown ${id} `)).map((it) => it.split(' ')[2] ?? '');
      if (values.length === 0) return [];
      return same(`what ${id} was shown`, values, fresh);
    })),
    // Of one, as its process died on the way.
    ...(shown.length < ids.length - 1 ? [`${shown.length} were shown of ${ids.length}`] : []),
  ]);
}

/** The old ones work no more; the new ones are those that were delivered. */
export function retireHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  const once = { 'rotation.confirmed': ids, 'retirement.begun': ids, 'retirement.done': ids };
  return reading(ground, async (ledger) => [
    ...(await trailOf(ledger, { 'rotation.made': ids, ...once })),
    ...(await inState(ledger, ids, 'retired')),
    ...toldOf(ground, 'retired', ids),
    ...(await each(ids, async (id) => {
      const { fresh, old } = await inAzure(ground, ledger, id);
      return [
        ...same(`what works of ${id}`, fresh, [before(ground, id)]),
        ...same(`what the vault gives out of ${id}`, inVault(ground, id), fresh),
        ...(old.includes(before(ground, `old ${id}`)) ? [`the old one of ${id} works`] : []),
      ];
    })),
  ]);
}

/** Nobody came for the new ones: they work no more, and whoever is to hear of that does. */
export async function discardHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return [...(await worthless(ground, ids, 'secret.unclaimed')), ...toldOf(ground, 'alert', ids)];
}

/** Nobody trusts the new ones. */
export function abandonHolds(ground: Ground, ids: Ids): Promise<Wrong> {
  return worthless(ground, ids, 'secret.abandoned');
}

/** The new ones work no more, and cannot be had; the old ones do. */
async function worthless(ground: Ground, ids: Ids, why: string): Promise<Wrong> {
  const wrong = await reading(ground, async (ledger) => [
    ...(await trailOf(ledger, { 'rotation.made': ids, [why]: ids, 'secret.discarded': ids })),
    ...(await inState(ledger, ids, 'void')),
    ...toldOf(ground, 'void', ids),
    ...(await each(ids, async (id) => {
      const { fresh, old } = await inAzure(ground, ledger, id);
      return [
        ...same(`the old one of ${id}`, old, [before(ground, `old ${id}`)]),
        ...(fresh.includes(before(ground, id)) ? [`the new one of ${id} works`] : []),
      ];
    })),
  ]);
  const left = await inside(ground, async (bot) => Promise.all(ids.map((id) => fetched(bot, id))));
  return [
    ...wrong,
    ...same(
      'what pages still show',
      left.filter((it) => it !== null),
      [],
    ),
  ];
}

/** Keeps the values of secrets that have just been made, for those who look at them in the end. */
export function rememberSecrets(ground: Ground, ids: Ids): Promise<void> {
  return reading(ground, async (ledger) => {
    for (const id of ids) {
      const { fresh, old } = await inAzure(ground, ledger, id);
      ground.before.set(id, fresh.join());
      ground.before.set(`old ${id}`, old.join());
    }
  });
}

async function rotationHolds(ground: Ground, ledger: Ledger, ids: Ids): Promise<Wrong> {
  const once = { 'request.approved': ids, 'rotation.begun': ids, 'rotation.made': ids };
  return [
    ...(await trailOf(ledger, once)),
    ...(await inState(ledger, ids, 'rotated')),
    ...toldOf(ground, 'rotated', ids),
    ...(await each(ids, async (id) => {
      const { old } = await inAzure(ground, ledger, id);
      return same(`the old one of ${id}`, old, [firstOf(id)]);
    })),
  ];
}

/** Of an application each secret is one of these, so that there is none that belongs to nobody. */
async function inAzure({ sandbox }: Ground, ledger: Ledger, id: string): Promise<InAzure> {
  const spec = (await ledger.request(id))?.spec;
  if (spec?.kind !== 'rotation') throw new Error(`${id} is about no secret`);
  const world = sandbox.world();
  const at = world.registries.get(registry);
  const app = world.servicePrincipals.get(application);
  if (at === undefined || app === undefined) throw new Error('another world');
  const { secret } = spec;
  switch (secret.kind) {
    case 'admin-password':
      return split(adminPasswords(at, world), secret);
    case 'repository-token-password':
      return split(tokenPasswords(at, secret.token, world), secret);
    case 'client-secret': {
      const all = secretsOf(app, world);
      const fresh = all.filter(({ name }) => name === clientSecretName(id));
      const old = all.filter((it) => !fresh.includes(it));
      return { fresh: fresh.map((it) => it.value ?? ''), old: old.map((it) => it.value ?? '') };
    }
  }
}

function split(
  slots: readonly { readonly slot: string; readonly value: string }[],
  { renew }: Exclude<RenewedSecret, { kind: 'client-secret' }>,
): InAzure {
  const valuesOf = (isFresh: boolean) =>
    slots.filter(({ slot }) => (slot === renew) === isFresh).map(({ value }) => value);
  return { fresh: valuesOf(true), old: valuesOf(false) };
}

/** Values that the vault gives out for a request. */
function inVault({ sandbox }: Ground, id: string): readonly string[] {
  const all = [...sandbox.world().ledger.vaultSecrets.values()].flatMap(({ versions }) => versions);
  return all.filter(({ enabled, tags }) => enabled && tags['request'] === id).map(({ value }) => value);
}

/** As the world has them when it begins. */
function firstOf(id: string): string {
  if (id === 'secret-application') return 'fake-old';
  const owner = id.slice('secret-'.length);
  return `sandbox-${registry}-${owner}-${owner === 'admin' ? 'password' : 'password1'}`;
}

function before(ground: Ground, what: string): string {
  return ground.before.get(what) ?? 'unknown';
}

async function each(ids: Ids, look: (id: string) => Promise<Wrong>): Promise<Wrong> {
  return (await Promise.all(ids.map(look))).flat();
}
