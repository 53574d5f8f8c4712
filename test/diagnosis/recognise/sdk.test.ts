import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';

/** What Azure's SDKs print where nobody catches their errors: a frame, and the reason in the words of the language. */

const first = (text: string) => recognise(text).causes[0]?.cause;

describe('a name that does not exist', () => {
  it.each([
    ['Node', 'RestError: getaddrinfo ENOTFOUND myregistry.azurecr.io\n  code: "REQUEST_SEND_ERROR"'],
    [
      'Python',
      "azure.core.exceptions.ServiceRequestError: Failed to resolve 'myregistry.azurecr.io' ([Errno -2] Name or service not known)",
    ],
    [
      'Python, older',
      'azure.core.exceptions.ServiceRequestError: <urllib3.connection.HTTPSConnection object at 0x7f>: Failed to establish a new connection: [Errno -2] Name or service not known (myregistry.azurecr.io)',
    ],
    [
      '.NET',
      'Azure.RequestFailedException: No such host is known. (myregistry.azurecr.io:443)\n ---> System.Net.Http.HttpRequestException',
    ],
    ['Java', 'java.net.UnknownHostException: myregistry.azurecr.io: Name or service not known'],
    [
      'Go',
      'Get "https://myregistry.azurecr.io/acr/v1/web/_tags": dial tcp: lookup myregistry.azurecr.io: no such host',
    ],
  ])('%s', (_, text) => expect(first(text)).toBe('registry-not-found'));

  it('is a slip in the suffix where that is of another cloud', () => {
    expect(first('RestError: getaddrinfo ENOTFOUND myregistry.azurecr.us')).toBe('login-server-malformed');
  });

  it('is the network where it is a name of Azure', () => {
    const text = 'RestError: getaddrinfo ENOTFOUND management.azure.com\n  registry: myregistry.azurecr.io';
    expect(first(text)).toBe('connection-failed');
  });
});

describe('a refusal of Entra beside the challenge that made the SDK sign in', () => {
  const challenge = `  response: {
    status: 401,
    'www-authenticate': 'Bearer realm="https://myregistry.azurecr.io/oauth2/token",service="myregistry.azurecr.io",scope="repository:web:metadata_read"'
    bodyAsText: '{"errors":[{"code":"UNAUTHORIZED","message":"authentication required, visit https://aka.ms/acr/authorization for more information.","detail":[{"Type":"repository","Name":"web","Action":"metadata_read"}]}]}',
  }`;

  it.each([
    ['AADSTS700016: Application with identifier was not found in the directory', 'sp-not-found'],
    ['AADSTS7000215: Invalid client secret provided.', 'sp-secret-invalid'],
    ['AADSTS7000222: The provided client secret keys are expired.', 'sp-secret-expired'],
    ['AADSTS53003: Access has been blocked by Conditional Access policies.', 'conditional-access'],
    ['AADSTS90002: Tenant was not found.', 'cross-tenant'],
  ])('%s', (words, cause) => {
    expect(first(`AuthenticationRequiredError: ${words}\n${challenge}`)).toBe(cause);
  });

  it('is a missing right where Entra refused nothing', () => {
    expect(first(`RestError: authentication required\n${challenge}`)).toMatch(/role-missing|scope-map/);
  });
});
