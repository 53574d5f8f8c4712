import type { Person, Role } from '../world.js';

const words: Readonly<Record<Role, readonly string[]>> = {
  asker: ['asker', 'fragesteller', 'fragestellerin', '提问者'],
  approver: ['approver', 'genehmiger', 'genehmigerin', '审批者', '审批人'],
  colleague: ['colleague', 'kollege', 'kollegin', '同事'],
};

/** Who of a situation is meant, by role or by name; undefined where nobody is. Pure. */
export function personCalled(who: string, people: readonly Person[]): Person | undefined {
  const called = who.toLowerCase();
  return people.find(({ name, role }) => name.toLowerCase() === called || words[role].includes(called));
}
