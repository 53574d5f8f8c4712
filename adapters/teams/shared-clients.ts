import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { BoundedMap } from './outbound/bounded-map.js';

type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type ConnectorClient = ReturnType<Factory['create']>;
type UserTokenClient = ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>;
type Identity = Parameters<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>[0];

/** Addresses of the connector that are remembered; Teams has one for each region. */
const REMEMBERED = 50;

/**
 * The SDK's authentication, which makes two clients with a pipeline of their own for every turn and every message. They
 * hold nothing of a turn and are all for the one application, so that one for each address will do.
 */
export class SharedClients extends ConfigurationBotFrameworkAuthentication {
  readonly #connectors = new BoundedMap<string, ConnectorClient>(REMEMBERED);
  #tokens: UserTokenClient | null = null;

  override createConnectorFactory(identity: Identity): Factory {
    return this.#shared(super.createConnectorFactory(identity));
  }

  override async authenticateRequest(
    ...asked: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']> {
    const result = await super.authenticateRequest(...asked);
    const { connectorFactory } = result;
    return connectorFactory === undefined
      ? result
      : { ...result, connectorFactory: this.#shared(connectorFactory) };
  }

  override createUserTokenClient(identity: Identity): UserTokenClient {
    if (this.#tokens !== null) return this.#tokens;
    const made = super.createUserTokenClient(identity);
    this.#tokens = made;
    made.catch(() => {
      this.#tokens = null;
    });
    return made;
  }

  #shared(factory: Factory): Factory {
    return {
      create: (serviceUrl, audience) => {
        const key = `${serviceUrl} ${audience}`;
        const known = this.#connectors.get(key);
        if (known !== undefined) return known;
        const made = factory.create(serviceUrl, audience);
        this.#connectors.set(key, made);
        // One that could not be made is tried anew.
        made.catch(() => this.#connectors.delete(key));
        return made;
      },
    };
  }
}
