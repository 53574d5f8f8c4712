/** What a program with Azure's SDK prints when nobody catches its errors: lists the tags of a repository. */
import process from 'node:process';
import { ContainerRegistryClient } from '@azure/container-registry';
import { ClientSecretCredential } from '@azure/identity';

const [server = '', repository = '', tenant = '', user = ''] = process.argv.slice(2);
const credential = new ClientSecretCredential(tenant, user, process.env['CLIENT_SECRET'] ?? '');
const client = new ContainerRegistryClient(`https://${server}`, credential, {
  audience: 'https://containerregistry.azure.net',
  retryOptions: { maxRetries: 1 },
});
for await (const tag of client.getArtifact(repository, 'latest').listTagProperties()) console.log(tag.name);
