import { expect, test } from 'vitest';
import { type VariableName, variables } from '../../../src/config/variables.js';
import { finding } from '../../../src/doctor/finding.js';
import { secretsIn, withoutSecrets } from '../../../src/doctor/secrets.js';
import { languages } from '../../../src/knowledge/language.js';
import { tempTree } from '../../support/temp.js';
import { doctor, slackEnv, slackThatSays, world } from './ground.js';

const CANARY = 'canary0123456789abcdef0123456789';
const guid = '11111111-0000-4000-8000-000000000001';

/** Every secret variable with a value of its form, or of none, in which the canary sings. */
function planted(apiUrl: string, policy: string): Record<string, string> {
  return {
    ...slackEnv(apiUrl),
    ...{ SLACK_BOT_TOKEN: `xoxb-${CANARY}`, SLACK_SIGNING_SECRET: CANARY },
    ...{ TEAMS_LOCAL: '1', TEAMS_TENANT_ID: guid, TEAMS_APP_PASSWORD: CANARY },
    ...{
      AZURE_CLIENT_SECRET: CANARY,
      AZURE_IDENTITY: 'client-secret',
      AZURE_TENANT_ID: guid,
      AZURE_CLIENT_ID: guid,
    },
    ...{ GRANTOR_CLIENT_SECRET: CANARY, ROTATOR_CLIENT_SECRET: CANARY, LINK_CLIENT_SECRET: CANARY },
    ...{ STORE: `postgres://acr:${CANARY}@127.0.0.1:1/acr`, DELIVERY_KEY: `${CANARY}=` },
    ...{
      HTTPS_PROXY: `http://user:${CANARY}@proxy:8080`,
      SLACK_TOKEN_OLD: CANARY,
      PORT: CANARY,
      POLICY: policy,
    },
  };
}

const hostile = [
  { body: JSON.stringify({ ok: false, error: `xoxb-${CANARY}` }), headers: {} },
  {
    body: JSON.stringify({ ok: true, team: CANARY, team_id: CANARY, url: CANARY }),
    headers: { 'x-oauth-scopes': CANARY },
  },
  { body: `<html>${CANARY}</html>`, headers: { 'content-type': 'text/html', date: CANARY } },
];

test.each(hostile)(
  'no secret of the environment, and nothing that a hostile Slack echoes, is shown: $body',
  async ({ body, headers }) => {
    const dir = tempTree({ 'policy.yaml': `version: 1\nsecret: ${CANARY}\n${CANARY}: 1\n` });
    const env = planted(await slackThatSays(body, headers), `${dir}/policy.yaml`);
    for (const options of [{ json: true }, ...languages.map((lang) => ({ lang }))]) {
      for (const { out } of [await doctor(env, { ...options, world })]) {
        expect(out.length).toBeGreaterThan(1_000);
        expect(out).not.toContain(CANARY);
      }
    }
  },
  120_000,
);

test('every variable that is a secret is one of those that are looked for', () => {
  // The keys of the table are its names.
  const names = (Object.keys(variables) as VariableName[]).filter((name) => 'secret' in variables[name]);
  for (const name of names) {
    const value = name === 'STORE' ? `postgres://acr:${CANARY}%40@host/acr` : CANARY;
    expect(secretsIn({ [name]: value }).join()).toContain(CANARY);
  }
  expect(secretsIn({ STORE: `postgres://acr:${CANARY}%40@host/acr` })).toContain(`${CANARY}@`);
});

test('what would get out even so is taken out', () => {
  const shown = finding(
    'slack.token',
    CANARY,
    { a: `x ${CANARY}`, b: [CANARY] },
    { bash: [CANARY], powershell: [CANARY] },
  );
  expect(JSON.stringify(withoutSecrets([shown], [CANARY]))).not.toContain(CANARY);
});
