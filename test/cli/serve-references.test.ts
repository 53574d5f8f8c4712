import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { tempTree } from '../support/temp.js';
import { doctor } from './doctor/ground.js';
import { Serving } from './serving.js';

const LONG = 60_000;

/** Secrets in files, one of which everybody can read. */
function files() {
  const root = tempTree({ token: `${BOT_TOKEN}\n`, signing: SIGNING_SECRET, store: 'sqlite::memory:\n' });
  chmodSync(join(root, 'token'), 0o600);
  chmodSync(join(root, 'store'), 0o600);
  chmodSync(join(root, 'signing'), 0o644);
  return {
    root,
    env: {
      SLACK_BOT_TOKEN: `file:${root}/token`,
      SLACK_SIGNING_SECRET: `file:${root}/signing`,
      STORE: `file:${root}/store`,
      SLACK_WORKSPACES: TEAM,
    },
  };
}

test('the bot starts with secrets out of files, and prints none', { timeout: LONG }, async () => {
  const fake = await FakeSlack.start();
  onTestFinished(() => fake.close());
  const { root, env } = files();
  const serving = new Serving({ ...env, SLACK_API_URL: `${fake.server.origin}/api/` });
  await serving.url();
  expect(fake.server.callsOf('auth.test')).toHaveLength(1);
  expect(serving.err).toContain(`SLACK_SIGNING_SECRET: everybody on this machine can read ${root}/signing`);
  expect(serving.err).not.toContain(`${root}/token`);
  for (const secret of [BOT_TOKEN, SIGNING_SECRET]) {
    expect(serving.err + JSON.stringify(serving.log)).not.toContain(secret);
  }
});

test('it does not start without one, and says which, where, and what to do', { timeout: LONG }, async () => {
  const { env } = files();
  const lost = new Serving({
    ...env,
    SLACK_BOT_TOKEN: 'file:/does/not/exist',
    LINK_CLIENT_SECRET: 'file:CANARY',
    DELIVERY_KEY: 'keyvault:https://bot.vault.azure.net/secrets/key',
  });
  expect(await lost.ended()).toBe(64);
  expect(lost.err).toContain('SLACK_BOT_TOKEN (/does/not/exist): There is no such file.');
  expect(lost.err).toContain('LINK_CLIENT_SECRET (file:): Write file:/PATH');
  expect(lost.err).toContain(
    'DELIVERY_KEY (https://bot.vault.azure.net/secrets/key): A Key Vault is asked as',
  );
  expect(lost.err).not.toContain('CANARY');
});

test('doctor says of each whether it can be read, and prints none', { timeout: LONG }, async () => {
  const { root, env } = files();
  const { out } = await doctor({ ...env, LINK_CLIENT_SECRET: 'file:/does/not/exist' }, { json: true });
  const found = (id: string) =>
    JSON.parse(out)
      .findings.filter((it: { id: string }) => it.id === id)
      .map((it: { about: string }) => it.about);
  expect(found('config.reference').sort()).toEqual(['SLACK_BOT_TOKEN', 'STORE']);
  expect(found('config.reference-open')).toEqual(['SLACK_SIGNING_SECRET']);
  expect(found('config.reference-unresolved')).toEqual(['LINK_CLIENT_SECRET']);
  expect(found('config.wrong-form')).toEqual([]);
  expect(out).toContain(`${root}/token`);
  for (const secret of [BOT_TOKEN, SIGNING_SECRET]) expect(out).not.toContain(secret);
});
