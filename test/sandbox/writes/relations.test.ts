import { expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { Lab, outcome } from './lab.js';

/** Whom somebody belongs to, and who owns what: what a decision about a write rests on. */

async function ids(lab: Lab, path: string, who = 'olga') {
  const value = parsed(await lab.graph(who, 'GET', path))['value'] as readonly { readonly id: string }[]; // As meant.
  return value.map(({ id }) => id);
}

test('groups of a person, with their type', async () => {
  const lab = new Lab();
  const answer = await lab.graph('olga', 'GET', `users/${lab.id('ana')}/transitiveMemberOf?$select=id`);
  expect(parsed(answer)).toEqual({
    value: [{ '@odata.type': '#microsoft.graph.group', id: lab.id('builders'), displayName: 'builders' }],
  });
  expect(await ids(lab, `users/${lab.id('olga')}/transitiveMemberOf`)).toEqual([]);
});

test('owners of an application and of its service principal', async () => {
  const lab = new Lab();
  const { clientId = '' } = lab.world().servicePrincipals.get('pipeline') ?? {};
  const owners = [lab.id('rotator')];
  expect(await ids(lab, `servicePrincipals/${lab.id('pipeline')}/owners`)).toEqual(owners);
  expect(await ids(lab, `applications/a${clientId.slice(1)}/owners`)).toEqual(owners);
  expect(await ids(lab, `servicePrincipals/${lab.id('foreign')}/owners`)).toEqual([]);
});

test('nobody without the right reads them, and nothing is there of who is not', async () => {
  const lab = new Lab();
  const owners = `servicePrincipals/${lab.id('pipeline')}/owners`;
  expect(outcome(await lab.graph('pipeline', 'GET', owners))).toEqual([403, 'Authorization_RequestDenied']);
  expect(outcome(await lab.graph('olga', 'GET', 'servicePrincipals/none/owners'))).toEqual([
    404,
    'Request_ResourceNotFound',
  ]);
  expect(outcome(await lab.graph('olga', 'GET', 'users/none/transitiveMemberOf'))[0]).toBe(404);
});
