import { StoreError } from './store-error.js';

/**
 * Refuses text that does not come back as it was: of NUL and of half a surrogate pair libsql and PostgreSQL make something
 * else, or an error, so that two keys could become one.
 *
 * @throws StoreError `not-storable`
 */
export function storable(parameters: readonly unknown[]): readonly unknown[] {
  for (const value of parameters) {
    if (typeof value === 'string' && /\0|\p{Surrogate}/u.test(value)) {
      throw new StoreError('not-storable', 'A text holds a character that cannot be stored.');
    }
  }
  return parameters;
}
