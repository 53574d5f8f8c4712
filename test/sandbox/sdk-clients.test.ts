import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/open.js';
import { repository, tempTree } from '../support/temp.js';
import { running } from './network/running.js';

const exec = promisify(execFile);

/** What the Azure SDK, in a process of its own, sees of a world. */
async function seen(sandbox: Sandbox, { trusts = true, wrong = {} } = {}): Promise<unknown> {
  const bot = sandbox.botCredential();
  const contoso = sandbox.world().registries.get('contoso');
  if (bot?.kind !== 'client-secret' || contoso === undefined) throw new Error('no bot or no registry');
  const settings = {
    proxy: await sandbox.proxy('bot'),
    ...bot,
    subscription: contoso.subscription.id,
    resourceGroup: contoso.resourceGroup,
    registry: contoso.name,
    ...wrong,
  };
  const authority = join(tempTree({ 'ca.pem': sandbox.authority }), 'ca.pem');
  // Nothing else of the environment: a proxy in it would be one more way out.
  const env = trusts ? { NODE_EXTRA_CA_CERTS: authority } : {};
  const script = join(repository, 'test', 'sandbox', 'sdk-client.mjs');
  const { stdout } = await exec(process.execPath, [script, JSON.stringify(settings)], { env });
  return JSON.parse(stdout);
}

const world = {
  registry: { sku: 'Standard', adminUser: true },
  subscriptions: { prod: { tenant: 'contoso' }, hidden: { tenant: 'contoso', botReads: false } },
};

describe("Azure's own clients, unchanged, over TLS", { timeout: 120_000 }, () => {
  test('sign in, list the registries of a world and read one', async () => {
    expect(await seen(await running(world))).toEqual({
      listed: ['contoso'],
      loginServer: 'contoso.azurecr.io',
      sku: 'Standard',
      adminUserEnabled: true,
    });
  });

  test('are refused as Azure refuses them', async () => {
    const sandbox = await running(world);
    expect(await seen(sandbox, { wrong: { secret: 'another' } })).toEqual({
      failed: expect.objectContaining({
        name: 'AuthenticationRequiredError',
        message: expect.stringContaining('AADSTS7000215'),
      }),
    });
    expect(await seen(sandbox, { wrong: { registry: 'fabrikam' } })).toEqual({
      failed: expect.objectContaining({ name: 'RestError', code: 'ResourceNotFound', statusCode: 404 }),
    });
    const hidden = sandbox.world().subscriptions.get('hidden')?.id;
    expect(await seen(sandbox, { wrong: { subscription: hidden } })).toEqual({
      failed: expect.objectContaining({ code: 'AuthorizationFailed', statusCode: 403 }),
    });
  });

  test('reach nothing where they do not trust the sandbox', async () => {
    expect(await seen(await running(world), { trusts: false })).toEqual({
      failed: expect.objectContaining({ message: expect.stringContaining('network_error') }),
    });
  });
});
