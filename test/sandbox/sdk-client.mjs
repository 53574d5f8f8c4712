/**
 * Lists the registries of a subscription and reads one, with the Azure SDK as anybody uses it: nothing of this project
 * is in it, and all that it knows of the sandbox is a proxy. Settings come as JSON in the first argument.
 */
import { ContainerRegistryManagementClient } from '@azure/arm-containerregistry';
import { ClientSecretCredential } from '@azure/identity';

const { proxy, tenant, clientId, secret, subscription, resourceGroup, registry } = JSON.parse(
  process.argv[2] ?? '{}',
);
const { protocol, hostname, port } = new URL(proxy);
const proxyOptions = { host: `${protocol}//${hostname}`, port: Number(port) };
const credential = new ClientSecretCredential(tenant, clientId, secret, { proxyOptions });
const client = new ContainerRegistryManagementClient(credential, subscription, { proxyOptions });

try {
  const listed = [];
  for await (const { name } of client.registries.list()) listed.push(name);
  const { loginServer, sku, adminUserEnabled } = await client.registries.get(resourceGroup, registry);
  process.stdout.write(JSON.stringify({ listed, loginServer, sku: sku?.name, adminUserEnabled }));
} catch (error) {
  const { name, code, statusCode, message } = error;
  process.stdout.write(JSON.stringify({ failed: { name, code, statusCode, message } }));
}
