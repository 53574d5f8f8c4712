import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifest, manifestFile } from '../../../adapters/slack/manifest.js';
import { repository } from '../../support/temp.js';

test('the file is what the code says: `npm run manifest:slack` writes it', () => {
  const file = readFileSync(join(repository, 'manifest', 'slack', 'manifest.json'), 'utf8');
  expect(JSON.parse(file)).toEqual(JSON.parse(manifestFile()));
});

test('the texts are within the limits of Slack', () => {
  const { display_information: shown, features } = manifest;
  expect(shown.name.length).toBeLessThanOrEqual(35);
  expect(shown.description.length).toBeLessThanOrEqual(140);
  expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
  expect(shown.long_description.length).toBeLessThanOrEqual(4_000);
  expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
  for (const { command, description, usage_hint } of features.slash_commands) {
    expect(command).toMatch(/^\/[a-z-]{1,31}$/);
    expect(description.length).toBeLessThanOrEqual(2_000);
    expect(usage_hint.length).toBeLessThanOrEqual(1_000);
  }
  for (const { name, callback_id, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(callback_id.length).toBeLessThanOrEqual(255);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

test('asks for the least', () => {
  expect([...manifest.oauth_config.scopes.bot].sort()).toEqual([
    'app_mentions:read',
    'chat:write',
    'commands',
    'files:read',
    'im:history',
    'im:read',
    'im:write',
    'users:read',
  ]);
  expect(manifest.settings.event_subscriptions.bot_events).toEqual([
    'app_home_opened',
    'app_mention',
    'message.im',
  ]);
  expect(manifest.features.app_home).toMatchObject({
    home_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
});
