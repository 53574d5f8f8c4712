import type { CredentialSpec } from '../src/azure/credential.js';
import type { Network } from '../src/azure/network.js';
import { Distribution } from './distribution/distribution.js';
import { findDistribution } from './distribution/process.js';
import { botSecret } from './entra/bot.js';
import { secretsOf } from './entra/secrets.js';
import { BrowserDoor } from './network/browser-door.js';
import { Certificates } from './network/certificates.js';
import { ConnectProxy } from './network/connect-proxy.js';
import type { ServiceAt } from './network/respond.js';
import { SideServer } from './network/server.js';
import { sideNetwork } from './network/side-network.js';
import { secretValues } from './secret-values.js';
import type { Side } from './service.js';
import { serviceAt } from './services.js';
import type { AuditEntry } from './world/ledger.js';
import { isLoaded, loadWorld } from './world/load.js';
import { describeProblem } from './world/problems.js';
import type { World } from './world/world.js';

/** A world that runs: Azure on loopback. */
export interface Sandbox {
  readonly world: () => World;
  /** Whether CNCF distribution keeps the images. */
  readonly distribution: boolean;
  /** Certificate (PEM) that clients must trust. */
  readonly authority: string;
  readonly network: (side: Side) => Network;
  /** The bot's own sign-in; null where the world gives it none. */
  readonly botCredential: () => CredentialSpec | null;
  /** The sign-in of the identity that writes for the bot; null where the world has none, or no secret of it is good. */
  readonly writerCredential: (writer: 'grantor' | 'rotator') => CredentialSpec | null;
  readonly botReadsData: () => boolean;
  /** Every write to Azure since the world began. */
  readonly audit: () => readonly AuditEntry[];
  /** Every secret that the world has or has had, to search for where none may be. */
  readonly secrets: () => readonly string[];
  readonly now: () => Date;
  /** Moves the clock of the world forward. */
  readonly advance: (milliseconds: number) => void;
  /** Object id of a person of the world who is linked; whoever is not named in it is the one who asks. */
  readonly objectIdOf: (person: string) => string | null;
  /** Makes a named change; tells what is wrong with it, and changes nothing then. */
  readonly apply: (change: string) => readonly string[];
  /** A way in for other programs, with the eyes of a side. */
  readonly proxy: (side: Side, port?: number) => Promise<string>;
  /** Origin at which a browser of this machine finds the sign-in page of the world. */
  readonly signInPage: (port?: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

export type Opened =
  | { readonly kind: 'open'; readonly sandbox: Sandbox }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] };

export interface SandboxOptions {
  /** Who answers at a host, for who wants to stand in between. */
  readonly at?: ServiceAt;
  /**
   * Whether images lie in CNCF distribution, so that pushes are kept and blobs are real; `if-present`: where this machine
   * has it, else as without.
   */
  readonly distribution?: boolean | 'if-present';
}

const NO_DISTRIBUTION =
  'docker-registry, as Debian names CNCF distribution, is not on the PATH of this machine';

/** Reads a world and starts it. Every mistake in it is told at once, with its line. */
export async function openSandbox(
  text: string,
  { at: services = serviceAt, distribution: wanted = false }: SandboxOptions = {},
): Promise<Opened> {
  const loaded = loadWorld(text);
  if (!isLoaded(loaded)) return { kind: 'mistakes', mistakes: loaded.map(describeProblem) };
  const program = wanted === false ? null : findDistribution();
  if (wanted === true && program === null) return { kind: 'mistakes', mistakes: [NO_DISTRIBUTION] };
  const distribution = program === null ? null : new Distribution(program);
  const at = distribution === null ? services : distribution.instead(services);
  let current = loaded;
  const world = () => current.world;
  const certificates = await Certificates.create();
  const servers: Record<Side, SideServer> = {
    person: await SideServer.start('person', world, certificates, at),
    bot: await SideServer.start('bot', world, certificates, at),
  };
  const doors: { close(): Promise<void> }[] = distribution === null ? [] : [distribution];
  const network = (side: Side) => sideNetwork(servers[side], world, certificates.authority);
  return {
    kind: 'open',
    sandbox: {
      world,
      distribution: distribution !== null,
      authority: certificates.authority,
      network,
      botCredential: () => credentialOf(world()),
      writerCredential: (writer) => writerOf(world().bot[writer], world()),
      botReadsData: () => world().bot.dataReader,
      audit: () => [...world().ledger.audit],
      secrets: () => secretValues(world()),
      now: () => world().now(),
      advance: (milliseconds) => current.clock.advance(milliseconds),
      objectIdOf: (person) => {
        const user = world().users.get(person) ?? world().asks;
        return user.linked ? user.id : null;
      },
      apply: (change) => {
        const next = current.apply(change);
        if (!isLoaded(next)) return next.map(describeProblem);
        current = next;
        return [];
      },
      proxy: async (side, port) => {
        const proxy = await ConnectProxy.start(network(side), port);
        doors.push(proxy);
        return proxy.url;
      },
      signInPage: async (port) => {
        const door = await BrowserDoor.start(world, serviceAt, port);
        doors.push(door);
        return door.url;
      },
      close: async () => {
        await Promise.all([...doors, ...Object.values(servers)].map((it) => it.close()));
      },
    },
  };
}

function writerOf(name: string | null, world: World): CredentialSpec | null {
  const writer = name === null ? undefined : world.servicePrincipals.get(name);
  const good = writer && secretsOf(writer, world).find(({ expires }) => !expires || expires > world.now());
  if (writer === undefined || !good?.value) return null;
  const { tenant, clientId } = writer;
  return { kind: 'client-secret', tenant: tenant.id, clientId, secret: good.value };
}

function credentialOf({ bot }: World): CredentialSpec | null {
  if (bot.signIn === 'none') return null;
  return { kind: 'client-secret', tenant: bot.tenant.id, clientId: bot.clientId, secret: botSecret };
}
