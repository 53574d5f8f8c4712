import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemaText } from '../../../sandbox/world/json-schema.js';

test('the schema beside the worlds is the one that the loader checks (npm run worlds:schema)', () => {
  const file = new URL('../../../sandbox/worlds/world.schema.json', import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(jsonSchemaText());
});
