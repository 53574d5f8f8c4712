import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '../../../src/access/policy/load.js';
import type { Policy } from '../../../src/access/policy/policy.js';
import { repository } from '../../support/temp.js';

const tenant = '11111111-1111-4111-8111-111111111111';

/** A policy of one entry, `contoso`, and what else is given. */
export function policyWith(some: Readonly<Record<string, unknown>>): Policy {
  return loaded(
    JSON.stringify({
      version: 1,
      tenants: [tenant],
      groups: { owners: '99999999-0000-4000-8000-000000000001' },
      registries: { contoso: { match: ['contoso'], approvers: ['group:owners'] } },
      ...some,
    }),
  );
}

/** The policy of docs/examples. */
export function examplePolicy(): Policy {
  return loaded(readFileSync(join(repository, 'docs', 'examples', 'policy.yaml'), 'utf8'));
}

function loaded(text: string): Policy {
  const result = loadPolicy(text);
  if (result.kind === 'mistakes') throw new Error(JSON.stringify(result.problems));
  return result.policy;
}
