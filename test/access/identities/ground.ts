import { onTestFinished } from 'vitest';
import { openSandbox, type Sandbox } from '../../../sandbox/open.js';
import { connectIdentities } from '../../../src/access/identities/connect.js';
import type { Identity } from '../../../src/access/identities/flaw.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import type { CredentialSpec } from '../../../src/azure/credential.js';
import type { LogFields } from '../../../src/observe/log.js';
import { worldText } from '../../sandbox/writes/lab.js';
import { policyWith } from '../deploy/policies.js';

/** The identities of the bot, looked at in a world over TLS. */

type Parts = NonNullable<Parameters<typeof worldText>[0]>;

/** What anybody needs who looks at their own rights. */
const looks = {
  actions: ['Microsoft.Authorization/roleAssignments/read', 'Microsoft.Authorization/roleDefinitions/read'],
};

/** A role that somebody holds, where, and with which condition. */
export type Given = readonly [role: string, scope?: string, condition?: string];

export interface Setting {
  readonly roles?: Partial<Readonly<Record<Identity, readonly Given[]>>>;
  /** Permissions in Microsoft Graph. */
  readonly graph?: Partial<Readonly<Record<Identity, readonly string[]>>>;
  readonly definitions?: Readonly<Record<string, object>>;
  readonly parts?: Parts;
}

/** Lets everything pass that may be asked for, to people and applications. */
export const everything = policyWith({
  requests: { all: { registries: ['contoso'], by: ['members'], for: ['self', 'service-principal'] } },
});

export async function openWorldWith({ roles = {}, graph = {}, definitions = {}, parts = {} }: Setting = {}) {
  const held = (['reader', 'grantor', 'rotator'] as const).flatMap((who) =>
    [['looks'] as Given, ...(roles[who] ?? [])].map(([role, scope = 'registry:contoso', condition], i) => [
      `${who}-${i}`,
      { principal: who, role, scope, ...(condition !== undefined && { condition }) },
    ]),
  );
  const principal = (who: Identity) => ({
    tenant: 'contoso',
    graph: graph[who] ?? [],
    secrets: { it: { value: `fake-${who}` } },
  });
  const text = worldText({
    ...parts,
    servicePrincipals: {
      reader: principal('reader'),
      grantor: principal('grantor'),
      rotator: principal('rotator'),
      pipeline: { tenant: 'contoso' },
      foreign: { tenant: 'contoso' },
      fresh: { tenant: 'contoso' },
    },
    roleDefinitions: { looks, ...definitions },
    roleAssignments: {
      // Instead of what the world gives them; a later entry of the same name wins.
      rotator: { principal: 'rotator', role: 'looks', scope: 'registry:contoso' },
      grantor: { principal: 'grantor', role: 'looks', scope: 'registry:contoso' },
      ...Object.fromEntries(held),
      ...parts.roleAssignments,
    },
  });
  const opened = await openSandbox(text);
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('\n'));
  onTestFinished(opened.sandbox.close);
  return opened.sandbox;
}

export function credentialOf(sandbox: Sandbox, who: Identity): CredentialSpec {
  const found = sandbox.world().servicePrincipals.get(who);
  if (found === undefined) throw new Error(`the world has no ${who}`);
  return {
    kind: 'client-secret',
    tenant: found.tenant.id,
    clientId: found.clientId,
    secret: `fake-${who}`,
  };
}

export function portsOn(sandbox: Sandbox, who: readonly Identity[] = ['reader', 'grantor', 'rotator']) {
  const spec = (identity: Identity) => (who.includes(identity) ? credentialOf(sandbox, identity) : null);
  return connectIdentities({
    network: sandbox.network('bot'),
    cloud: publicCloud,
    credentials: {
      reader: credentialOf(sandbox, 'reader'),
      grantor: spec('grantor'),
      rotator: spec('rotator'),
    },
    subscriptions: [...sandbox.world().subscriptions.values()].map(({ id }) => id),
  });
}

/** Collects what is logged. */
export function recorder() {
  const events: ({ readonly event: string; readonly level: string } & LogFields)[] = [];
  const at =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void events.push({ event, level, ...fields });
  return { events, log: { info: at('info'), warn: at('warn'), error: at('error') } };
}
