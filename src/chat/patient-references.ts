import type { Log } from '../observe/log.js';
import type { References } from './adapter.js';
import { soon } from './soon.js';

/**
 * References for an adapter that goes on without them: where the store cannot be asked, a chat is one that is not known
 * and is opened anew. Else nobody could be told that the store is away.
 */
export function patientReferences(references: References, log: Log): References {
  return {
    reference: (person) => soon(references.reference(person)),
    saveReference: async (person, reference, at) => {
      const saved = references.saveReference(person, reference, at).then(() => true);
      if ((await soon(saved)) === null) log.warn('chat.not-kept');
    },
  };
}
