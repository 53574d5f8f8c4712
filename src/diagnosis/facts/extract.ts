import type {
  AuthMethod,
  Client,
  Environment,
  Operation,
  RegistryMode,
  Shell,
} from '../../knowledge/vocabulary.js';
import type { NormalText } from '../normalise/normalise.js';
import type { AsWritten, Facts } from '../reading.js';
import { findAddresses } from './address.js';
import { findAuthMethod } from './auth-method.js';
import { findClient } from './client.js';
import { findEnvironment } from './environment.js';
import { findErrorCode } from './error-code.js';
import { findFederation } from './federation.js';
import { findHttpStatus } from './http-status.js';
import { findIdentity } from './identity.js';
import { findImage } from './image.js';
import { findMode } from './mode.js';
import { findOperation } from './operation.js';
import { pasteOf } from './paste.js';
import { findPermission } from './permission.js';
import { findPlatform } from './platform.js';
import { findRegistry } from './registry.js';
import { findShell } from './shell.js';

/** What a paste tells besides its cause. Everything is null (or absent) where the text does not show it. */
export interface Extraction {
  readonly facts: Facts;
  readonly asWritten: AsWritten;
  readonly authMethod: AuthMethod | null;
  readonly operation: Operation | null;
  readonly environment: Environment | null;
  readonly client: Client | null;
  readonly shell: Shell | null;
  readonly mode: RegistryMode | null;
  readonly clientIp: string | null;
}

/** A fact that is present, as an object to spread. */
function fact<Name extends keyof Facts>(name: Name, value: Facts[Name] | null): Pick<Facts, Name> | object {
  return value === null || value === undefined ? {} : { [name]: value };
}

/** Reads the facts out of a normalised paste. Never throws; linear in the text's length. */
export function extract(normal: NormalText): Extraction {
  const { text, raw } = normal;
  const paste = pasteOf(text);
  const registry = findRegistry(paste, raw);
  const image = findImage(
    paste,
    registry.loginServer ?? registry.asWritten.loginServer?.toLowerCase() ?? null,
  );
  const identity = findIdentity(paste);
  const federation = findFederation(paste);
  const permission = findPermission(paste);
  const address = findAddresses(paste);
  const facts: Facts = {
    ...fact('loginServer', registry.loginServer),
    ...fact('registry', registry.registry),
    ...fact('repository', image.repository),
    ...fact('tag', image.tag),
    ...fact('digest', image.digest),
    ...fact('platform', findPlatform(paste)),
    ...fact('ip', address.decisive),
    ...fact('httpStatus', findHttpStatus(paste)),
    ...fact('errorCode', findErrorCode(paste)),
    ...fact('aadsts', identity.aadsts),
    ...fact('subscription', identity.subscription),
    ...fact('clientId', identity.clientId),
    ...fact('tenant', identity.tenant),
    ...fact('objectId', identity.objectId),
    ...fact('federatedIssuer', federation.issuer),
    ...fact('federatedSubject', federation.subject),
    ...fact('correlationId', identity.correlationId),
    ...fact('scope', permission.scope),
    ...fact('action', permission.action),
  };
  return {
    facts,
    asWritten: { ...registry.asWritten, repository: image.repositoryAsWritten },
    authMethod: findAuthMethod(paste),
    operation: findOperation(paste),
    environment: findEnvironment(paste),
    client: findClient(paste),
    shell: findShell(paste),
    mode: findMode(paste),
    clientIp: address.client,
  };
}
