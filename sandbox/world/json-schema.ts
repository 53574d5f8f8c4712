import { z } from 'zod';
import { worldSchema } from './schema.js';

/** The JSON Schema of a world file, which lies beside the worlds for editors. */
export function jsonSchema(): object {
  return z.toJSONSchema(worldSchema, { io: 'input' });
}
