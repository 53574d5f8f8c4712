import {
  type Activity,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type TurnContext,
} from 'botbuilder';
import type { Settings } from './config.js';
import { speaksFor } from './inbound/token.js';
import type { ConnectorOptions } from './outbound/transport.js';
import { SharedClients } from './shared-clients.js';

/** Audience of tokens for the connector. */
export const CONNECTOR = 'https://api.botframework.com';

/** Makes the credentials for calls to the connector; tests give their own. */
export type Credentials = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1]
>;

/** What an invoke is answered with. */
export type Invoked = { readonly status: number; readonly body?: unknown } | undefined;

/** The SDK's adapter with its checks narrowed to the channel's own tokens. */
export class TeamsCloudAdapter extends CloudAdapter {
  /**
   * Authenticates an activity and runs a turn. `process` would do the same, and write the reasons of refusals to the
   * console and into the response.
   */
  turn(
    authorization: string,
    activity: { readonly type: string },
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Invoked> {
    // The SDK's type has every field of every kind of activity; it reads only what is there.
    return this.processActivity(authorization, activity as Activity, logic);
  }
}

/** Builds the SDK's side (security §2.2): every address named, and only claims of the channel for this bot accepted. */
export function cloudAdapter(
  settings: Settings,
  httpClient: NonNullable<ConnectorOptions['httpClient']>,
  credentials: Credentials,
): TeamsCloudAdapter {
  const authentication = new SharedClients(
    {
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: settings.appId,
      MicrosoftAppTenantId: settings.tenant,
      ValidateAuthority: 'true',
      ToChannelFromBotLoginUrl: loginUrl(settings),
      ToChannelFromBotOAuthScope: CONNECTOR,
      ToBotFromChannelTokenIssuer: settings.issuer,
      OAuthUrl: 'https://token.botframework.com/',
      ToBotFromChannelOpenIdMetadataUrl: settings.openIdMetadata,
      ToBotFromEmulatorOpenIdMetadataUrl: settings.openIdMetadata,
    },
    credentials,
    {
      requiredEndorsements: [],
      validateClaims: async (claims) => {
        const named = Object.fromEntries(claims.map(({ type, value }) => [type, value]));
        if (!speaksFor(named, settings)) throw new Error('not a token of the channel for this bot');
      },
    },
    undefined,
    { httpClient },
  );
  return new TeamsCloudAdapter(authentication);
}

/** Where the bot signs in. */
export function loginUrl({ tenant }: Pick<Settings, 'tenant'>): string {
  return `https://login.microsoftonline.com/${tenant}`;
}

/** Credentials of the SDK's own for what is configured. */
export function configuredCredentials({ appId, tenant, credential }: Settings): Credentials {
  if (appId === '') return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: credential?.kind === 'managed-identity' ? 'UserAssignedMsi' : 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenant,
    ...(credential?.kind === 'secret' ? { MicrosoftAppPassword: credential.value } : {}),
  });
}
