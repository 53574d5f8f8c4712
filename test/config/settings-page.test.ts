import { expect, test } from 'vitest';
import { type Part, variables } from '../../src/config/variables.js';

const titles: Readonly<Record<Part, string>> = {
  server: 'The server',
  observe: 'Metrics and traces',
  teams: 'Teams',
  slack: 'Slack',
  azure: 'Azure',
  link: "The bot's pages",
  team: 'Handing over',
  access: 'Asking for access',
};

const about: Readonly<Record<Part, string>> = {
  server: 'Everything has a default.',
  observe:
    'Off by default. [observe.md](observe.md) says what there is to see, and why `/metrics` has a port of its own.',
  teams:
    'On when `TEAMS_APP_ID` and `TEAMS_TENANT_ID` are there; for a test client on this machine `TEAMS_LOCAL=1` and the tenant are enough.',
  slack:
    'On when `SLACK_BOT_TOKEN`, `SLACK_WORKSPACES` and one of `SLACK_SIGNING_SECRET` (HTTP) and `SLACK_APP_TOKEN` (Socket Mode) are there.',
  azure:
    'On when `AZURE_IDENTITY` is there, with what the kind needs. Without it, people are asked to make the checks themselves.',
  link: 'On when `PUBLIC_URL`, `LINK_TENANT_ID`, `LINK_CLIENT_ID` and `LINK_CLIENT_SECRET` are there; the redirect URI of the app registration is `PUBLIC_URL/signed-in`. Without it, people in Slack see public facts only, and what the policy wants a sign-in for cannot be approved.',
  team: 'Without a channel, people get the case as text and JSON for a ticket.',
  access:
    'Without a policy file nothing can be asked for, and answers are what they are. [policy.md](policy.md) describes it.',
};

/** `npx vitest run test/config -u` writes the page anew. */
test('docs/settings.md says what the table of variables says', async () => {
  const parts = (Object.keys(titles) as Part[]).map((part) => {
    const rows = Object.entries(variables)
      .filter(([, variable]) => variable.part === part)
      .map(([name, variable]) => {
        const secret = 'secret' in variable ? ' *Secret.*' : '';
        return `| \`${name}\` | ${variable.what.replaceAll('|', '\\|')}${secret} |`;
      });
    return [
      `## ${titles[part]}`,
      '',
      about[part],
      '',
      '| variable | what it says |',
      '| --- | --- |',
      ...rows,
      '',
    ];
  });
  const page = [
    '# Settings of `acr-help serve`',
    '',
    'All settings are variables of the environment. A value that cannot be right keeps the bot from starting, with all such',
    'names at once; a part that is not, or not wholly, set up stays off, and the start says what is missing. Values of',
    'secrets are never printed.',
    '',
    '## Secrets that stand elsewhere',
    '',
    'The value of a variable that is marked *Secret* may say where the secret stands, instead of being it. It is read once, at',
    'the start; after a change of the secret, start the bot again. Commands that use `STORE` and `doctor` read it, too.',
    '',
    '| value | what is read |',
    '| --- | --- |',
    '| `file:/PATH` | the file, without blanks and line feeds around it, up to 64 KB. The path begins at the root. One that everybody on the machine can read is told of at the start |',
    '| `keyvault:https://VAULT.vault.azure.net/secrets/NAME` | the newest version of the secret in that Key Vault; with `/VERSION` behind it that one. It is asked as `AZURE_IDENTITY`, which needs the role `Key Vault Secrets User` on the secret or the vault – not on the group or the subscription, where registries lie below: that would be a right too many. `AZURE_CLIENT_SECRET` itself can stand in a file only |',
    '',
    'One that cannot be read keeps the bot from starting, and it says which, where it was looked for, and what to do. `doctor` says of',
    'each whether it could be read. Not tried here: a real Key Vault; what is shown is shown against the simulated one.',
    '',
    ...parts.flat(),
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../docs/settings.md');
});
