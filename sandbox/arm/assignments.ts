import type { Assignment, World } from '../world/world.js';

/** Role assignments that there are, of the world's file and those that were created since. */
export function standing(world: World): readonly Assignment[] {
  return every(world).filter(
    (assignment) => removedAt(assignment, world) === null && !isOver(assignment, world),
  );
}

/**
 * Role assignments of principals that make a difference now: a new one only after the world's delay, one that was
 * removed until then (roles.md §5: up to ten minutes; here always as long as the world says). An activation ends at once.
 */
export function inForce(principals: readonly string[], world: World): readonly Assignment[] {
  const then = world.now().getTime() - world.propagation;
  return every(world).filter((assignment) => {
    const removed = removedAt(assignment, world);
    return (
      principals.includes(assignment.principalId) &&
      assignment.created.getTime() <= then &&
      (removed === null || removed.getTime() > then) &&
      !isOver(assignment, world)
    );
  });
}

/** @returns the assignment as it is kept */
export function create(made: Omit<Assignment, 'name' | 'created'>, { ledger, now }: World): Assignment {
  // A name of its own each time: the GUID may be used again once its assignment is gone.
  const assignment = { ...made, name: `written ${ledger.assignments.length}`, created: now() };
  ledger.assignments.push(assignment);
  return assignment;
}

export function remove(assignment: Assignment, { ledger, now }: World): void {
  ledger.removed.set(occurrence(assignment), now());
}

/** Changes what of an assignment may be changed. Not verified: that a condition counts at once. */
export function update(
  before: Assignment,
  some: Pick<Assignment, 'condition' | 'description'>,
  { ledger }: World,
): Assignment {
  const after = { ...before, ...some };
  ledger.updated.set(occurrence(before), after);
  return after;
}

function every({ assignments, ledger }: World): readonly Assignment[] {
  return [...assignments, ...ledger.assignments].map((it) => ledger.updated.get(occurrence(it)) ?? it);
}

function removedAt(assignment: Assignment, { ledger }: World): Date | null {
  return ledger.removed.get(occurrence(assignment)) ?? null;
}

function isOver({ ends }: Assignment, { now }: World): boolean {
  return ends !== null && ends <= now();
}

/** A change of the world may bring one back under its old name, at another time. */
function occurrence({ name, created }: Assignment): string {
  return `${name} ${created.getTime()}`;
}
