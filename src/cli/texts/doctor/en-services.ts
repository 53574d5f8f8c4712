import type { ServiceTexts } from './types.js';

/** Findings about what the bot talks to: Teams, Slack, Azure, the sign-in of people. */
export const services: ServiceTexts = {
  'teams.misconfigured': ['The adapter for Teams does not start: {detail}.', 'Correct these values.'],
  'teams.no-authentication': [
    'Teams is set up for a test client on this machine, without authentication.',
    'Never for real people: take TEAMS_LOCAL out and set TEAMS_APP_ID.',
  ],
  'teams.sign-in': ["Entra takes the credential of the bot's app."],
  'teams.sign-in-refused': [
    "Entra refuses the credential of the bot's app ({code}).",
    'AADSTS7000222: the secret has expired; AADSTS7000215: it is wrong; AADSTS700016: no such app in this tenant. Make a new client secret, or correct TEAMS_APP_ID and TEAMS_TENANT_ID.',
  ],
  'teams.sign-in-unknown': [
    "Whether Entra takes the credential of the bot's app could not be asked.",
    'Look at the ways out to login.microsoftonline.com; with a managed identity, run this where the bot runs.',
  ],
  'teams.keys': ['The keys of the Bot Framework are published, so that requests can be verified.'],
  'teams.keys-unusable': [
    'Something else than the Bot Framework answers where its keys should be.',
    'Look for a proxy between here and login.botframework.com.',
  ],
  'teams.keys-unknown': [
    'The keys of the Bot Framework could not be fetched; until they are, nobody in Teams gets an answer.',
    'Look at the ways out to login.botframework.com.',
  ],
  'slack.misconfigured': ['The adapter for Slack does not start: {detail}.', 'Correct these values.'],
  'slack.token': ['Slack takes the bot token.'],
  'slack.token-refused': [
    'Slack refuses the bot token: {code}.',
    'Install the app to the workspace again (OAuth & Permissions) and set SLACK_BOT_TOKEN to the new Bot User OAuth Token.',
  ],
  'slack.token-unknown': [
    'Whether Slack takes the bot token could not be asked: {reason}.',
    'Look at the ways out to Slack, then try again.',
  ],
  'slack.other-workspace': [
    'The bot token belongs to a workspace that is not in SLACK_WORKSPACES. The bot does not start.',
    'Add the id of the workspace (T…), or use the token of the right one.',
  ],
  'slack.scopes': ['The bot token has every scope of the manifest.'],
  'slack.scopes-missing': [
    'The bot token lacks scopes: {scopes}.',
    'Add them under OAuth & Permissions (manifest/slack/manifest.json has them all), then install the app again.',
  ],
  'slack.scopes-beyond': [
    'The bot token has scopes that the bot has no need of: {scopes}.',
    'Take them out under OAuth & Permissions, then install the app again.',
  ],
  'slack.scopes-unknown': [
    'Slack did not say which scopes the bot token has.',
    'Compare them under OAuth & Permissions with manifest/slack/manifest.json.',
  ],
  'slack.socket': ['Slack takes the app-level token for Socket Mode.'],
  'slack.socket-refused': [
    'Slack refuses the app-level token: {code}.',
    'Make one with the scope connections:write (Basic Information, App-Level Tokens), turn Socket Mode on, and set SLACK_APP_TOKEN.',
  ],
  'slack.socket-unknown': [
    'Whether Slack takes the app-level token could not be asked: {reason}.',
    'Look at the ways out to Slack, then try again.',
  ],
  'slack.signing-secret-form': [
    'SLACK_SIGNING_SECRET does not have the usual form, 32 hexadecimal digits.',
    'Compare it with Basic Information, Signing Secret; it is neither the Client Secret nor the Verification Token.',
  ],
  'slack.signing-secret-untried': [
    "Whether the signing secret is the right one shows only in a request of Slack's; a wrong one is logged as slack.refused.",
  ],
  'identity.signed-in': ['{identity}: signed in ({kind}), object id {objectId}, tenant {tenant}.'],
  'identity.refused': [
    '{identity}: Entra refuses its sign-in ({code}).',
    'AADSTS7000222: the secret has expired; AADSTS7000215: it is wrong; AADSTS700016: no such application in this tenant. Make a new secret, or correct client id and tenant.',
  ],
  'identity.sign-in-unknown': [
    '{identity}: whether its sign-in ({kind}) works could not be asked: {reason}.',
    'Look at the ways out to the sign-in; with a managed or workload identity, run this where the bot runs.',
  ],
  'identity.for-developers': [
    "{identity} is whoever is signed in with the Azure CLI: that is for developers' machines.",
    'Give the bot an identity of its own before people use it.',
  ],
  'identity.token-file': [
    '{identity}: its token file {file} cannot be read.',
    'Check the label azure.workload.identity/use of the pod and the annotation of its service account.',
  ],
  'identity.shared': [
    'One and the same identity has several parts: {identities}. Who takes it over can do all of them.',
    'Give each part an identity of its own.',
  ],
  'identity.secret-ends': [
    '{identity}: the last secret of its application ends on {date}, in {days} days.',
    'Make a new one, set it, and start the bot again.',
  ],
  'registries.seen': [
    'Registries that the identity that reads can see: {count}; looked at one by one: {looked}.',
  ],
  'registries.none': [
    'The identity that reads sees no registry.',
    'Give it its role on the subscriptions of the registries, and check AZURE_SUBSCRIPTIONS.',
  ],
  'registries.denied': [
    'The identity that reads may not list registries: {reason}.',
    'Give it its role on the subscriptions; the findings about its rights have the commands.',
  ],
  'registries.unknown': [
    'Which registries there are could not be asked: {reason}.',
    'Look at sign-in and ways out first; rights on registries cannot be judged without it.',
  ],
  'identity.fit': ['No right too many where it was looked at.'],
  'identity.unfit': ['{flaw}'],
  'identity.flaw': ['{flaw}'],
  'identity.rights-unknown': [
    'Whether it has rights too many could not be found out: {reason}.',
    'Until it is known the bot gives nothing with it.',
  ],
  'permission.held': ['{permission}: for {features}; by {roles}'],
  'permission.missing': [
    '{permission}: missing on {places}; needed for {features}',
    'Give it the role "{role}":',
  ],
  'permission.lacking': [
    '{permission}: missing on {places}; of {features}, what it would show there is not checked',
    'Give it the role "{role}":',
  ],
  'permission.unknown': [
    '{permission}: could not be asked, {reason}; needed for {features}',
    'Put right what keeps it from being asked, then try again.',
  ],
  'permission.untried': [
    '{permission}: for {features}; shows only in writing, and comes with the same role as readMetadata',
  ],
  'link.sign-in': ["Entra takes the secret of the pages' sign-in."],
  'link.refused': [
    "Entra refuses the secret of the pages' sign-in ({code}).",
    'AADSTS7000222: it has expired; AADSTS7000215: it is wrong; AADSTS700016: no such application in this tenant. Correct LINK_….',
  ],
  'link.sign-in-unknown': [
    "Whether Entra takes the secret of the pages' sign-in could not be asked: {reason}.",
    'Look at the ways out to the sign-in.',
  ],
};
