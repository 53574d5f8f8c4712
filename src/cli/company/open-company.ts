import { createSecretKey, randomBytes } from 'node:crypto';
import { Desk } from '../../../adapters/desk/desk.js';
import { tellOn } from '../../../adapters/desk/requests/telling.js';
import { ProgramPlatform } from '../../../adapters/terminal/company.js';
import type { Conversations } from '../../../adapters/terminal/program-loop.js';
import { publicCloud } from '../../azure/clouds.js';
import type { Person } from '../../chat/person.js';
import { silent } from '../../observe/log.js';
import { noTelemetry } from '../../observe/telemetry.js';
import { snippetsOnly } from '../../probe/means.js';
import { openStore } from '../../store/open.js';
import { accessOn } from '../bot/access.js';
import { type AzureGround, looksOn } from '../bot/azure.js';
import { policyIn } from '../bot/policy.js';
import type { Sandbox } from '../world-file.js';
import { Browser } from './browser.js';

/** Far more than a program can be waiting for; a request that never settles is a defect. */
const MOST_JOBS = 10_000;
/** Never used: the identities that write are the world's. */
const unused = { kind: 'azure-cli', tenant: null } as const;

/** A world with a policy: people who ask, people who approve, and the bot between them. */
export interface Company {
  readonly conversations: Conversations;
  readonly close: () => Promise<void>;
}

/**
 * The bot as it serves, with a program for a chat platform and a world for Azure. What is stored is in memory.
 *
 * @param policyFile path
 * @throws PolicyRefused
 */
export async function openCompany(sandbox: Sandbox, policyFile: string): Promise<Company> {
  const policy = await policyIn(policyFile);
  const now = () => sandbox.now().getTime();
  const store = await openStore('sqlite::memory:', silent);
  const ground: AzureGround = {
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credential: sandbox.botCredential(),
    grantor: sandbox.writerCredential('grantor'),
    rotator: sandbox.writerCredential('rotator'),
    subscriptions: null,
    readsData: sandbox.botReadsData(),
    now: sandbox.now,
    browserAuthority: null,
  };
  const deliveryKey = createSecretKey(randomBytes(32));
  const settings = {
    access: ground.grantor && { grantor: unused },
    rotation: ground.rotator && { rotator: unused },
    deliveryKey,
  };
  const access = accessOn(settings, policy, ground, store, silent, now, null, true);
  const platform = new ProgramPlatform();
  const { surface } = platform;
  const browser = new Browser(store.ledger, deliveryKey, now);
  const desk: Desk = new Desk({
    ...{ store, log: silent, telemetry: noTelemetry, now, requests: access?.requests ?? null },
    surfaceOf: () => surface,
    surfaceIf: () => surface,
    ...looksOn(ground, policy),
    linkUrl: null,
    approveUrl: async (_person, _name, _language, about) => browser.approveUrl(about),
    secretUrl: (request) => browser.secretUrl(request),
    wake: () => {},
    probe: { ...snippetsOnly, command: true },
    handoverTo: {},
    newTicket: () => randomBytes(16).toString('base64url'),
  });
  const executor = access?.executor(tellOn(desk.office)) ?? null;
  const settle = async (): Promise<void> => {
    await store.ledger.expire(now());
    for (let jobs = 0; jobs < MOST_JOBS && (await executor?.runOnce()); ) jobs++;
  };
  const tenant = sandbox.world().asks.tenant.id;
  const personOf = (name: string): Person => ({
    ...{ platform: 'terminal', tenant, id: name, guest: false },
    objectId: sandbox.objectIdOf(name),
  });
  return {
    conversations: platform.conversations({
      desk,
      personOf,
      settle,
      open: (as, url) => browser.open(personOf(as), url, desk.office),
    }),
    close: () => store.close(),
  };
}
