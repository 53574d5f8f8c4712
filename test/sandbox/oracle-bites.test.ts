import { beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../azure/in-process.js';
import { world } from '../azure/world.js';
import { traffic } from './arm-traffic.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { hasOpenapi, loadOracle, type Oracle } from './oracle.js';

/**
 * Faults planted in the sandbox's own answers: each member of an enumeration, each required property and each boolean
 * that is in one, and its status. The check of the answers must see every one.
 */
describe.skipIf(!hasOpenapi)('the check of the answers (skipped where ../shared/openapi is missing)', () => {
  let oracle: Oracle;
  const right: { readonly operation: string; readonly exchange: Exchange }[] = [];

  beforeAll(async () => {
    oracle = await loadOracle();
    for (const exchange of await traffic(world())) {
      const { operation } = await oracle.judge(exchange.request, exchange.response);
      if (operation !== null) right.push({ operation, exchange });
    }
  });

  const seen = async ({ request, response }: Exchange, changed: object) =>
    (await oracle.judge(request, { ...response, ...changed })).problems.length > 0;

  test('sees what is wrong in a body', async () => {
    const counts: Record<Mutation['kind'], number> = {
      'unknown member': 0,
      'required property missing': 0,
      'wrong type': 0,
    };
    const unseen: string[] = [];
    for (const { operation, exchange } of right) {
      const { status, body = 'null' } = exchange.response;
      for (const mutation of mutationsOf(operation, status, JSON.parse(body))) {
        counts[mutation.kind] += 1;
        const found = await seen(exchange, { body: JSON.stringify(mutation.body) });
        if (!found) unseen.push(`${operation} ${status}: ${mutation.kind} ${mutation.at}`);
      }
    }
    console.info(`planted in bodies: ${JSON.stringify(counts)}`);
    expect(unseen).toEqual([]);
    for (const count of Object.values(counts)) expect(count).toBeGreaterThan(10);
  });

  test.each([202, 204, 299, 302])('sees a status that nobody described: %i', async (status) => {
    const unseen: string[] = [];
    for (const { operation, exchange } of right) {
      if (exchange.response.status !== 200) continue;
      if (!(await seen(exchange, { status }))) unseen.push(operation);
    }
    expect(unseen).toEqual([]);
  });

  test('sees an error that came with a status of success', async () => {
    const unseen: string[] = [];
    for (const { operation, exchange } of right) {
      const body = '{"error":{"code":"AuthorizationFailed","message":"no"}}';
      if (exchange.response.status === 200 && !(await seen(exchange, { body }))) unseen.push(operation);
    }
    expect(unseen).toEqual([]);
  });
});
