import { Secret } from '../access/secret.js';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { ok, orNull } from './answer.js';
import { answered } from './management/ask.js';
import type { RestWriter } from './rest-writer.js';
import type { Rotator } from './rotator.js';
import {
  addedShape,
  applicationByAppId,
  applicationOf,
  applicationPath,
  applicationShape,
  isoOf,
} from './rotator-wire.js';
import { contentOf, refused, refusedBy, unintelligible, written } from './writes.js';

/** Least permission in Graph (application: addPassword), for applications that the rotator owns. */
const right = 'Application.ReadWrite.OwnedBy';

/** Client secrets of applications, in Microsoft Graph 1.0. */
export function applicationSecrets({
  reader,
  write,
}: RestWriter): Pick<Rotator, 'application' | 'addClientSecret' | 'removeClientSecret'> {
  return {
    application: async (appId, signal) => {
      const id = parseGuid(appId);
      if (id === null) return ok(null);
      const read = async () => {
        const found = applicationOf(await reader.get(applicationByAppId(id), applicationShape, signal));
        if (found.appId !== id) throw unintelligible();
        return found;
      };
      return orNull(await answered(right, read));
    },
    addClientSecret: (applicationId, displayName, endsAt, signal) =>
      written(right, async () => {
        const id = parseGuid(applicationId);
        const endDateTime = isoOf(endsAt);
        if (id === null || endDateTime === null) return refused('invalid');
        const asked = { passwordCredential: { displayName, endDateTime } };
        const response = await write('POST', applicationPath(id, 'addPassword'), asked, signal);
        if (response.status !== 200) return refusedBy(response);
        const { keyId, secretText } = contentOf(response, addedShape);
        return { kind: 'renewed', keyId, secret: new Secret(secretText) };
      }),
    removeClientSecret: (applicationId, keyId, signal) =>
      written(right, async () => {
        const [id, key] = [parseGuid(applicationId), parseGuid(keyId)];
        if (id === null || key === null) return refused('invalid');
        const response = await write('POST', applicationPath(id, 'removePassword'), { keyId: key }, signal);
        if (response.status === 204) return { kind: 'removed' };
        // No document says how Graph tells of a secret that is not there, only that it is a bad request: so look.
        if (response.status !== 400) return refusedBy(response);
        const { secrets } = applicationOf(await reader.get(applicationPath(id), applicationShape, signal));
        return secrets.some((it) => it.keyId === key) ? refusedBy(response) : { kind: 'was-gone' };
      }),
  };
}
