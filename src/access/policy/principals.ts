import type { Principals, Requesters } from './policy.js';

/** Somebody, as the directory knows them at this moment. Ids are object ids. */
export interface Person {
  readonly objectId: string;
  readonly tenant: string;
  /** Groups that the person is in, directly or through others. */
  readonly groups: readonly string[];
  readonly guest: boolean;
}

export function isAmong({ objectId, groups }: Person, who: Principals): boolean {
  return who.people.includes(objectId) || groups.some((group) => who.groups.includes(group));
}

/** Members of the tenants are let in before: who is a guest, or of another tenant, never comes here. */
export function mayAsk(person: Person, by: Requesters): boolean {
  return by.members || isAmong(person, by);
}

export function isNobody({ people, groups }: Principals): boolean {
  return people.length === 0 && groups.length === 0;
}

/**
 * Whether `needed` people could approve when some are barred. A group counts as many: who is in it is not known.
 */
export function canApprove(
  { people, groups }: Principals,
  barred: readonly string[],
  needed: number,
): boolean {
  return groups.length > 0 || people.filter((id) => !barred.includes(id)).length >= needed;
}
