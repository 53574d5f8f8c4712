import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchema } from '../../../sandbox/world/json-schema.js';

test('the schema beside the worlds is the one that the loader checks (npm run worlds:schema)', () => {
  const file = new URL('../../../sandbox/worlds/world.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(jsonSchema());
});
