/**
 * What arrives at the sandbox: each request with its beginning and end, told by Node's HTTP server itself, so that
 * neither clients nor sandbox know that they are measured.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/**
 * @typedef {object} Recorded a request
 * @property {string} name what it asks
 * @property {number} start when its head had been read
 * @property {number} end when the last byte of its answer was handed over; never for one without an answer
 */

/**
 * Records while some work goes on.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<{ requests: Recorded[], wall: number, result: Result }>} wall time in milliseconds
 */
export async function recorded(work) {
  /** @type {Map<unknown, Recorded>} */
  const seen = new Map();
  const onStart = (/** @type {any} */ { request, response }) =>
    seen.set(response, { name: nameOf(request), start: performance.now(), end: Number.POSITIVE_INFINITY });
  const onEnd = (/** @type {any} */ { response }) => {
    const request = seen.get(response);
    if (request !== undefined) request.end = performance.now();
  };
  subscribe('http.server.request.start', onStart);
  subscribe('http.server.response.finish', onEnd);
  try {
    const began = performance.now();
    const result = await work();
    return { requests: [...seen.values()], wall: performance.now() - began, result };
  } finally {
    unsubscribe('http.server.request.start', onStart);
    unsubscribe('http.server.response.finish', onEnd);
  }
}

/** Last parts of the paths that the checks, and az, ask for. */
const names = /** @type {const} */ ([
  [/\/oauth2\/v2\.0\/token$/, 'sign-in'],
  [/\/discovery\/instance$|\.well-known/, 'sign-in discovery'],
  [/^\/subscriptions$/, 'subscriptions'],
  [/\.ContainerRegistry\/registries$/i, 'registries'],
  [/\/roleAssignments$/i, 'role assignments'],
  [/\/roleEligibilityScheduleInstances$/i, 'eligible roles'],
  [/\/roleDefinitions\/[^/]+$/i, 'role definition'],
  [/\/managedClusters$/i, 'clusters'],
  [/\/locks$/i, 'locks'],
  [/\/listUsages$/i, 'usage'],
  [/\/providers\/Microsoft\.ContainerRegistry$/i, 'provider'],
  [/\/resources$/, 'resources'],
  [/\/registries\/[^/]+$/i, 'registry'],
  [/\/registries\/[^/]+\/tokens$/i, 'tokens'],
  [/\/scopeMaps\/[^/]+$/i, 'scope map'],
  [/\/servicePrincipals/, 'service principal'],
  [/\/federatedIdentityCredentials$/, 'federated credentials'],
  [/\/applications/, 'application'],
  [/^\/oauth2\/exchange$/, 'registry: exchange'],
  [/^\/oauth2\/token$/, 'registry: token'],
  [/\/manifests\//, 'registry: manifest'],
  [/^\/acr\/v1\//, 'registry: attributes'],
  [/^\/v2\/$/, 'registry: challenge'],
]);

/** @param {import('node:http').IncomingMessage} request */
function nameOf({ url, headers }) {
  const { pathname } = new URL(url ?? '/', `https://${headers.host}`);
  return names.find(([pattern]) => pattern.test(pathname))?.[1] ?? `${headers.host}${pathname}`;
}
