/** The rival on Teams: CloudAdapter with a handler, behind Node's HTTP server instead of a framework on top of it. */
import { createServer } from 'node:http';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { serve } from './child.mjs';
import { fakeCredentials } from './fake-credentials.mjs';

/**
 * @typedef {object} EchoSettings
 * @property {string} appId
 * @property {string} tenant
 * @property {string} openIdMetadata
 * @property {boolean} answers whether it says anything
 */

// The SDK prints a stack for each request that it refuses; a flood would be a flood of those.
console.error = () => {};

const pressed = {
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: 'pressed',
};

serve(async (/** @type {EchoSettings} */ { appId, tenant, openIdMetadata, answers }) => {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: tenant,
      ValidateAuthority: 'true',
      ToChannelFromBotLoginUrl: `https://login.microsoftonline.com/${tenant}`,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://token.botframework.com/',
      ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    },
    fakeCredentials(appId),
  );
  const adapter = new CloudAdapter(authentication);
  /** @param {import('botbuilder').TurnContext} context */
  const echo = async (context) => {
    const { type, text } = context.activity;
    if (type === 'invoke')
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: pressed } });
    else if (answers) await context.sendActivity(text);
  };
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    let content = '';
    /** @type {import('botbuilder').Response} */
    const answer = {
      socket: request.socket,
      header: (name, value) => response.setHeader(name, /** @type {string} */ (value)),
      status: (status) => {
        response.statusCode = status;
      },
      send: (body) => {
        response.setHeader('content-type', 'application/json; charset=utf-8');
        content = JSON.stringify(body);
      },
      end: () => response.end(content),
    };
    const asked = { body, headers: request.headers, method: 'POST' };
    await adapter.process(asked, answer, echo);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/api/messages`, close: async () => void server.close() };
});
