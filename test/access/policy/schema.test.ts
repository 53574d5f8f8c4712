import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadPolicy } from '../../../src/access/policy/load.js';
import { jsonSchema } from '../../../src/access/policy/schema.js';

const example = readFileSync(new URL('../../../docs/examples/policy.yaml', import.meta.url), 'utf8');

test('the schema beside the example is the one that the loader checks (npm run policy:schema)', () => {
  const file = new URL('../../../docs/examples/policy.schema.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(jsonSchema());
});

test('the example has no mistakes, for the loader and for an editor', () => {
  expect(loadPolicy(example)).toMatchObject({ kind: 'policy' });
  const validate = new Ajv2020({ strict: false }).compile(jsonSchema());
  expect([validate(parse(example)), validate.errors]).toEqual([true, null]);
});
