import type { World } from '../world/world.js';
import { judgeAssertion, readAssertion } from './assertion.js';
import type { Workload } from './principals.js';
import type { Aadsts } from './refusals.js';
import { isBegun } from './secrets.js';

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How an application proves that it is the one: by a secret, or by an assertion of another issuer. Null: it does. */
export function judgeClient(form: URLSearchParams, app: Workload, world: World): Aadsts | null {
  if (form.get('client_assertion_type') !== jwtBearer) return bySecret(form.get('client_secret'), app, world);
  const assertion = readAssertion(form.get('client_assertion') ?? '');
  return assertion === null ? 7000218 : judgeAssertion(assertion, app.federated, world.now());
}

/** A secret that matches but is over is told from one that matches nothing. */
function bySecret(secret: string | null, app: Workload, world: World): Aadsts | null {
  if (secret === null || secret === '') return 7000218;
  const known = app.secrets.filter((it) => it.value === secret && isBegun(it, world));
  if (known.some(({ expires }) => expires === null || expires > world.now())) return null;
  return known.length > 0 ? 7000222 : 7000215;
}
