import type { Service } from '../service.js';
import { authorize } from './authorize.js';
import { signInClouds } from './clouds.js';
import { tenantOf } from './directories.js';
import { instanceDiscovery, openIdConfiguration } from './discovery.js';
import { faultOf } from './faults.js';
import { keySet } from './id-token.js';
import { deviceCode } from './people.js';
import { json } from './reply.js';
import { tokenEndpoint } from './token-endpoint.js';

const route =
  /^\/([^/]+)\/(?:oauth2\/v2\.0\/(token|devicecode)|(v2\.0\/\.well-known\/openid-configuration)|discovery\/instance)$/i;
const browserRoute = /^\/([^/]+)\/(?:oauth2\/v2\.0\/(authorize)|discovery\/v2\.0\/keys)$/i;

/** Microsoft Entra ID at the sign-in hosts of the clouds. */
export const entra: Service = (request, world) => {
  const fault = faultOf(request, world, () => ({ error: 'temporarily_unavailable', error_description: '' }));
  if (fault !== null) return fault;
  const cloud = signInClouds.get(request.host);
  const match = route.exec(request.path);
  const forBrowser = browserRoute.exec(request.path);
  if (cloud !== undefined && forBrowser !== null) {
    const [, tenant = '', page] = forBrowser;
    return page === undefined ? keySet().then((keys) => json(200, keys)) : authorize(tenant, request, world);
  }
  if (cloud === undefined || match === null) return json(404, { error: 'not_found', error_description: '' });
  const [, tenant = '', token, configuration] = match;
  if (token !== undefined) {
    if (request.method === 'POST' && /^devicecode$/i.test(token)) return deviceCode(tenant, request, world);
    return request.method === 'POST'
      ? tokenEndpoint(tenant, cloud, request, world)
      : json(405, {
          error: 'invalid_request',
          error_description: 'AADSTS900561: The endpoint only accepts POST requests.',
        });
  }
  return configuration === undefined
    ? instanceDiscovery(request.host, tenant)
    : openIdConfiguration(request.host, tenantOf(tenant, world)?.id ?? tenant);
};
