import { z } from 'zod';
import { worldSchema } from './schema.js';

/** The JSON Schema of a world file as text, as it lies beside the worlds. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(worldSchema, { io: 'input' }), null, 2)}\n`;
}
